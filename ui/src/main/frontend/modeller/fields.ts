// What the panel is made of. Each input has a key, by which the focus finds back to it when the panel is drawn anew.
import { t } from '../texts';
export type Commit = (value: string) => string | void;

let count = 0;

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

export function button(words: string, act: () => void, label = words, className = 'wm-button'): HTMLButtonElement {
  const element = make('button', className, words);
  element.type = 'button';
  if (label !== words) element.setAttribute('aria-label', label);
  element.title = label;
  element.addEventListener('click', act);
  return element;
}

type Extras = { hint?: string; options?: [string, string][]; suggestions?: string[]; lines?: number; bare?: boolean; code?: boolean; placeholder?: string };

/** A labelled input; what commit answers is shown as what is wrong. */
export function field(key: string, label: string, value: string, commit: Commit, extras: Extras = {}): HTMLElement {
  const wrapper = make('div', 'wm-field');
  const input = inputFor(value, extras);
  input.id = 'wm-' + ++count;
  input.dataset.key = key;
  if (extras.code) input.classList.add('wm-code');
  if (extras.bare) {
    input.setAttribute('aria-label', label);
    (input as HTMLInputElement).placeholder = extras.placeholder ?? label;
  } else {
    const name = make('label', '', label);
    name.htmlFor = input.id;
    wrapper.append(name);
    if (extras.placeholder) (input as HTMLInputElement).placeholder = extras.placeholder;
  }
  const wrong = make('div', 'wm-wrong');
  wrong.id = input.id + '-wrong';
  wrong.setAttribute('role', 'alert');
  input.addEventListener('change', () => {
    const fault = commit(input.value) ?? '';
    if (!fault && !(input instanceof HTMLSelectElement)) input.defaultValue = input.value;
    wrong.textContent = fault;
    input.setAttribute('aria-invalid', String(fault !== ''));
  });
  wrapper.append(input, ...(extras.hint ? [hint(input, extras.hint)] : []), wrong);
  if (extras.suggestions) wrapper.append(suggestions(input as HTMLInputElement, extras.suggestions));
  return wrapper;
}

function hint(input: HTMLElement, words: string) {
  const element = make('div', 'wm-hint', words);
  element.id = input.id + '-hint';
  input.setAttribute('aria-describedby', element.id);
  return element;
}

function suggestions(input: HTMLInputElement, values: string[]) {
  const list = make('datalist');
  list.id = input.id + '-list';
  list.append(...values.map(value => { const option = make('option'); option.value = value; return option; }));
  input.setAttribute('list', list.id);
  return list;
}

function inputFor(value: string, extras: Extras): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  if (extras.options) {
    const select = make('select');
    const known = extras.options.some(([name]) => name === value) ? extras.options : [...extras.options, [value, value] as [string, string]];
    for (const [name, words] of known) {
      const option = make('option', '', words);
      option.value = name;
      option.selected = name === value;
      select.append(option);
    }
    return select;
  }
  if (extras.lines) {
    const area = make('textarea');
    area.rows = extras.lines;
    area.defaultValue = value;
    area.spellcheck = false;
    return area;
  }
  const input = make('input');
  input.defaultValue = value;
  input.spellcheck = false;
  return input;
}

export function check(key: string, label: string, value: boolean, commit: (value: boolean) => void): HTMLElement {
  const wrapper = make('label', 'wm-check');
  const input = make('input');
  input.type = 'checkbox';
  input.checked = value;
  input.dataset.key = key;
  input.addEventListener('change', () => commit(input.checked));
  wrapper.append(input, label);
  return wrapper;
}

/** Rows of inputs that can be added and removed. */
export function rows(key: string, what: string, cells: HTMLElement[][], add: () => void, remove: (index: number) => void, cellKey?: string): HTMLElement {
  const list = make('div', 'wm-rows');
  cells.forEach((row, index) => {
    const line = make('div', 'wm-row');
    line.append(...row, button('×', () => remove(index), t('Remove {0} {1}', what, index + 1), 'wm-remove'));
    list.append(line);
  });
  const more = button(t('+ Add {0}', what), () => {
    // The focus goes on to what was added.
    more.dataset.key = cellKey ?? more.dataset.key;
    add();
  }, t('+ Add {0}', what), 'wm-add');
  more.dataset.key = key + '-add';
  list.append(more);
  return list;
}

export function section(title: string, open: Map<string, boolean>, ...content: HTMLElement[]): HTMLElement {
  const details = make('details', 'wm-section');
  details.open = open.get(title) ?? false;
  const summary = make('summary', '', title);
  // Not by its toggle event, which comes late: the panel may be drawn anew before it.
  summary.addEventListener('click', () => open.set(title, !details.open));
  summary.dataset.key = 'section-' + title;
  const body = make('div', 'wm-body');
  body.append(...content);
  details.append(summary, body);
  return details;
}
