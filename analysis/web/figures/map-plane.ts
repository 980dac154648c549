/// From degrees to a flat map.

const kilometresPerDegree = 111.2;

interface Degrees {
  lon: number;
  lat: number;
}

/// Kilometres east and north, as if the earth were flat: distances from east to west are right to
/// 1 % within 65 km north and south of the middle, at the latitude of Italy.
export function flatPlaces(places: readonly Degrees[]): [number, number][] {
  const middle = places.reduce((sum, place) => sum + place.lat, 0) / Math.max(1, places.length);
  const shrink = Math.cos((middle * Math.PI) / 180);
  return places.map((place) => [
    place.lon * kilometresPerDegree * shrink,
    place.lat * kilometresPerDegree,
  ]);
}

/// The part of the plane shown: all places, and a kilometre as long north as east.
export function extentOf(points: readonly [number, number][], width: number, height: number) {
  const side = (i: 0 | 1) => {
    const values = points.map((point) => point[i]);
    return { low: Math.min(...values), high: Math.max(...values) };
  };
  const [x, y] = [side(0), side(1)];
  const perPixel = Math.max((x.high - x.low) / width, (y.high - y.low) / height, 0.01);
  const centred = (of: { low: number; high: number }, pixels: number) => {
    const middle = (of.low + of.high) / 2;
    return { min: middle - (perPixel * pixels) / 2, max: middle + (perPixel * pixels) / 2 };
  };
  return { x: centred(x, width), y: centred(y, height), perPixel };
}

/// A round number of kilometres about a quarter of the width.
export function barKilometres(width: number, perPixel: number): number {
  const wanted = (width * perPixel) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([5, 2, 1].find((factor) => factor * power <= wanted) as number) * power;
}
