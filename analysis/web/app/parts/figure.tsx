/// A chart of the figures module, with its table and CSV.

import { useLayoutEffect, useRef } from "preact/hooks";
import { mountFramed } from "../../figures/frame";
import type { FigureData } from "../../figures/data";
import { language } from "../core/language";

export function FigureBox({ data, wide }: { data: FigureData; wide?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const said = language.value;
  useLayoutEffect(() => {
    const element = place.current as HTMLDivElement;
    const wasOpen = element.querySelector("details")?.open ?? false;
    const mounted = mountFramed(element, data, said);
    const details = element.querySelector("details");
    if (details !== null) details.open = wasOpen;
    element.style.minHeight = "";
    return () => {
      // Kept as high as it was until the next one stands, so that the page does not jump.
      element.style.minHeight = `${element.offsetHeight}px`;
      const open = element.querySelector("details")?.open ?? false;
      mounted.dispose();
      if (open) element.replaceChildren(openMark(element.ownerDocument));
    };
  }, [data, said]);
  return <div class={`figure-frame card${wide === true ? " wide" : ""}`} ref={place} />;
}

/// Remembers between two drawings that the table was open.
function openMark(page: Document): HTMLElement {
  const mark = page.createElement("details");
  mark.open = true;
  return mark;
}
