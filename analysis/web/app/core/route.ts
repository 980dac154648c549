/// Addresses of views: `#/compare?result=bari.h5&tab=value`. Pure; what a link holds opens again.

export const screens = ["runs", "compare", "scenario", "run", "evidence", "data"] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  screen: Screen;
  query: Record<string, string>;
}

/// Values to change in a query; undefined and "" take one out.
export type Patch = Record<string, string | undefined>;

const isScreen = (name: string): name is Screen => (screens as readonly string[]).includes(name);

/// Reads a fragment; an unknown screen is the list of runs.
export function parseRoute(fragment: string): Route {
  const [path = "", search = ""] = fragment.replace(/^#\/?/, "").split(/\?(.*)/s);
  const query = Object.fromEntries(new URLSearchParams(search));
  delete query["token"];
  return isScreen(path) ? { screen: path, query } : { screen: "runs", query: {} };
}

/// Writes a fragment. Commas, colons and slashes stay readable.
export function formatRoute(route: Route): string {
  const text = new URLSearchParams(route.query)
    .toString()
    .replace(/%2C/g, ",")
    .replace(/%3A/g, ":")
    .replace(/%2F/g, "/");
  return `#/${route.screen}${text === "" ? "" : `?${text}`}`;
}

/// Returns a query with some values changed.
export function patched(query: Record<string, string>, patch: Patch): Record<string, string> {
  const kept = Object.entries({ ...query, ...patch }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
  );
  return Object.fromEntries(kept);
}

export function sameRoute(one: Route, other: Route): boolean {
  return formatRoute(one) === formatRoute(other);
}

/// Reads a list of ids.
export function listOf(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((id) => id !== "");
}

const mark = "set.";

/// Reads the levers that a link changes: `set.internship.slots=60`.
export function leversIn(query: Record<string, string>): Record<string, string> {
  const found = Object.entries(query).filter(([name]) => name.startsWith(mark));
  return Object.fromEntries(found.map(([name, text]) => [name.slice(mark.length), text]));
}

/// Writes changed levers as part of a query.
export function leverQuery(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [mark + key, text]));
}
