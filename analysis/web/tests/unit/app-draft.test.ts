import assert from "node:assert/strict";
import { test } from "node:test";
import type { Lever, Problem } from "../../app/api/types";
import {
  byLever,
  changesOf,
  fieldText,
  idOf,
  matches,
  readLever,
  readNumber,
  sectionsOf,
} from "../../app/core/draft";

const lever = (key: string, value: Lever["value"], type: Lever["type"] = "number"): Lever => ({
  key,
  text: `About ${key}`,
  section: key.split(".")[0] ?? "",
  unit: "1",
  type,
  value,
});

const levers = [
  lever("internship.slots", 30, "integer"),
  lever("internship.months", 6),
  lever("commission.active", true, "flag"),
  lever("aids.payer", "state", "choice"),
];

const problem = (message: string, key?: string): Problem =>
  key === undefined ? { code: "x", message } : { code: "x", message, key };

test("Numbers are read as people write them", () => {
  for (const [text, value] of [
    ["60", 60],
    [" 0.5 ", 0.5],
    ["0,5", 0.5],
    ["1 000", 1000],
    ["−3", -3],
    [".25", 0.25],
    ["2e3", 2000],
  ] as const)
    assert.equal(readNumber(text, "en"), value, text);
  for (const text of ["", "abc", "1.2.3", "--1", "Infinity", "0x10"])
    assert.equal(readNumber(text, "en"), undefined, text);
});

test("What could be thousands or decimals is refused, after the habit of the language", () => {
  assert.equal(readNumber("1,000", "en"), undefined);
  assert.equal(readNumber("1.125", "en"), 1.125);
  assert.equal(readNumber("1.000", "it"), undefined);
  assert.equal(readNumber("1,125", "it"), 1.125);
  assert.equal(readNumber("0.125", "it"), 0.125);
  assert.deepEqual(readLever(levers[0] as Lever, "1.000", "it"), { wrong: "unclear" });
});

test("What stands in a field is read back as it was", () => {
  for (const language of ["en", "it"] as const)
    for (const value of [0, 30, 0.05, 353.97, 1.125, 999999, -2.5]) {
      const text = fieldText(value, language);
      assert.deepEqual(readLever(lever("a.b", value), text, language), { value }, text);
    }
  assert.equal(fieldText(0.5, "it"), "0,5");
  assert.equal(fieldText(true, "en"), "true");
});

test("Changes are what differs from the scenario that was copied", () => {
  const typed = {
    "internship.slots": "60",
    "internship.months": "6,0",
    "commission.active": "false",
    "aids.payer": "state",
  };
  const changes = changesOf(levers, typed, "it");
  assert.deepEqual(changes.set, { "internship.slots": 60, "commission.active": false });
  assert.deepEqual(changes.changed, ["internship.slots", "commission.active"]);
  assert.deepEqual(changes.wrong, {});
});

test("What cannot be read is told apart and not sent", () => {
  const typed = { "internship.slots": "1.5", "internship.months": "many", "unknown.key": "1" };
  const changes = changesOf(levers, typed, "en");
  assert.deepEqual(changes.set, {});
  assert.deepEqual(changes.wrong, {
    "internship.slots": "notWhole",
    "internship.months": "notNumber",
  });
  assert.deepEqual(readLever(levers[0] as Lever, " ", "en"), { wrong: "empty" });
});

test("A problem stands beside the lever it names", () => {
  const keys = ["internship.months", "internship.months_most", "a.b"];
  const sorted = byLever(
    [
      problem("internship.months_most is 99 (at most 36)."),
      problem('set "internship.months": must be above 1'),
      problem("the study has no months"),
      problem("out of range", "a.b"),
    ],
    keys,
  );
  assert.equal(sorted["internship.months_most"]?.length, 1);
  assert.equal(sorted["internship.months"]?.length, 1);
  assert.equal(sorted["a.b"]?.length, 1);
  assert.equal(sorted[""]?.length, 1);
});

test("A problem about nothing named belongs to the only changed lever", () => {
  assert.deepEqual(Object.keys(byLever([problem("too large")], ["a.b"])), ["a.b"]);
});

test("Titles become ids", () => {
  assert.equal(idOf("Più tirocini, 60 posti!"), "piu-tirocini-60-posti");
  assert.equal(idOf("  "), "");
  assert.ok(idOf("x".repeat(100)).length <= 60);
});

test("Levers are found by any of their words, and grouped in order", () => {
  const found = levers.filter((one) => matches(one, "intern month"));
  assert.deepEqual(
    found.map((one) => one.key),
    ["internship.months"],
  );
  assert.deepEqual(
    sectionsOf(levers).map((one) => [one.name, one.levers.length]),
    [
      ["internship", 2],
      ["commission", 1],
      ["aids", 1],
    ],
  );
});
