import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf } from "../../app/api/client";
import { tokenIn, tokenOfFragment } from "../../app/api/token";
import {
  formatRoute,
  leverQuery,
  leversIn,
  listOf,
  parseRoute,
  patched,
  screens,
} from "../../app/core/route";

test("A view and its address are the same thing", () => {
  for (const screen of screens) {
    const route = { screen, query: { result: "a b&c=d.h5", word: "più è", scenarios: "a,b" } };
    assert.deepEqual(parseRoute(formatRoute(route)), route);
  }
});

test("Lists and keys stay readable in an address", () => {
  const query = { result: "bari.h5", scenarios: "a,b", "set.internship.slots": "60" };
  assert.equal(
    formatRoute({ screen: "compare", query }),
    "#/compare?result=bari.h5&scenarios=a,b&set.internship.slots=60",
  );
});

test("An unknown or empty address is the list of runs", () => {
  for (const text of ["", "#", "#/", "#/nowhere?x=1", "#main"])
    assert.deepEqual(parseRoute(text), { screen: "runs", query: {} });
});

test("A token never becomes part of a view", () => {
  assert.deepEqual(parseRoute("#/data?token=abc&word=x").query, { word: "x" });
});

test("A token is found in what the program prints, and in nothing else", () => {
  assert.equal(tokenIn(" http://127.0.0.1:8080/#token=abcDEF123456 "), "abcDEF123456");
  assert.equal(tokenIn("abcDEF123456"), "abcDEF123456");
  assert.equal(tokenIn("two words"), undefined);
  assert.equal(tokenOfFragment("#token=abcDEF123456"), "abcDEF123456");
  assert.equal(tokenOfFragment("#/compare?result=a.h5"), undefined);
});

test("A patch changes, adds, and takes out", () => {
  assert.deepEqual(patched({ a: "1", b: "2" }, { a: undefined, b: "3", c: "4", d: "" }), {
    b: "3",
    c: "4",
  });
});

test("Levers in an address are those of the form", () => {
  const levers = { "internship.slots": "60", "a.b": "0,5" };
  assert.deepEqual(leversIn({ ...leverQuery(levers), study: "bari" }), levers);
  assert.deepEqual(listOf("a,,b"), ["a", "b"]);
  assert.deepEqual(listOf(undefined), []);
});

test("A request holds what is known, and escapes it", () => {
  assert.equal(addressOf("runs", {}), "/api/v1/runs");
  assert.equal(
    addressOf("file", { result: "a&b.h5", base: undefined, wtp: 0 }),
    "/api/v1/file?result=a%26b.h5&wtp=0",
  );
});
