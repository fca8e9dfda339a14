// A copy in this browser of what the server has not taken yet, for the time in which it cannot be reached.
export type Kept = { value: string; stamp: string };

export function keep(key: string, kept: Kept) { attempt(() => localStorage.setItem(name(key), JSON.stringify(kept))); }

export function forget(key: string) { attempt(() => localStorage.removeItem(name(key))); }

export function recall(key: string): Kept | undefined {
  const text = attempt(() => localStorage.getItem(name(key)));
  return text ? JSON.parse(text) : undefined;
}

function name(key: string) { return `winslow-draft-${key}`; }

/** Browsers that keep nothing for pages throw. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
