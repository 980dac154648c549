/// The web app of `cantiere serve`: takes the token out of the address and draws the page.

import { render } from "preact";
import { markPage } from "./core/language";
import { followAddress } from "./core/navigation";
import { greet, watchConnection } from "./core/store";
import { Shell } from "./parts/shell";

/// The element that the page keeps for the app; made where there is none.
function placeOn(page: Document): HTMLElement {
  const found = page.getElementById("app");
  if (found !== null) return found;
  const made = page.createElement("div");
  made.id = "app";
  page.body.append(made);
  return made;
}

function start(): void {
  followAddress();
  markPage(document);
  watchConnection();
  const place = placeOn(document);
  place.replaceChildren();
  render(<Shell />, place);
  void greet();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
