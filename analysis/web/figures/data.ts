/// What each figure needs: plain JSON, written by the program or asked of its server.
///
/// Names, titles and units come ready in the reader's language. Only the texts of the figures
/// themselves (`locale.ts`) are ours. Files with another `schema` are refused, in words.

export const SCHEMA_VERSION = 1;

export type Language = "en" | "it";

/// A value with its interval. `mean: null` is a value that does not exist (a wait where nobody
/// waits); ends left out or null are an unknown interval.
export interface Estimate {
  mean: number | null;
  low?: number | null;
  high?: number | null;
}

/// `null` is a value about fewer than five people: shown as suppressed.
export type Cell = Estimate | null;

/// Common to all figures.
export interface FigureData {
  schema: number;
  kind: string;
  /// A computed sentence: what the figure says.
  title: string;
  /// Where the numbers come from: results file, draws, price year.
  source: string;
  /// What low and high are, such as "95 % interval of the mean"; left out where nothing has any.
  interval?: string;
}

/// "EUR" is written as money, "share" (0 to 1) as a percentage, any other text after the number.
export type Unit = string;

/// A choice that is compared. The base is drawn in black, first.
export interface Scenario {
  id: string;
  name: string;
  base?: boolean;
}

/// Values along an axis; null is no value there, or a suppressed one.
export interface Curve extends Scenario {
  mean: (number | null)[];
  low?: (number | null)[];
  high?: (number | null)[];
}

/// "month": months from `start` ("2007-05"), or from the beginning where there is none.
/// "year": calendar years. "number": as it is, such as EUR per autonomy-year.
export interface Axis {
  name: string;
  of: "month" | "year" | "number";
  values: number[];
  start?: string;
  unit?: Unit;
}

/// Lines over time with the band of each; low and high usually the 5th and 95th percentile.
export interface Trajectories extends FigureData {
  kind: "trajectories";
  x: Axis;
  y_name: string;
  unit: Unit;
  series: Curve[];
}

/// Costs by payer; + pays, - receives or saves. `costs` draws the levels, stacked, with the
/// interval of the total; `cost-change` the differences from the base, payer by payer.
export interface Costs extends FigureData {
  kind: "costs" | "cost-change";
  unit: Unit;
  scenarios: Scenario[];
  /// `values`: one a scenario; of the base in `cost-change` they are left out as zero.
  payers: { id: string; name: string; values: Cell[] }[];
  total: { name: string; values: Cell[] };
}

/// Cumulative difference in cost from the base, undiscounted: above zero more was spent so far.
/// The break-even is where a curve comes down to zero for good.
export interface Cumulative extends FigureData {
  kind: "cumulative";
  x: Axis;
  y_name: string;
  unit: Unit;
  series: Curve[];
}

/// Cost and effect of each choice, as differences from the base, which is at 0, 0.
export interface Plane extends FigureData {
  kind: "plane";
  cost_name: string;
  effect_name: string;
  effect_unit: Unit;
  /// EUR that a unit of effect is worth.
  wtp: number;
  /// What the ellipses hold, such as "95 % of the draws".
  ellipse?: string;
  strategies: (Scenario & {
    effect: Estimate;
    cost: Estimate;
    /// On the frontier, dominated by a mix of others, dominated; left out: worked out here.
    status?: "ND" | "ED" | "D";
    /// Variances and covariance of what the ellipse is about: the draws, or the mean.
    covariance?: { effect: number; cost: number; both: number };
  })[];
}

/// Mean loss against the best choice of each draw, by what a unit of effect is worth.
export interface ExpectedLoss extends FigureData {
  kind: "expected-loss";
  wtp: Axis;
  /// The value the study decides by.
  chosen?: number;
  unit: Unit;
  y_name: string;
  series: Curve[];
  /// The lower edge: the worth of perfect information.
  evpi: number[];
}

/// Chance of each choice to be the best, and of the one chosen on average (the frontier).
export interface Acceptability extends FigureData {
  kind: "acceptability";
  wtp: Axis;
  chosen?: number;
  y_name: string;
  series: Curve[];
  frontier: { id: string; probability: number }[];
}

