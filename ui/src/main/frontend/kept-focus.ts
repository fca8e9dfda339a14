// Keeps the keyboard at a link of a table whose rows are made anew: the link to the same place has it again.
export {};

declare global {
  interface Window { winslowKeptFocus(table: HTMLElement): void }
}

const watched = new WeakSet<HTMLElement>();

window.winslowKeptFocus = table => {
  if (watched.has(table)) return;
  watched.add(table);
  let place: string | null = null;
  table.addEventListener('focusin', event => (place = (event.target as Element).closest('a')?.getAttribute('href') ?? null));
  table.addEventListener('focusout', ({ target }) => {
    // A link that is taken away lets go of the keyboard too; then nobody has moved it.
    const left = place;
    window.setTimeout(() => {
      if ((target as Element).isConnected && place === left && !table.contains(document.activeElement)) place = null;
    });
  });
  new MutationObserver(() => {
    if (place === null || document.activeElement !== document.body) return;
    [...table.querySelectorAll('a')].find(link => link.getAttribute('href') === place)?.focus({ preventScroll: true });
  }).observe(table, { childList: true, subtree: true });
};
