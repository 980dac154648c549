import assert from "node:assert/strict";
import { test } from "node:test";
import { breakEven, breakEvenText } from "../../figures/cumulative";

test("The break-even is where the last line from above meets zero", () => {
  // From 100 at 24 to -50 at 36: two thirds of the way.
  assert.equal(breakEven([0, 12, 24, 36], [0, 200, 100, -50]), 32);
});

test("A curve that comes down, rises and comes down again breaks even at the last", () => {
  assert.equal(breakEven([0, 1, 2, 3, 4], [10, -10, 10, -10, -20]), 2.5);
});

test("A curve that never was above zero, or stays there, does not break even", () => {
  assert.equal(breakEven([0, 1], [0, -5]), null);
  assert.equal(breakEven([0, 1], [5, 3]), null);
  assert.equal(breakEven([0, 1, 2], [5, null, -1]), null);
  assert.equal(breakEven([], []), null);
});

test("The sentence says when, and between which dates", () => {
  const axis = { name: "Month", of: "month" as const, values: [0, 12, 24], start: "2010-01" };
  const scene = { language: "en" as const, width: 800 };
  const curve = {
    id: "a",
    name: "A",
    mean: [10, 10, -10],
    low: [10, -10, -20],
    high: [10, 20, 10],
  };
  assert.equal(
    breakEvenText(curve, axis, scene),
    "Breaks even: Jul 2011 (from Jul 2010, or not in the period)",
  );
  // Both ends in the year of the mean: nothing to add.
  const years = { name: "Year", of: "year" as const, values: [2010, 2011, 2012] };
  const sure = { ...curve, mean: [10, 5, -10], low: [9, 4, -11], high: [11, 6, -9] };
  assert.equal(breakEvenText(sure, years, scene), "Breaks even: 2012");
  const never = { id: "b", name: "B", mean: [1, 2, 3] };
  assert.equal(
    breakEvenText(never, axis, { ...scene, language: "it" }),
    "Nessun pareggio nel periodo",
  );
});
