// A window on the log of an attempt: only the lines in view are in the page, the others stay in the server, however many there are.
import { Line, Lines } from './lines';
import { Search, first } from './search';
import { LINE_HEIGHT, style } from './style';
import { count, locale, t } from '../texts';

// Browsers cap the height of an element: beyond it, scrolling is scaled.
const TALLEST = 8_000_000;
const ESCAPES = /\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)/g;
const ERROR = '(?i)\\b(error|exception|traceback|fatal|panic|segfault|failed|failure)\\b';
const IS_ERROR = new RegExp(ERROR.slice(4), 'i');
const IS_WARNING = /\bwarn(ing|ings)?\b/i;

class AttemptLog extends HTMLElement {
  /** To be followed by the number of a line, as people count: an address of that line. */
  link = '';
  private lines?: Lines;
  private search?: Search;
  private current = -1;
  private top = 0;
  private chosen = -1;
  private follow = true;
  private byProgram = false;
  private due = false;
  private seen = false;
  private readonly piece: (name: string) => HTMLElement;
  private readonly resize = new ResizeObserver(() => this.renderSoon());
  private readonly sight = new IntersectionObserver(entries => this.look(entries.some(entry => entry.isIntersecting)));
  private readonly hiding = () => this.look(this.seen);

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style>
      <div class="bar"><slot name="head"></slot>
        <div class="find"><input type="search" aria-label="${t('Search the log')}" placeholder="${t('Search, regular expression')}" spellcheck="false" title="${t('Enter: next, Shift+Enter: previous')}">
          <span role="status"></span><button class="case" aria-pressed="false" title="${t('Upper and lower case matter')}" aria-label="${t('Match case')}">Aa</button>
          <button class="previous" aria-label="${t('Previous match')}" title="${t('Previous match (Shift+Enter)')}">↑</button><button class="next" aria-label="${t('Next match')}" title="${t('Next match (Enter)')}">↓</button></div>
        <button class="error" title="${t('To the first line that tells of an error, then to the next (E)')}">${t('Errors')}</button>
        <button class="follow" aria-pressed="true" title="${t('Show the newest lines (End)')}">${t('Follow')}</button><a class="button download" download>${t('Download')}</a>
        <span class="count" role="status"></span></div>
      <div class="view" tabindex="0" role="log" aria-live="off" aria-label="${t('Log')}"><div class="rows"></div><div class="size"></div></div>`;
    this.piece = name => root.querySelector(name) as HTMLElement;
    this.piece('.follow').addEventListener('click', () => this.setFollow(!this.follow));
    this.piece('.error').addEventListener('click', () => this.toError());
    this.piece('.next').addEventListener('click', () => this.step(true));
    this.piece('.previous').addEventListener('click', () => this.step(false));
    this.piece('.case').addEventListener('click', event => {
      const button = event.currentTarget as HTMLElement;
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      this.find();
    });
    let typing = 0;
    this.input.addEventListener('input', () => {
      window.clearTimeout(typing);
      typing = window.setTimeout(() => this.find(), 250);
    });
    this.piece('.find').addEventListener('keydown', event => this.searchKey(event));
    this.piece('.view').addEventListener('scroll', () => this.scrolled());
    this.piece('.view').addEventListener('keydown', event => this.key(event));
    this.piece('.rows').addEventListener('click', event => this.clicked(event));
  }

  connectedCallback() {
    this.resize.observe(this.piece('.view'));
    this.sight.observe(this);
    document.addEventListener('visibilitychange', this.hiding);
    this.lines?.listen();
    this.render();
  }

  disconnectedCallback() {
    this.resize.disconnect();
    this.sight.disconnect();
    document.removeEventListener('visibilitychange', this.hiding);
    this.lines?.rest();
  }

  /** The address of the log, and after a # the number of a line to go to, counting from 0; another one starts afresh. */
  set src(source: string) {
    const [address, line] = source.split('#');
    if (address === this.lines?.address) {
      if (line) this.show((this.chosen = Number(line)));
      return;
    }
    this.chosen = line ? Number(line) : -1;
    this.lines?.close();
    this.lines = new Lines(address, () => this.grown());
    this.top = 0;
    this.follow = this.chosen < 0;
    this.showFollow();
    (this.piece('.download') as HTMLAnchorElement).href = address + '.txt';
    this.find();
    this.lines.open();
  }

  private get input() { return this.piece('input') as HTMLInputElement; }

  private look(seen: boolean) {
    this.seen = seen;
    if (seen && !document.hidden) this.lines?.listen();
    else this.lines?.rest();
  }

  private grown() {
    const { total, ended, known, trouble } = this.lines!;
    const first = known && this.piece('.size').style.height === '';
    this.piece('.size').style.height = Math.min(TALLEST, total * LINE_HEIGHT + 4) + 'px';
    this.piece('.count').textContent = trouble || (!known ? '' : total === 0
      ? (ended ? t('no lines') : t('waiting for the first line'))
      : count(total, '1 line', '{0} lines') + (ended ? '' : ', ' + t('running')));
    this.piece('.count').classList.toggle('trouble', !!trouble);
    if (this.chosen >= 0 && (first || this.top === 0) && !this.follow && known) this.show(this.chosen);
    else if (this.follow) this.go(this.lowest());
    this.search?.goOn(total);
    this.renderSoon();
  }

  private visible() { return Math.max(1, Math.floor(this.piece('.view').clientHeight / LINE_HEIGHT)); }

  private lowest() { return Math.max(0, (this.lines?.total ?? 0) - this.visible()); }

  private setFollow(follow: boolean) {
    this.follow = follow;
    this.showFollow();
    if (follow) this.go(this.lowest());
  }

  private showFollow() { this.piece('.follow').setAttribute('aria-pressed', String(this.follow)); }

  private show(number: number) {
    this.setFollow(false);
    this.go(number - Math.floor(this.visible() / 3));
  }

  private go(line: number) {
    this.top = Math.max(0, Math.min(this.lowest(), line));
    const view = this.piece('.view');
    const range = this.piece('.size').offsetHeight - view.clientHeight;
    const target = this.lowest() > 0 ? (this.top / this.lowest()) * Math.max(0, range) : 0;
    if (Math.abs(view.scrollTop - target) >= 1) {
      this.byProgram = true;
      view.scrollTop = target;
    }
    this.renderSoon();
  }

  private scrolled() {
    if (this.byProgram) {
      this.byProgram = false;
      return;
    }
    const view = this.piece('.view');
    const range = this.piece('.size').offsetHeight - view.clientHeight;
    this.top = range > 0 ? Math.round((view.scrollTop / range) * this.lowest()) : 0;
    this.follow = this.top >= this.lowest() - 1;
    this.showFollow();
    this.renderSoon();
  }

  private key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -this.visible(), PageDown: this.visible() }[event.key];
    if (step !== undefined) {
      if (step < 0) this.setFollow(false);
      this.go(this.top + step);
    } else if (event.key === 'Home') {
      this.setFollow(false);
      this.go(0);
    } else if (event.key === 'End') this.setFollow(true);
    else if (event.key === '/') this.input.select();
    else if (event.key === 'e') this.toError();
    else if (event.key === 'n' || event.key === 'N') this.step(event.key === 'n');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private searchKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && event.target === this.input) this.step(!event.shiftKey);
    else if (event.key === 'Escape') {
      this.input.value = '';
      this.find();
      this.piece('.view').focus();
    }
    event.stopPropagation();
  }

  private find() {
    this.search?.close();
    this.search = undefined;
    this.current = -1;
    const words = this.input.value;
    if (words && this.lines) {
      const pattern = this.piece('.case').getAttribute('aria-pressed') === 'true' ? words : '(?i)' + words;
      const search = (this.search = new Search(this.lines.address, pattern, () => this.searched(search)));
      search.goOn(this.lines.total);
    }
    this.showFound();
    this.renderSoon();
  }

  private searched(search: Search) {
    if (search !== this.search) return;
    // While the end of a running log is followed, finding must not lead away from it.
    const following = this.follow && !this.lines!.ended;
    if (this.current < 0 && !following && search.found.length > 0) this.toMatch(Math.max(0, search.at(this.top, true)));
    this.showFound();
  }

  private step(forward: boolean) {
    const search = this.search;
    if (!search || search.found.length === 0) return;
    const many = search.found.length;
    if (this.current >= 0) this.toMatch((this.current + (forward ? 1 : -1) + many) % many);
    else if (forward) this.toMatch(Math.max(0, search.at(this.top, true)));
    else this.toMatch((search.at(this.top, false) + many) % many);
  }

  private toMatch(index: number) {
    this.current = index;
    this.show(this.search!.found[index].number);
    this.showFound();
  }

  private showFound() {
    const search = this.search;
    const status = this.piece('.find span');
    this.piece('.find').classList.toggle('wrong', !!search?.trouble);
    this.piece('.find').title = search?.trouble ?? '';
    const many = search ? `${search.found.length.toLocaleString(locale)}${search.full ? '+' : ''}${search.done ? '' : ' …'}` : '';
    status.textContent = !search ? '' : search.trouble ? t('not readable') : this.current < 0 ? many : t('{0} of {1}', this.current + 1, many);
    for (const name of ['.next', '.previous']) (this.piece(name) as HTMLButtonElement).disabled = !search || search.found.length === 0;
    this.renderSoon();
  }

  /** The first error of the log; from there, the next one each time. */
  private async toError() {
    const lines = this.lines;
    if (!lines) return;
    const from = this.chosen >= 0 && !this.follow ? this.chosen + 1 : 0;
    const found = await first(lines.address, ERROR, from, lines.total) ?? (from > 0 ? await first(lines.address, ERROR, 0, from) : undefined);
    if (lines !== this.lines) return;
    if (found) {
      this.chosen = found.number;
      this.show(found.number);
    } else {
      this.piece('.count').textContent = t('No line tells of an error');
    }
  }

  private clicked(event: Event) {
    const number = (event.target as HTMLElement).closest?.('a.number') as HTMLAnchorElement | null;
    const mouse = event as MouseEvent;
    if (!number || mouse.ctrlKey || mouse.metaKey || mouse.shiftKey) return;
    event.preventDefault();
    this.chosen = Number(number.dataset.line);
    history.replaceState(history.state, '', number.href);
    navigator.clipboard?.writeText(number.href).then(() => (this.piece('.count').textContent = t('The link to line {0} is copied', this.chosen + 1)), () => {});
    this.setFollow(false);
    this.renderSoon();
  }

  private renderSoon() {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.render();
    });
  }

  private render() {
    if (!this.lines) return;
    const fragment = document.createDocumentFragment();
    const end = Math.min(this.lines.total, this.top + this.visible() + 1);
    for (let number = this.top; number < end; number++) fragment.append(this.row(number, this.lines.line(number)));
    this.piece('.rows').replaceChildren(fragment);
  }

  private row(number: number, line?: Line) {
    const row = document.createElement('div');
    const label = document.createElement('a');
    label.className = 'number';
    label.tabIndex = -1;
    label.href = location.pathname + this.link + (number + 1);
    label.setAttribute('router-ignore', '');
    label.dataset.line = String(number);
    label.textContent = String(number + 1);
    row.append(label);
    row.classList.toggle('chosen', number === this.chosen);
    row.classList.toggle('current', this.current >= 0 && this.search?.found[this.current]?.number === number);
    if (!line) {
      row.append('…');
      return row;
    }
    const time = document.createElement('span');
    time.className = 'time';
    time.textContent = new Date(line.time).toLocaleTimeString(locale, { hour12: false });
    time.title = line.time;
    const words = line.text.replace(ESCAPES, '');
    const text = document.createElement('span');
    text.className = 'text ' + line.stream;
    if (IS_ERROR.test(words)) row.classList.add('error');
    else if (IS_WARNING.test(words)) row.classList.add('warn');
    this.write(text, words);
    row.append(time, text);
    return row;
  }

  /** With what the search is for marked. */
  private write(into: HTMLElement, words: string) {
    const expression = this.search?.expression;
    let at = 0;
    if (expression) {
      for (const match of words.matchAll(expression)) {
        if (match[0].length === 0) break;
        const mark = document.createElement('mark');
        mark.textContent = match[0];
        into.append(words.slice(at, match.index), mark);
        at = match.index! + match[0].length;
      }
    }
    into.append(words.slice(at));
  }
}

customElements.define('winslow-attempt-log', AttemptLog);
