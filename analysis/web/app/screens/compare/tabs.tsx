/// Charts by subject. Arrow keys go from tab to tab, as everywhere.

import { tabs, type RunFile, type Tab, type TabFigure } from "../../api/types";
import type { Choice } from "../../core/choice";
import { texts } from "../../core/language";
import type { Loaded } from "../../core/load";
import { choose } from "../../core/navigation";
import { useResting } from "../../core/rest";
import { withWorth } from "../../core/worth";
import { FigureBox } from "../../parts/figure";
import { Loading } from "../../parts/loading";
import { FailureNote } from "../../parts/problems";
import { Worth } from "./worth";

interface TabsProps {
  run: RunFile;
  choice: Choice;
  figures: Loaded<{ figures: TabFigure[] }>;
}

// Charts are drawn again when the slider stops for a moment.
const drawPause = 60;

const steps: Record<string, (at: number) => number> = {
  ArrowRight: (at) => (at + 1) % tabs.length,
  ArrowLeft: (at) => (at + tabs.length - 1) % tabs.length,
  Home: () => 0,
  End: () => tabs.length - 1,
};

function follow(event: KeyboardEvent, tab: Tab): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const next = tabs[step(tabs.indexOf(tab))] as Tab;
  choose({ tab: next });
  document.getElementById(`tab-${next}`)?.focus();
}

function TabList({ shown }: { shown: Tab }) {
  const said = texts.value;
  return (
    <div class="tabs" role="tablist" aria-label={said.tabsLabel}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === shown}
          aria-controls="tab-panel"
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => choose({ tab })}
          onKeyDown={(event) => follow(event, tab)}
        >
          {said[`tab_${tab}`]}
        </button>
      ))}
    </div>
  );
}

/// Charts of many rows, and a last one without a neighbour, take the whole width.
const wideKinds = ["utilisation", "pathways", "map", "groups", "winners"];

function isWide(at: number, figures: readonly TabFigure[]): boolean {
  const is = (one: TabFigure) => wideKinds.includes(one.kind);
  if (is(figures[at] as TabFigure)) return true;
  let before = 0;
  while (before < at && !is(figures[at - 1 - before] as TabFigure)) before += 1;
  const next = figures[at + 1];
  return before % 2 === 0 && (next === undefined || is(next));
}

function Charts({ choice, figures }: Omit<TabsProps, "run">) {
  const said = texts.value;
  const { data, failure, busy, again } = figures;
  const wtp = useResting(choice.wtp, drawPause);
  if (failure !== undefined && data === undefined)
    return <FailureNote failure={failure} title={said.figuresFailed} again={again} />;
  if (data === undefined) return <Loading lines={14} />;
  const mine = data.figures.filter((one) => one.tab === choice.tab);
  return (
    <div class={`charts${busy ? " renewing" : ""}`} aria-busy={busy}>
      {failure !== undefined && <FailureNote failure={failure} again={again} />}
      {mine.length === 0 && <p class="card empty">{said.noFigures}</p>}
      {mine.map((one, i) => (
        <FigureBox
          key={`${one.tab}/${one.kind}/${i}`}
          data={withWorth(one, wtp)}
          wide={isWide(i, mine)}
        />
      ))}
    </div>
  );
}

export function Tabs({ run, choice, figures }: TabsProps) {
  const said = texts.value;
  return (
    <section class="subjects" aria-labelledby="tabs-title">
      <h2 class="unseen" id="tabs-title">
        {said.tabsLabel}
      </h2>
      <TabList shown={choice.tab} />
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${choice.tab}`} tabIndex={0}>
        {choice.tab === "value" && <Worth run={run} choice={choice} />}
        <Charts choice={choice} figures={figures} />
      </div>
    </section>
  );
}
