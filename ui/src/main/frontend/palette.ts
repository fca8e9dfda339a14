// Search over everything and all that can be done, by keyboard, on every page; and the sheet of shortcuts. Also applies the density that was chosen.
import { later, t } from './texts';
type Hit = { kind: string; title: string; about: string; address: string };
type Action = { id: string; title: string; about: string; keys: string; address: string };
type Option = { sign: string; title: string; about: string; keys: string; pick: () => void };

const KINDS: Record<string, string> = { PROJECT: later('Project'), TASK: later('Task'), PIPELINE: later('Pipeline'), STAGE: later('Stage'), TAG: later('Tag'), NODE: later('Node'), RUN: later('Run'), POOL_FILE: later('Pool'), FILE: later('File') };
const SHORTCUTS: [string, [string, string][]][] = [
  [later('Everywhere'), [['/', later('Search')], [later('Ctrl') + ' K', later('Search, and do something')], ['?', later('This sheet')], ['g p', later('To the projects')], ['g i', later('To the inbox')], ['g n', later('To the nodes')],
    ['g l', later('To the pipelines')], ['g o', later('To the pool')], ['g a', later('To the administration')], ['Alt N', later('New project, on the page of projects')]]],
  [later('In a log'), [['/', later('Search in it')], ['Enter', later('Next found')], [later('Shift') + ' Enter', later('The one before')], ['e', later('Next error')], [later('End'), later('Follow')]]],
  [later('On a diagram or a chart'), [['Tab', later('To the steps')], ['Enter', later('Open a step')], ['← →', later('Walk through attempts')]]],
];
const DENSITY = 'winslow-density';
const PAUSE = 120;

const applyDensity = () => (document.documentElement.dataset.density = localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'comfortable');
applyDensity();

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name = '', text = '') => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};

class Palette extends HTMLElement {
  actions: Action[] = [];
  private readonly dialog = make('dialog', 'winslow-palette');
  private readonly help = make('dialog', 'winslow-palette winslow-help');
  private readonly input = make('input', 'winslow-palette-input');
  private readonly list = make('ul', 'winslow-palette-list');
  private readonly count = make('div', 'winslow-palette-count');
  private options: Option[] = [];
  private at = 0;
  private timer = 0;
  private asked = 0;
  private answered = 0;
  /** Whether the person walked to a row of what is shown. */
  private walked = false;
  /** Whether the first row of the answer that is awaited is to be picked. */
  private entered = false;
  private going = 0;
  private readonly keys = (event: KeyboardEvent) => this.key(event);
  private readonly opened = () => this.open();

  connectedCallback() {
    if (!this.firstChild) this.build();
    document.body.append(this.dialog, this.help);
    document.addEventListener('keydown', this.keys);
    document.addEventListener('winslow-search', this.opened);
  }

  disconnectedCallback() {
    this.dialog.remove();
    this.help.remove();
    document.removeEventListener('keydown', this.keys);
    document.removeEventListener('winslow-search', this.opened);
  }

