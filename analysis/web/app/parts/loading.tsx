/// Stands where something is still loading, about as high as it will be.

import { texts } from "../core/language";

export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div class="loading">
      <p class="unseen">{texts.value.loading}</p>
      {Array.from({ length: lines }, (_, i) => (
        <div class="bar" key={i} aria-hidden="true" />
      ))}
    </div>
  );
}
