/// Colours, symbols, dashes and patterns. Each series differs in all of them: no reader needs
/// the colour. Colours are Okabe and Ito's, in the order of their contrast with white.

export type SymbolName =
  "circle" | "diamond" | "triangle" | "square" | "star" | "cross" | "down" | "bar";

/// How one series is drawn.
export interface SeriesStyle {
  colour: string;
  symbol: SymbolName;
  /// Lengths of dash and gap, pixels; none for a full line.
  dash: number[];
  pattern: Pattern | null;
}

/// Parallel lines laid over a filled shape: degrees, and pixels from line to line.
export interface Pattern {
  angle: number;
  gap: number;
  width: number;
}

export const ink = "#1d2530";
export const softInk = "#4d5866";
export const gridInk = "#e3e7ec";
export const paper = "#ffffff";
export const neutral = "#8a94a1";

const blue = "#0072b2";
const vermilion = "#d55e00";
const green = "#009e73";
const purple = "#cc79a7";
const orange = "#e69f00";
const sky = "#56b4e9";
const yellow = "#f0e442";

export const lowEnd = orange;
export const highEnd = blue;
export const better = blue;
export const worse = vermilion;

export const baseStyle: SeriesStyle = { colour: ink, symbol: "circle", dash: [], pattern: null };

const styles: SeriesStyle[] = [
  { colour: blue, symbol: "diamond", dash: [10, 4], pattern: null },
  {
    colour: vermilion,
    symbol: "triangle",
    dash: [5, 4],
    pattern: { angle: 45, gap: 7, width: 1.5 },
  },
  { colour: green, symbol: "square", dash: [2, 3], pattern: { angle: -45, gap: 7, width: 1.5 } },
  {
    colour: purple,
    symbol: "down",
    dash: [12, 4, 2, 4],
    pattern: { angle: 0, gap: 6, width: 1.5 },
  },
  {
    colour: orange,
    symbol: "star",
    dash: [7, 3, 2, 3, 2, 3],
    pattern: { angle: 90, gap: 6, width: 1.5 },
  },
  { colour: sky, symbol: "cross", dash: [14, 6], pattern: { angle: 45, gap: 12, width: 4 } },
  { colour: yellow, symbol: "bar", dash: [4, 8], pattern: { angle: -45, gap: 12, width: 4 } },
  { colour: neutral, symbol: "circle", dash: [1, 4], pattern: { angle: 90, gap: 12, width: 4 } },
];

/// Returns the style of a series by its place among those that are not the base; after eight
/// they come again with other symbols.
export function seriesStyle(place: number): SeriesStyle {
  const style = styles[place % styles.length] as SeriesStyle;
  const round = Math.floor(place / styles.length);
  const symbol = (styles[(place + 3 * round) % styles.length] as SeriesStyle).symbol;
  return { ...style, symbol };
}

/// Gives each series its style; the base is black.
export function stylesOf(series: readonly { base?: boolean }[]): SeriesStyle[] {
  let place = 0;
  return series.map((one) => (one.base === true ? baseStyle : seriesStyle(place++)));
}

/// SVG paths in a box of 24 by 24, centred, for charts and keys alike.
export const symbolPaths: Record<SymbolName, string> = {
  circle: "M12 2a10 10 0 1 0 0.01 0z",
  diamond: "M12 0L24 12L12 24L0 12z",
  triangle: "M12 1L23.5 22H0.5z",
  square: "M2.5 2.5H21.5V21.5H2.5z",
  star: "M12 0L15 8.2L23.6 8.5L16.8 13.8L19.2 22.2L12 17.3L4.8 22.2L7.2 13.8L0.4 8.5L9 8.2z",
  cross: "M8 1H16V8H23V16H16V23H8V16H1V8H8z",
  down: "M12 23L0.5 2H23.5z",
  bar: "M7 0H17V24H7z",
};

/// Returns a symbol as ECharts takes it.
export function chartSymbol(name: SymbolName): string {
  return `path://${symbolPaths[name]}`;
}

/// Returns a pattern as ECharts takes it; white lines show on every colour, and on paper.
export function decalOf(pattern: Pattern | null) {
  if (pattern === null) return { symbol: "none" };
  return {
    symbol: "rect",
    color: "rgba(255,255,255,0.75)",
    dashArrayX: [1, 0],
    dashArrayY: [pattern.width, pattern.gap - pattern.width],
    rotation: (pattern.angle * Math.PI) / 180,
  };
}

/// One hue from light to dark, for 0 to 1.
export function ramp(share: number): string {
  const from = [241, 246, 251];
  const to = [0, 78, 122];
  const at = Math.min(1, Math.max(0, share));
  const mixed = from.map((start, i) => Math.round(start + ((to[i] as number) - start) * at));
  return `rgb(${mixed.join(",")})`;
}

/// The ink that is readable on the ramp, at 4.5 to 1 or more whatever the share.
export function inkOn(share: number): string {
  return contrast(ramp(share), paper) >= 4.5 ? paper : "#000000";
}

/// Returns the contrast of two colours after WCAG 2, from 1 to 21.
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = colour.startsWith("#")
    ? [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [r = 0, g = 0, b = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
