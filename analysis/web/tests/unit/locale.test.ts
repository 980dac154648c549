import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, languageOf, locales } from "../../locale";

const words = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("Both languages have every text, none of them empty", () => {
  assert.deepEqual(Object.keys(locales.it).sort(), Object.keys(locales.en).sort());
  for (const texts of Object.values(locales)) {
    for (const [name, text] of Object.entries(texts)) assert.notEqual(text.trim(), "", name);
  }
});

test("A text takes the same values in both languages", () => {
  for (const name of Object.keys(locales.en) as (keyof typeof locales.en)[]) {
    assert.deepEqual(words(locales.it[name]), words(locales.en[name]), name);
  }
});

test("A text without its value shows that", () => {
  assert.equal(fill("{low} to {high}", { low: 1 }), "1 to {high}");
});

test("The language of a page is Italian or else English", () => {
  assert.equal(languageOf("it-IT"), "it");
  assert.equal(languageOf("de"), "en");
  assert.equal(languageOf(undefined), "en");
});
