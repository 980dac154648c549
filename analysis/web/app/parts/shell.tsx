/// The frame around every view: skip link, menu, language, notices, and what is said aloud.

import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { connection } from "../api/client";
import { announcement } from "../core/announce";
import { chooseLanguage, language, texts } from "../core/language";
import { route } from "../core/navigation";
import { screens, type Screen } from "../core/route";
import { about, greet, lastQuery } from "../core/store";
import { Compare } from "../screens/compare";
import { Data } from "../screens/data";
import { Evidence } from "../screens/evidence";
import { Run } from "../screens/run";
import { Runs } from "../screens/runs";
import { Scenario } from "../screens/scenario";
import { Link } from "./links";
import { Unlock } from "./unlock";

const views: Record<Screen, ComponentType> = {
  runs: Runs,
  compare: Compare,
  scenario: Scenario,
  run: Run,
  evidence: Evidence,
  data: Data,
};

function Brand() {
  return (
    <Link to="runs" class="brand" label={texts.value.brandLabel}>
      <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
        <rect x="1" y="15" width="10" height="7" rx="1" fill="#004b74" />
        <rect x="13" y="15" width="10" height="7" rx="1" fill="#0072b2" />
        <rect x="7" y="6" width="10" height="7" rx="1" fill="#e69f00" />
      </svg>
      <span>Cantiere</span>
    </Link>
  );
}

function Menu() {
  const said = texts.value;
  const shown = route.value.screen;
  return (
    <nav class="menu" aria-label={said.menu}>
      <ul>
        {screens.map((screen) => (
          <li key={screen}>
            <Link to={screen} query={lastQuery.value[screen] ?? {}} current={screen === shown}>
              {said[`${screen}Menu`]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Languages() {
  return (
    <div class="languages" role="group" aria-label={texts.value.languageLabel}>
      {(["it", "en"] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language.value === one}
          onClick={() => chooseLanguage(one)}
        >
          <span aria-hidden="true">{one.toUpperCase()}</span>
          <span class="unseen">{one === "it" ? "Italiano" : "English"}</span>
        </button>
      ))}
    </div>
  );
}

function Notices() {
  const said = texts.value;
  const retry = () => {
    void greet();
    // The button goes away when the program is found again.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <div class="notices" role="alert">
      {connection.value === "lost" && (
        <div class="notice">
          <p>
            <strong>{said.lostTitle}</strong> {said.lostText}
          </p>
          <button type="button" class="button" onClick={retry}>
            {said.tryAgain}
          </button>
        </div>
      )}
    </div>
  );
}

/// After a change of view readers of the screen begin at its heading.
function useFocusOnHeading(view: string) {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      document.querySelector("h1")?.focus();
      scrollTo(0, 0);
    }
    first.current = false;
  }, [view]);
}

export function Shell() {
  const said = texts.value;
  const { screen, query } = route.value;
  const View = views[screen];
  const isLocked = connection.value === "locked";
  useEffect(() => {
    document.title = `${said[`${screen}Menu`]} – Cantiere`;
  }, [screen, said]);
  useFocusOnHeading(`${screen}/${query["job"] ?? ""}`);
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  };
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {said.skip}
      </a>
      <header class="top">
        <div class="top-inside">
          <Brand />
          <Menu />
          <Languages />
        </div>
      </header>
      <Notices />
      <main id="main" tabIndex={-1}>
        {isLocked ? <Unlock /> : <View key={screen} />}
      </main>
      <footer class="bottom">
        <p>{said.footer}</p>
        {about.value !== undefined && (
          <p>
            Cantiere {about.value.version} · {said.folder} <code>{about.value.folder}</code>
            {about.value.read_only && <> · {said.readOnly}</>}
          </p>
        )}
      </footer>
      <div class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
