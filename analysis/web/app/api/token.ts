/// The token that opens the server: read from the address, kept for this tab, never shown again.

const place = "cantiere-token";
let token: string | undefined;

/// Reads a token out of what the program printed: the whole address, its end, or the token alone.
export function tokenIn(text: string): string | undefined {
  const named = /[#&?]?token=([^&\s]+)/.exec(text.trim());
  const found = named?.[1] ?? text.trim();
  return /^[\w~.+/=-]{8,}$/.test(found) ? found : undefined;
}

/// Takes the token out of a fragment such as `#token=abc`; undefined where it holds none.
export function tokenOfFragment(fragment: string): string | undefined {
  return fragment.includes("token=") ? tokenIn(fragment) : undefined;
}

export function keepToken(given: string): void {
  token = given;
  try {
    sessionStorage.setItem(place, given);
  } catch {
    // Without storage the token lives as long as the page.
  }
}

export function currentToken(): string | undefined {
  if (token !== undefined) return token;
  try {
    token = sessionStorage.getItem(place) ?? undefined;
  } catch {
    token = undefined;
  }
  return token;
}
