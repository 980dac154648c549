import assert from "node:assert/strict";
import { test } from "node:test";
import { ellipse, frontier, isDominated } from "../../figures/geometry";

const near = (one: number, other: number) =>
  assert.ok(Math.abs(one - other) < 1e-9, `${one} ${other}`);

test("An ellipse of uncorrelated values has its axes along both", () => {
  // The 95 % quantile of a chi-square with two degrees of freedom is 5.991465: radius 2.447747.
  const radius = Math.sqrt(5.991464547107979);
  const points = ellipse([10, 100], { effect: 4, cost: 9, both: 0 }, 0.95, 4);
  const expected = [
    [10 + 2 * radius, 100],
    [10, 100 + 3 * radius],
    [10 - 2 * radius, 100],
    [10, 100 - 3 * radius],
  ];
  expected.forEach(([x, y], i) => {
    near(points[i]?.[0] ?? 0, x as number);
    near(points[i]?.[1] ?? 0, y as number);
  });
});

test("Every point of an ellipse is equally far in the metric of its covariance", () => {
  const covariance = { effect: 4, cost: 25, both: -6 };
  const determinant = 4 * 25 - 36;
  for (const [x, y] of ellipse([0, 0], covariance)) {
    const distance = (25 * x * x + 2 * 6 * x * y + 4 * y * y) / determinant;
    near(distance, 5.991464547107979);
  }
});

test("An ellipse without spread is a point, not a hole", () => {
  for (const [x, y] of ellipse([1, 2], { effect: 0, cost: 0, both: 0 })) {
    near(x, 1);
    near(y, 2);
  }
});

test("The frontier leaves out dominated choices and those that a mix beats", () => {
  // 1 costs 10 an effect, 2 costs 30 a further one: a mix of 0 and 3 at 12 beats 2, not 1.
  const points: [number, number][] = [
    [0, 0],
    [10, 100],
    [12, 160],
    [20, 240],
    [9, 130],
  ];
  assert.deepEqual(frontier(points), [0, 1, 3]);
});

test("A choice with less effect at the same cost, or more cost for the same effect, is off it", () => {
  assert.deepEqual(
    frontier([
      [0, 0],
      [5, 0],
      [5, 10],
    ]),
    [1],
  );
  assert.deepEqual(
    frontier([
      [1, 1],
      [1, 1],
    ]),
    [0],
  );
  assert.deepEqual(frontier([[3, 7]]), [0]);
  assert.deepEqual(frontier([]), []);
});

test("A choice is dominated by one other, not by its equal nor by a mix", () => {
  const points: [number, number][] = [
    [0, 0],
    [12, 160],
    [20, 240],
    [9, 170],
  ];
  assert.deepEqual(
    points.map((point) => isDominated(point, points)),
    [false, false, false, true],
  );
});

test("Choices on one line stay, each of them", () => {
  assert.deepEqual(
    frontier([
      [0, 0],
      [10, 100],
      [20, 200],
    ]),
    [0, 1, 2],
  );
});
