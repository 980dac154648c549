/// Breaks the texts of tooltips, which ECharts leaves on one line, to the width of their chart.

import type { Option } from "./figure";
import { wrapped } from "./parts";

type Formatter = string | ((items: unknown) => string);

interface WithTooltip {
  tooltip?: { formatter?: Formatter };
}

const margins = 48;

function brokenText(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapped(line, width - margins))
    .join("\n");
}

function breakFormatter(holder: unknown, width: number): void {
  const tooltip = (holder as WithTooltip | null)?.tooltip;
  const formatter = tooltip?.formatter;
  if (tooltip === undefined || formatter === undefined) return;
  tooltip.formatter =
    typeof formatter === "string"
      ? brokenText(formatter, width)
      : (items) => brokenText(formatter(items), width);
}

/// Breaks the tooltips of the chart and of every item in it; changes the option.
export function breakTips(option: Option, width: number): Option {
  breakFormatter(option, width);
  for (const series of option.series as Record<string, unknown>[]) {
    for (const items of [series["data"], series["links"]]) {
      if (Array.isArray(items)) items.forEach((item) => breakFormatter(item, width));
    }
  }
  return option;
}