/// What one number at a time does to an outcome. The choice turns where means have other signs and
/// their intervals, where they are known, leave zero out.
export interface Tornado extends FigureData {
  kind: "tornado";
  outcome: string;
  unit: Unit;
  /// The outcome with every number at its value.
  at_value: number;
  factors: {
    id: string;
    name: string;
    unit: Unit;
    low: number;
    high: number;
    at_low: Estimate;
    at_high: Estimate;
    /// Value at which the choice turns, where it is known.
    switches_at?: number;
  }[];
}

/// What each of several numbers is worth, or explains: a symbol with its interval for each series.
export interface Inputs extends FigureData {
  kind: "inputs";
  outcome: string;
  unit: Unit;
  series: Scenario[];
  /// `values` by series.
  inputs: { id: string; name: string; values: Cell[] }[];
}

/// One of two numbers that vary together.
export interface PlaneAxis {
  id: string;
  name: string;
  unit: Unit;
  values: number[];
}

/// An outcome, more than the base's, over the plane of two numbers.
export interface TwoWay extends FigureData {
  kind: "two-way";
  outcome: string;
  unit: Unit;
  x: PlaneAxis;
  y: PlaneAxis;
  /// A row for each value of y, in its order.
  cells: Cell[][];
}

/// People by care state at the beginning and at the end of each step.
export interface Pathways extends FigureData {
  kind: "pathways";
  unit: Unit;
  states: { id: string; name: string }[];
  /// Headings of the columns, one more than steps.
  columns: string[];
  /// `step` 0 goes from column 0 to column 1.
  flows: { step: number; from: string; to: string; people: number | null }[];
}

/// An outcome group by group, in each scenario.
export interface Groups extends FigureData {
  kind: "groups";
  outcome: string;
  unit: Unit;
  scenarios: Scenario[];
  groups: { id: string; name: string; people?: number | null; values: Cell[] }[];
}

/// Shares of people better and worse off than in their own life under the base.
export interface Winners extends FigureData {
  kind: "winners";
  groups: { id: string; name: string; people?: number | null; gain: Cell; lose: Cell }[];
}

/// A value by municipality, and who travels where.
export interface MapData extends FigureData {
  kind: "map";
  value_name: string;
  unit: Unit;
  places: { id: string; name: string; lon: number; lat: number; value: Cell }[];
  /// Journeys; `weight` makes the line wider, `label` is the minutes and the like.
  lines?: { from: string; to: string; weight?: number; label?: string }[];
}

/// What each choice can cost, by state of the world or by measure.
export interface Regret extends FigureData {
  kind: "regret";
  unit: Unit;
  scenarios: Scenario[];
  columns: { id: string; name: string }[];
  /// By scenario, then by column.
  values: Cell[][];
}

export type Verdict = "pays" | "unclear" | "does_not_pay";

/// Every programme in every place.
export interface Transfer extends FigureData {
  kind: "transfer";
  unit: Unit;
  outcome: string;
  places: { id: string; name: string }[];
  /// Largest sizes of effects and parts; left out: of these data. Pieces of a chart share them.
  largest?: { effect: number; part: number };
  /// What the change from home is made of.
  parts: { id: string; name: string }[];
  programmes: {
    id: string;
    name: string;
    /// Index of its own place.
    home: number;
    /// By place; `parts` in the order above, in the unit of the outcome.
    cells: { verdict: Verdict; effect: Cell; parts?: number[]; outside?: number }[];
  }[];
}

/// Patterns of the world against the simulation; each has its own unit.
export interface Validation extends FigureData {
  kind: "validation";
  patterns: {
    id: string;
    text: string;
    unit: Unit;
    target: number | null;
    /// A side left open is null.
    low: number | null;
    high: number | null;
    simulated: number | null;
    se: number | null;
    verdict: "met" | "missed";
    /// Of parameters alone: no run could miss it.
    by_construction?: boolean;
  }[];
}

/// Share of slots in use, instrument by instrument, and who waits.
export interface Utilisation extends FigureData {
  kind: "utilisation";
  scenarios: Scenario[];
  instruments: { id: string; name: string; values: Cell[]; waiting?: Cell[] }[];
}

export type AnyFigureData =
  | Trajectories
  | Costs
  | Cumulative
  | Plane
  | ExpectedLoss
  | Acceptability
  | Tornado
  | Inputs
  | TwoWay
  | Pathways
  | Groups
  | Winners
  | MapData
  | Regret
  | Transfer
  | Validation
  | Utilisation;
