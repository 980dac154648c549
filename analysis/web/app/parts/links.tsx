/// Links between views.

import type { ComponentChildren } from "preact";
import { formatRoute, type Screen } from "../core/route";
import { open } from "../core/navigation";

interface LinkProps {
  to: Screen;
  query?: Record<string, string>;
  class?: string;
  label?: string;
  current?: boolean;
  children: ComponentChildren;
}

/// A plain click opens the view here; with a key held the browser does as it likes.
export function Link({ to, query, label, current, children, ...rest }: LinkProps) {
  const target = { screen: to, query: query ?? {} };
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(target);
  };
  return (
    <a
      href={formatRoute(target)}
      class={rest.class}
      aria-label={label}
      aria-current={current === true ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
