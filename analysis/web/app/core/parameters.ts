/// Parameters by how well they are known.

import type { Parameter } from "../api/types";

export const qualities = ["found", "recalled", "assumed"] as const;
export type QualityName = (typeof qualities)[number];

export function hasQuality(parameter: Parameter, quality: string): boolean {
  return parameter.stated.some((one) => one.quality === quality);
}

/// Counts the values that packs state, by quality.
export function qualityCounts(parameters: readonly Parameter[]): Record<QualityName, number> {
  const counts = { found: 0, recalled: 0, assumed: 0 };
  for (const stated of parameters.flatMap((one) => one.stated)) {
    const known = qualities.find((one) => one === stated.quality);
    if (known !== undefined) counts[known] += 1;
  }
  return counts;
}
