import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceOf, lastPlace, lastPlaceText } from "../../app/core/difference";
import {
  countText,
  dateText,
  durationText,
  exactText,
  periodText,
  rangeText,
  sizeText,
  spanText,
} from "../../app/core/format";

const stat = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, " ");

test("A difference has no more digits than its interval leaves sure", () => {
  const of = (mean: number, half: number) => {
    const shown = differenceOf(stat(mean, half), null, "difference", "en");
    return `${shown?.text} ${shown?.half}`;
  };
  assert.equal(of(279919, 74750), "+280,000 ±70,000");
  assert.equal(of(1_834_567, 164_000), "+1,830,000 ±160,000");
  assert.equal(of(29.74, 6.7), "+30 ±7");
  assert.equal(of(-0.0123, 0.0041), "−0.012 ±0.004");
  assert.equal(lastPlace(0.15), -2);
});

test("A difference whose interval holds zero is marked", () => {
  assert.equal(differenceOf(stat(-3, 7), null, "difference", "en")?.unclear, true);
  assert.equal(differenceOf(stat(8, 3), null, "difference", "en")?.unclear, false);
});

test("Percent and ratio are over the base, and absent where that says nothing", () => {
  const percent = differenceOf(stat(30, 6), stat(200, 10), "percent", "it");
  assert.equal(plain(percent?.text ?? ""), "+15 %");
  assert.equal(plain(percent?.half ?? ""), "±3 %");
  const ratio = differenceOf(stat(30, 6), stat(200, 10), "ratio", "it");
  assert.equal(plain(ratio?.text ?? ""), "× 1,15");
  assert.equal(ratio?.half, "±0,03");
  for (const base of [stat(-5, 1), stat(0, 0), null])
    assert.equal(differenceOf(stat(1, 1), base, "percent", "en"), undefined);
  assert.equal(differenceOf({ mean: null, low: null, high: null }, null, "ratio", "en"), undefined);
});

test("Levels have their interval, and suppressed ones none", () => {
  assert.equal(lastPlaceText(stat(19623, 2018), "it"), "20.000 ±2.000");
  assert.equal(lastPlaceText(null, "it"), "–");
});

test("Sizes and times are short, in the reader's language", () => {
  assert.equal(plain(sizeText(7_340_032, "it")), "7,3 MB");
  assert.equal(plain(sizeText(120, "en")), "120 B");
  assert.equal(plain(durationText(45, "en")), "45 s");
  assert.equal(plain(durationText(600, "en")), "10 min");
  assert.equal(plain(durationText(7800, "it")), "2 h 10 min");
  assert.equal(durationText(null, "en"), "–");
  assert.equal(countText(1234567, "it"), "1.234.567");
});

test("Dates come as text or as a number of seconds", () => {
  const asText = dateText("2026-03-14T09:26:53Z", "en", "UTC");
  assert.equal(asText, "14 Mar 2026, 09:26");
  assert.equal(dateText(Date.UTC(2026, 2, 14, 9, 26, 53) / 1000, "en", "UTC"), asText);
  assert.equal(dateText("2026-03-14T09:26:53Z", "it", "UTC"), "14 mar 2026, 09:26");
  assert.equal(dateText("long ago", "en"), "–");
});

test("Periods and spans", () => {
  assert.equal(periodText("2008-01", 120, "en"), "Jan 2008 to Dec 2017");
  assert.equal(spanText(120, "it"), "10 anni");
  assert.equal(spanText(12, "en"), "1 year");
  assert.equal(spanText(19, "en"), "19 months");
});

test("Values and ranges of levers keep their digits", () => {
  assert.equal(exactText(353.97, "it"), "353,97");
  assert.equal(exactText(true, "it"), "sì");
  assert.equal(exactText('"state"', "en"), "state");
  assert.equal(rangeText(0, 100000, "it"), "da 0 a 100.000");
  assert.equal(rangeText(0.5, null, "en"), "from 0.5");
  assert.equal(rangeText(30, 30, "en"), "30");
  assert.equal(rangeText(535.46208277, 594.957869745, "en"), "535.5 to 595");
  assert.equal(rangeText(0, 3000, "en"), "0 to 3,000");
  assert.equal(rangeText(null, undefined, "en"), "");
});
