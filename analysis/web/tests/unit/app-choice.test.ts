import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunFile, StudyInList, TabFigure } from "../../app/api/types";
import { choiceOf, requestOf, sliderEnd, usualBase } from "../../app/core/choice";
import {
  formOf,
  orderOf,
  scenarioCount,
  sizeNameOf,
  usualName,
  wrongFields,
} from "../../app/core/order";
import { withWorth } from "../../app/core/worth";

const scenario = (id: string, base = "usual") => ({ id, title: id, base, null_twin: false });
const run: RunFile = {
  name: "bari.h5",
  study: "bari",
  title: "Bari",
  scenarios: ["usual", "a", "b", "c", "d", "e", "f"].map((id) => scenario(id)),
  draws: 24,
  replicates: 4,
  months: 120,
  start: "2008-01",
  price_year: 2024,
  wtp: 20000,
  bytes: 1,
  modified: 0,
  draft: true,
};
const study: StudyInList = {
  id: "bari",
  title: "Bari",
  scenarios: run.scenarios.map(({ id, title }) => ({ id, title })),
  draws: 100,
  replicates: 5,
  months: 120,
  seed: 1,
};

test("Without wishes the usual base and the first scenarios are compared", () => {
  const choice = choiceOf(run, {});
  assert.equal(choice.base, "usual");
  assert.deepEqual(choice.scenarios, ["a", "b", "c"]);
  assert.equal(choice.wtp, 20000);
  assert.equal(choice.perspective, "public");
  assert.equal(choice.tab, "autonomy");
});

test("What a link asks and the file does not hold is left out", () => {
  const query = {
    base: "gone",
    scenarios: "b,gone,usual,b",
    wtp: "-5",
    perspective: "x",
    tab: "y",
  };
  const choice = choiceOf(run, query);
  assert.equal(choice.base, "usual");
  assert.deepEqual(choice.scenarios, ["b"]);
  assert.equal(choice.wtp, 20000);
  assert.equal(choice.tab, "autonomy");
});

test("At most five scenarios are compared, and never the base with itself", () => {
  const choice = choiceOf(run, { base: "a", scenarios: "usual,a,b,c,d,e,f", wtp: "0" });
  assert.deepEqual(choice.scenarios, ["usual", "b", "c", "d", "e"]);
  assert.equal(choice.wtp, 0);
});

test("The server is asked for two scenarios at least", () => {
  assert.equal(requestOf(choiceOf(run, { scenarios: "b" }))["scenarios"], "usual,b");
  assert.equal(requestOf(choiceOf(run, { scenarios: "b,c" }))["scenarios"], "b,c");
});

test("The usual base is that of most scenarios", () => {
  const mixed = { ...run, scenarios: [scenario("x", "x"), scenario("y", "z"), scenario("z", "z")] };
  assert.equal(usualBase(mixed), "z");
});

test("The slider ends at a round number well above the study's", () => {
  assert.equal(sliderEnd(run), 60000);
  assert.equal(sliderEnd({ ...run, wtp: 100 }), 50000);
});

test("Charts take another worth at once, and are drawn again only when it changes", () => {
  const plane = { kind: "plane", tab: "value", wtp: 1 } as TabFigure;
  const moved = withWorth(plane, 7);
  assert.equal((moved as { wtp: number }).wtp, 7);
  assert.equal(withWorth(plane, 7), moved);
  const map = { kind: "map", tab: "map" } as TabFigure;
  assert.equal(withWorth(map, 7), map);
});

const now = new Date(2026, 2, 4, 9, 5);

test("A run is asked for as the form stands", () => {
  const query = { own: "1", title: "Più posti", from: "a", draws: "24", replicates: "4" };
  const form = formOf(query, study, now);
  assert.deepEqual(form.scenarios, ["a"]);
  assert.equal(sizeNameOf(form, study), "draft");
  assert.deepEqual(orderOf(form, { "x.y": 1 }, "it"), {
    name: "bari-piu-posti-0304-0905.h5",
    study: "bari",
    scenarios: ["a"],
    own: { id: "piu-posti", title: "Più posti", from: "a", set: { "x.y": 1 } },
    draws: 24,
    replicates: 4,
    months: 120,
  });
});

test("A run without a scenario of one's own runs them all, and its name gets its ending", () => {
  const order = orderOf(formOf({ name: "mine" }, study, now), {}, "en");
  assert.equal(order?.name, "mine.h5");
  assert.equal(order?.own, undefined);
  assert.equal(order?.scenarios.length, 7);
});

test("The scenarios of a run are counted with their bases, each once", () => {
  const based = {
    ...study,
    scenarios: [
      { id: "usual", title: "u", base: "usual" },
      { id: "a", title: "a", base: "usual" },
      { id: "b", title: "b", base: "a" },
    ],
  };
  const count = (query: Record<string, string>) => scenarioCount(formOf(query, based, now), based);
  assert.equal(count({}), 3);
  assert.equal(count({ scenarios: "a" }), 2);
  assert.equal(count({ scenarios: "usual" }), 1);
  assert.equal(count({ scenarios: "b" }), 2);
  assert.equal(count({ own: "1", title: "Mine", from: "a" }), 3);
  assert.equal(count({ own: "1", title: "Mine", from: "a", scenarios: "usual" }), 2);
});

test("What is wrong is named, and nothing is sent", () => {
  const form = formOf({ name: "../x", draws: "0", months: "1.5", replicates: " " }, study, now);
  assert.deepEqual(wrongFields(form, "en"), ["name", "draws", "replicates", "months"]);
  assert.equal(orderOf(form, {}, "en"), undefined);
  assert.equal(usualName("bari", now), "bari-0304-0905.h5");
});
