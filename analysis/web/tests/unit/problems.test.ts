import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOf } from "../../figures/problem";
import { SCHEMA_VERSION } from "../../figures/data";

const head = { schema: SCHEMA_VERSION, title: "", source: "" };

test("What cannot be drawn is said in words of the reader's language", () => {
  assert.match(problemOf(null, "en") ?? "", /cannot be read/);
  assert.match(problemOf({ ...head, schema: 99, kind: "map" }, "it") ?? "", /schema 99/);
  assert.match(problemOf({ ...head, kind: "pie" }, "en") ?? "", /“pie”/);
  assert.match(problemOf({ ...head, kind: "map", places: [] }, "it") ?? "", /Nessun dato/);
  assert.match(problemOf({ ...head, kind: "map" }, "en") ?? "", /cannot be read/);
});

test("Data that can be drawn have no problem", () => {
  const places = [{ id: "a", name: "A", lon: 11, lat: 43, value: null }];
  assert.equal(
    problemOf({ ...head, kind: "map", places, unit: "", value_name: "" }, "en"),
    undefined,
  );
});
