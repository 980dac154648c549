import assert from "node:assert/strict";
import { test } from "node:test";
import { labelSides } from "../../figures/map-labels";

const size = { width: 60, height: 20 };

test("A label stands below its symbol where there is room, else above, right or left", () => {
  const one = { x: 100, y: 100, radius: 10 };
  assert.deepEqual(labelSides([one], [size], 200, 200), ["bottom"]);
  // 100 + 10 + 3 + 20 > 130: the page ends first.
  assert.deepEqual(labelSides([one], [size], 200, 130), ["top"]);
  // From y = 20 on top it would begin at -13.
  assert.deepEqual(labelSides([{ x: 50, y: 20, radius: 10 }], [size], 200, 40), ["right"]);
  assert.deepEqual(labelSides([{ x: 150, y: 20, radius: 10 }], [size], 200, 40), ["left"]);
});

test("A label covers neither another symbol nor a label that came before", () => {
  const first = { x: 100, y: 100, radius: 10 };
  const below = { x: 120, y: 120, radius: 6 };
  // The box below the first spans 70 to 130 and 113 to 133: the second lies in it.
  assert.deepEqual(labelSides([first, below], [size, size], 300, 300), ["top", "bottom"]);
  // Two beside each other: both boxes below would overlap by 20; the second goes above.
  const pair = [first, { x: 140, y: 100, radius: 10 }];
  assert.deepEqual(labelSides(pair, [size, size], 300, 300), ["bottom", "top"]);
});

test("A label without room on any side is left out", () => {
  const around = [
    { x: 50, y: 50, radius: 5 },
    { x: 50, y: 70, radius: 8 },
    { x: 50, y: 30, radius: 8 },
    { x: 75, y: 50, radius: 8 },
    { x: 25, y: 50, radius: 8 },
  ];
  const small = { width: 30, height: 14 };
  assert.equal(labelSides(around, Array(5).fill(small), 100, 100)[0], null);
});
