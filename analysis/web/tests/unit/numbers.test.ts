import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cellText,
  monthText,
  numberText,
  scaleFor,
  signedText,
  threeDigits,
  valueText,
} from "../../numbers";

const noBreak = "\u00a0";

test("Numbers keep three significant digits", () => {
  assert.equal(threeDigits(1234567), 1230000);
  assert.equal(threeDigits(0.0123456), 0.0123);
  assert.equal(threeDigits(-99.96), -100);
  assert.equal(threeDigits(0), 0);
});

test("Thousands are grouped as the language does, four digits too", () => {
  assert.equal(numberText(1234567, "en"), "1,230,000");
  assert.equal(numberText(1234567, "it"), "1.230.000");
  assert.equal(numberText(1234, "it"), "1.230");
  assert.equal(numberText(0.4567, "it"), "0,457");
});

test("A value that rounds to zero has no sign, and a missing one is a dash", () => {
  assert.equal(numberText(-0, "en"), "0");
  assert.equal(numberText(-1234, "en"), "−1,230");
  assert.equal(numberText(null, "en"), "–");
  assert.equal(numberText(Number.NaN, "it"), "–");
});

test("Units are written as readers expect, on one line", () => {
  assert.equal(valueText(-1234567, "EUR", "en"), `−EUR${noBreak}1,230,000`);
  assert.equal(valueText(0.834, "share", "it"), `83${noBreak}%`);
  assert.equal(valueText(0.0042, "share", "en"), `0.4${noBreak}%`);
  assert.equal(valueText(12, "months", "en"), "12 months");
  assert.equal(signedText(500, "EUR", "it"), `+EUR${noBreak}500`);
});

test("Cells say their interval, or that they are suppressed, or that there is no value", () => {
  assert.equal(cellText({ mean: 10, low: 8, high: 13 }, "", "en"), "10 (8 to 13)");
  assert.equal(cellText({ mean: 10 }, "", "it"), "10");
  assert.equal(cellText(null, "", "en"), "fewer than 5 people");
  assert.equal(cellText({ mean: null }, "", "it"), "nessun valore");
});

test("Axes of money are scaled so that their ticks stay short", () => {
  assert.deepEqual(scaleFor(14e6, "EUR", "it"), { divisor: 1e6, unit: "milioni di EUR" });
  assert.deepEqual(scaleFor(900_000, "EUR", "en"), { divisor: 1e3, unit: "EUR thousand" });
  assert.deepEqual(scaleFor(800, "EUR", "en"), { divisor: 1, unit: "EUR" });
  assert.deepEqual(scaleFor(0.4, "share", "en"), { divisor: 0.01, unit: "%" });
});

test("Months are dates from the start, whatever the time zone", () => {
  assert.equal(monthText(0, "2007-05", "en"), "May 2007");
  assert.equal(monthText(8, "2007-05", "it"), "gen 2008");
  assert.equal(monthText(3, undefined, "it"), "mese 3");
});
