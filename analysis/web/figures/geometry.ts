/// Plane geometry of cost and effect: confidence ellipses and the frontier.

export interface Covariance {
  effect: number;
  cost: number;
  both: number;
}

export type Point = [effect: number, cost: number];

/// Points of the ellipse that holds `level` of a normal distribution in the plane. Its squared
/// radius is the quantile of a chi-square with two degrees of freedom, -2 ln(1 - level).
export function ellipse(centre: Point, covariance: Covariance, level = 0.95, points = 72): Point[] {
  const radius = Math.sqrt(-2 * Math.log(1 - level));
  // Cholesky: a circle, stretched and sheared. It needs no angle, and none where a variance is 0.
  const first = Math.sqrt(Math.max(0, covariance.effect));
  const shear = first === 0 ? 0 : covariance.both / first;
  const second = Math.sqrt(Math.max(0, covariance.cost - shear * shear));
  return Array.from({ length: points + 1 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / points;
    const x = radius * Math.cos(angle);
    const y = radius * Math.sin(angle);
    return [centre[0] + first * x, centre[1] + shear * x + second * y];
  });
}

/// Indices of the choices on the frontier, by rising effect: those that no other and no mix of
/// others beats with at least the effect for at most the cost. Of equal ones the first is kept.
export function frontier(points: readonly Point[]): number[] {
  const byEffect = points
    .map((_, i) => i)
    .sort((a, b) => {
      const [one, other] = [points[a] as Point, points[b] as Point];
      return one[1] - other[1] || other[0] - one[0] || a - b;
    });
  const kept: number[] = [];
  for (const next of byEffect) {
    const last = kept.at(-1);
    if (last !== undefined && effectOf(points, next) <= effectOf(points, last)) continue;
    while (kept.length >= 2 && isDearer(points, kept.at(-2) as number, kept.at(-1) as number, next))
      kept.pop();
    kept.push(next);
  }
  return kept;
}

/// Tells whether another choice has at least the effect for at most the cost, and is not equal.
export function isDominated(one: Point, all: readonly Point[]): boolean {
  return all.some(
    (other) => other[0] >= one[0] && other[1] <= one[1] && (other[0] > one[0] || other[1] < one[1]),
  );
}

function effectOf(points: readonly Point[], i: number): number {
  return (points[i] as Point)[0];
}

/// Tells whether a step to `middle` costs more per unit of effect than the step on to `next`.
function isDearer(points: readonly Point[], start: number, middle: number, next: number): boolean {
  const [e0, c0] = points[start] as Point;
  const [e1, c1] = points[middle] as Point;
  const [e2, c2] = points[next] as Point;
  return (c1 - c0) * (e2 - e1) > (c2 - c1) * (e1 - e0);
}