  private build() {
    const trigger = make('button', 'winslow-search-button');
    trigger.type = 'button';
    trigger.append(make('span', '', t('Search')), make('kbd', '', '/'));
    trigger.setAttribute('aria-keyshortcuts', '/ Control+K');
    trigger.addEventListener('click', () => this.open());
    this.append(trigger);
    this.dialog.setAttribute('aria-label', t('Search, or do something'));
    this.input.type = 'text';
    this.input.placeholder = t('Search everything, or say what to do');
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'winslow-palette-list', 'aria-autocomplete': 'list', 'aria-label': t('Search everything, or say what to do') })) this.input.setAttribute(name, value);
    this.list.id = 'winslow-palette-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', t('Found'));
    this.count.setAttribute('role', 'status');
    this.dialog.append(this.input, this.list, this.count);
    this.input.addEventListener('input', () => this.later());
    this.dialog.addEventListener('close', () => this.closed());
    this.dialog.addEventListener('keydown', event => this.choose(event));
    for (const dialog of [this.dialog, this.help]) dialog.addEventListener('click', event => event.target === dialog && dialog.close());
    this.buildHelp();
  }

  private buildHelp() {
    this.help.setAttribute('aria-label', t('Keyboard shortcuts'));
    const close = make('button', 'winslow-help-close', t('Close'));
    close.type = 'button';
    close.addEventListener('click', () => this.help.close());
    const head = make('div', 'winslow-help-head');
    head.append(make('h2', '', t('Keyboard shortcuts')), close);
    const body = make('div', 'winslow-help-body');
    this.help.append(head, body);
    for (const [place, keys] of SHORTCUTS) {
      const list = make('dl');
      for (const [key, what] of keys) {
        const term = make('dt');
        term.append(...key.split(' ').map(part => make('kbd', '', t(part))));
        list.append(term, make('dd', '', t(what)));
      }
      const part = make('section');
      part.append(make('h3', '', t(place)), list);
      body.append(part);
    }
  }

  private open() {
    if (this.dialog.open) return;
    this.input.value = '';
    this.dialog.showModal();
    this.input.focus();
    void this.search();
  }

  private key(event: KeyboardEvent) {
    if (event.defaultPrevented || this.dialog.open || this.help.open || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.open();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || Palette.isTyping(event)) return;
    this.plain(event);
  }

  private plain(event: KeyboardEvent) {
    const target = Date.now() - this.going < 1200 ? this.actions.find(action => action.keys === `g ${event.key}`) : undefined;
    this.going = event.key === 'g' ? Date.now() : 0;
    if (target) this.go(target.address);
    else if (event.key === '/') this.open();
    else if (event.key === '?') this.help.showModal();
    else return;
    event.preventDefault();
  }

  /** Pages with keys of their own, such as the log and the modeller, keep them. */
  private static isTyping(event: KeyboardEvent) {
    return event.composedPath().some(node => node instanceof HTMLElement
      && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT|WINSLOW-ATTEMPT-LOG|WINSLOW-FRAME-ANNOTATOR|WINSLOW-PIPELINE-MODELLER)$/.test(node.tagName)));
  }

  private closed() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.entered = false;
  }

  private later() {
    window.clearTimeout(this.timer);
    this.entered = false;
    this.walked = false;
    this.timer = window.setTimeout(() => void this.search(), PAUSE);
  }

  private async search() {
    this.timer = 0;
    const words = this.input.value.trim();
    const number = ++this.asked;
    const doing = this.doing(words);
    if (!words) this.show(doing);
    const here = location.pathname.slice(new URL(document.baseURI).pathname.length);
    try {
      const answer = await fetch(`page/search?${new URLSearchParams({ q: words, at: here })}`, { headers: { accept: 'application/json' } });
      if (number !== this.asked) return;
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const { hits, actions } = (await answer.json()) as { hits: Hit[]; actions: Action[] };
      const found = hits.map(hit => ({ sign: t(KINDS[hit.kind] ?? hit.kind), title: hit.title, about: hit.about, keys: '', pick: () => this.go(hit.address) }));
      const moves = actions.map(action => this.option(action));
      this.answer(number, words ? [...moves, ...found, ...doing] : [...moves, ...doing]);
    } catch {
      if (number === this.asked) this.answer(number, doing, t('The server does not answer: only what the page can do by itself is shown.'));
    }
  }

  private answer(number: number, options: Option[], note = '') {
    this.answered = number;
    this.show(options, note);
    if (this.entered && !this.awaits) this.pick(this.at);
  }

  /** Whether what is shown answers other words than those that stand there. */
  private get awaits() { return this.timer !== 0 || this.answered !== this.asked; }

  /** What can be done that has all of the words. */
  private doing(words: string): Option[] {
    const wanted = words.toLowerCase().split(/\s+/);
    return this.actions.filter(action => wanted.every(word => `${action.title} ${action.about}`.toLowerCase().includes(word))).map(action => this.option(action));
  }

  private option(action: Action): Option {
    return { sign: t('Do'), title: action.title, about: action.about, keys: action.keys, pick: () => this.act(action) };
  }

  private act(action: Action) {
    if (action.address) this.go(action.address);
    else if (action.id === 'help') this.help.showModal();
    else if (action.id === 'density') {
      localStorage.setItem(DENSITY, document.documentElement.dataset.density === 'compact' ? 'comfortable' : 'compact');
      applyDensity();
      window.dispatchEvent(new Event('resize'));
    } else (this as unknown as { $server: { act(id: string): void } }).$server.act(action.id);
  }

  /** As a click on a link, which the router takes. */
  private go(address: string) {
    const link = make('a');
    link.href = new URL(address === '' ? '.' : address, document.baseURI).href;
    document.body.append(link);
    link.click();
    link.remove();
  }

  private show(options: Option[], note = '') {
    this.options = options;
    this.walked = false;
    this.list.replaceChildren(...options.map((option, number) => this.row(option, number)));
    this.count.textContent = note || (options.length === 0 ? t('Nothing found. Names, tags, files and ids can be searched for, by parts of words.') : t('{0} found', options.length));
    this.move(0);
  }

  private row(option: Option, number: number) {
    const row = make('li');
    row.id = `winslow-palette-${number}`;
    row.setAttribute('role', 'option');
    const words = make('span', 'winslow-palette-words');
    words.append(make('span', 'winslow-palette-title', option.title), make('span', 'winslow-palette-about', option.about));
    row.append(make('span', 'winslow-palette-sign', option.sign), words);
    if (option.keys) row.append(make('kbd', '', option.keys));
    row.addEventListener('pointermove', () => this.at !== number && this.move(number, false));
    row.addEventListener('click', () => this.pick(number));
    return row;
  }

  private choose(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) this.walked = true;
    if (step) this.move(Math.abs(step) === 1 ? (this.at + step + this.options.length) % this.options.length : Math.min(Math.max(this.at + step, 0), this.options.length - 1));
    else if (event.key === 'Enter' && !event.isComposing) this.enter();
    else if (event.key === 'Escape') this.dialog.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Who types and presses Enter at once means what they typed, not what was found before. */
  private enter() {
    if (this.awaits && !this.walked) this.entered = true;
    else this.pick(this.at);
  }

  private move(to: number, scroll = true) {
    this.at = Number.isFinite(to) ? to : 0;
    Array.from(this.list.children).forEach((row, number) => row.setAttribute('aria-selected', String(number === this.at)));
    const row = this.list.children[this.at];
    if (row) this.input.setAttribute('aria-activedescendant', row.id);
    else this.input.removeAttribute('aria-activedescendant');
    if (scroll) row?.scrollIntoView({ block: 'nearest' });
  }

  private pick(number: number) {
    const option = this.options[number];
    if (!option) return;
    this.dialog.close();
    option.pick();
  }
}

if (!customElements.get('winslow-palette')) customElements.define('winslow-palette', Palette);
