// JSON that can be folded. Long lists are made when they are opened, a stretch at a time.
import { t } from '../texts';
const AT_ONCE = 100;

export function jsonTree(value: unknown): HTMLElement {
  const tree = document.createElement('div');
  tree.className = 'tree';
  tree.append(node('', value, true));
  return tree;
}

function node(key: string, value: unknown, open: boolean): HTMLElement {
  if (value === null || typeof value !== 'object') return leaf(key, value);
  const entries = Array.isArray(value) ? value.map((each, index) => [String(index), each] as const) : Object.entries(value);
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(name(key), span('many', Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`));
  details.append(summary);
  const fill = () => {
    if (details.childElementCount === 1) more(details, entries, 0);
  };
  details.addEventListener('toggle', () => details.open && fill());
  if (open) {
    fill();
    details.open = true;
  }
  return details;
}

function more(into: HTMLElement, entries: (readonly [string, unknown])[], from: number) {
  for (const [key, value] of entries.slice(from, from + AT_ONCE)) into.append(node(key, value, entries.length <= 3));
  if (from + AT_ONCE >= entries.length) return;
  const button = document.createElement('button');
  button.textContent = t('{0} more', entries.length - from - AT_ONCE);
  button.addEventListener('click', () => {
    button.remove();
    more(into, entries, from + AT_ONCE);
  });
  into.append(button);
}

function leaf(key: string, value: unknown) {
  const line = document.createElement('div');
  line.append(name(key), span(typeof value === 'string' ? 'string' : 'value', JSON.stringify(value)));
  return line;
}

function name(key: string) { return span('key', key ? key + ': ' : ''); }

function span(kind: string, text: string) {
  const element = document.createElement('span');
  element.className = kind;
  element.textContent = text;
  return element;
}
