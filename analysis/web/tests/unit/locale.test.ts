import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { appLocales } from "../../app/locale/locale";
import { fill, languageOf, locales } from "../../locale";

/// The sources of a folder without its tables of texts.
function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/^locale\W/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}

const words = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const tables: [string, { en: Record<string, string>; it: Record<string, string> }][] = [
  ["figures", locales],
  ["app", appLocales],
];

for (const [where, { en, it }] of tables) {
  test(`Both languages have every text of the ${where}, none of them empty`, () => {
    assert.deepEqual(Object.keys(it).sort(), Object.keys(en).sort());
    for (const texts of [en, it])
      for (const [name, text] of Object.entries(texts)) assert.notEqual(text.trim(), "", name);
  });

  test(`A text of the ${where} takes the same values in both languages`, () => {
    for (const [name, text] of Object.entries(en))
      assert.deepEqual(words(it[name] ?? ""), words(text), name);
  });
}

test("No text of the app is left over", () => {
  const said = sourcesOf("app").join("\n");
  // Names made of parts are looked for by their beginning.
  const parts = [...said.matchAll(/`(\w+_)\$\{/g)].map((match) => match[1] as string);
  const joined = /(Menu|Field|Hint)$/;
  const unused = Object.keys(appLocales.en).filter(
    (name) =>
      !new RegExp(`\\b${name}\\b`).test(said) &&
      !joined.test(name) &&
      !parts.some((part) => name.startsWith(part)),
  );
  assert.deepEqual(unused, []);
});

test("A text without its value shows that", () => {
  assert.equal(fill("{low} to {high}", { low: 1 }), "1 to {high}");
});

test("The language of a page is Italian or else English", () => {
  assert.equal(languageOf("it-IT"), "it");
  assert.equal(languageOf("de"), "en");
  assert.equal(languageOf(undefined), "en");
});
