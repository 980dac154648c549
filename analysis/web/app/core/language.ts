/// The language of the page: chosen by the reader, else that of the browser.

import { computed, effect, signal } from "@preact/signals";
import type { Language } from "../../figures/data";
import { languageOf } from "../../locale";
import { appLocales, type AppTexts } from "../locale/locale";
import type { Text } from "../api/types";

const place = "cantiere-language";

function chosenBefore(): Language {
  try {
    return languageOf(localStorage.getItem(place) ?? navigator.language);
  } catch {
    return languageOf(globalThis.navigator?.language);
  }
}

export const language = signal<Language>(chosenBefore());

/// The texts of the page in that language.
export const texts = computed<AppTexts>(() => appLocales[language.value]);

export function chooseLanguage(next: Language): void {
  language.value = next;
  try {
    localStorage.setItem(place, next);
  } catch {
    // The choice then holds for this page.
  }
}

/// Returns a text of the server in the reader's language.
export function said(text: Text | null | undefined): string {
  if (text === null || text === undefined) return "";
  return typeof text === "string" ? text : text[language.value];
}

export function markPage(page: Document): void {
  effect(() => {
    page.documentElement.lang = language.value;
  });
}
