/// The texts of the app in both languages. `{word}` is where a value goes.

import type { Language } from "../../figures/data";
import { english } from "./en";
import { italian } from "./it";

export type AppTexts = Record<keyof typeof english, string>;

export const appLocales: Record<Language, AppTexts> = { en: english, it: italian };
