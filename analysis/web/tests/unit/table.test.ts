import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText, estimateCells } from "../../table";

test("CSV quotes commas, quotes and line ends, and keeps all digits of numbers", () => {
  const table = {
    caption: "",
    columns: ["name", "value, EUR"],
    rows: [
      ['a "b"', { value: 1234567.891, text: "EUR 1,230,000" }],
      ["two\nlines", { value: -0.5, text: "−0.5" }],
      [" room ", { value: null, text: "fewer than 5 people" }],
    ],
  };
  assert.equal(
    csvText(table),
    'name,"value, EUR"\r\n"a ""b""",1234567.891\r\n"two\nlines",-0.5\r\n" room ",\r\n',
  );
});

test("A text that a spreadsheet would run is made a text", () => {
  const table = { caption: "", columns: ["name"], rows: [["=1+1"], ["+39"], ["-a"], ["@b"]] };
  assert.equal(csvText(table), "name\r\n'=1+1\r\n'+39\r\n'-a\r\n'@b\r\n");
});

test("A suppressed estimate gives no number away", () => {
  for (const cell of estimateCells(null, "EUR", "en")) {
    assert.deepEqual(cell, { value: null, text: "fewer than 5 people" });
  }
});
