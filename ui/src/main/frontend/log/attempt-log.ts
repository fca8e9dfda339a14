// A window on the log of an attempt: it holds a few pages of the log, asks for those in view, and follows the end while the attempt runs.
type Line = { number: number; time: string; stream: 'OUT' | 'ERR' | 'SYSTEM'; text: string };
type Page = { from: number; lines: Line[]; total: number; ended: boolean };

const PAGE = 500;
const LINE_HEIGHT = 18;
const PAGES_KEPT = 12;
// With the pace of the worker, a line is here within half a second of its print.
const FOLLOW_MILLIS = 200;
// Browsers cap the height of an element: beyond it, scrolling is scaled.
const TALLEST = 8_000_000;
const ESCAPES = /\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)/g;

const style = `
:host { display: flex; flex-direction: column; min-height: 180px; overflow: hidden; border-radius: 10px; background: #14171d; color: #d8dce4;
  font: 12px/${LINE_HEIGHT}px ui-monospace, 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.bar { display: flex; gap: 8px; align-items: center; padding: 6px 10px; background: #1d2129; font: 13px system-ui, sans-serif; }
button, a { font: inherit; color: inherit; border: 1px solid #555c69; border-radius: 6px; padding: 3px 10px; background: #2b313c; cursor: pointer;
  text-decoration: none; }
button[aria-pressed=true] { background: #1a5fe0; border-color: #1a5fe0; color: #fff; }
.count { margin-left: auto; color: #aab2c0; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid #7aa7ff; outline-offset: -2px; }
.view { flex: 1; overflow: auto; position: relative; contain: strict; }
.rows { position: sticky; top: 0; left: 0; height: 0; width: max-content; min-width: 100%; }
.rows > div { height: ${LINE_HEIGHT}px; white-space: pre; padding-right: 16px; }
.number { display: inline-block; width: 56px; text-align: right; padding-right: 14px; color: #8791a1; user-select: none; }
.time { color: #8791a1; padding-right: 12px; }
.ERR { color: #ffb3ab; } .SYSTEM { color: #82b1ff; }`;

class AttemptLog extends HTMLElement {
  private pages = new Map<number, Page>();
  private total = 0;
  private ended = false;
  private top = 0;
  private follow = true;
  private address = '';
  private timer = 0;
  private pending = new Set<number>();
  private byProgram = false;
  private readonly view: HTMLElement;
  private readonly size: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly count: HTMLElement;
  private readonly followButton: HTMLButtonElement;
  private readonly download: HTMLAnchorElement;
  private readonly resize = new ResizeObserver(() => this.render());

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style>
      <div class="bar"><button aria-pressed="true" title="Show the newest lines (End)">Follow</button><a download>Download</a>
        <span class="count" role="status"></span></div>
      <div class="view" tabindex="0" role="log" aria-live="off" aria-label="Log"><div class="rows"></div><div class="size"></div></div>`;
    this.view = root.querySelector('.view')!;
    this.rows = root.querySelector('.rows')!;
    this.size = root.querySelector('.size')!;
    this.count = root.querySelector('.count')!;
    this.followButton = root.querySelector('button')!;
    this.download = root.querySelector('a')!;
    this.followButton.addEventListener('click', () => this.setFollow(!this.follow));
    this.view.addEventListener('scroll', () => this.scrolled());
    this.view.addEventListener('keydown', event => this.key(event));
  }

  connectedCallback() {
    this.resize.observe(this.view);
    this.poll();
  }

  disconnectedCallback() {
    this.resize.disconnect();
    window.clearTimeout(this.timer);
  }

  /** The address of the log; another one starts afresh. */
  set src(address: string) {
    if (address === this.address) return;
    this.address = address;
    this.pages.clear();
    this.pending.clear();
    this.total = 0;
    this.top = 0;
    this.ended = false;
    this.download.href = address + '.txt';
    this.setFollow(true);
    this.render();
    if (this.isConnected) this.poll();
  }

  private async poll() {
    window.clearTimeout(this.timer);
    if (!this.address || !this.isConnected) return;
    const address = this.address;
    const last = Math.max(0, Math.floor((this.total - 1) / PAGE));
    await this.load(last, true);
    // Lines that filled more than the last page: the tail is on another one.
    const newLast = Math.max(0, Math.floor((this.total - 1) / PAGE));
    if (newLast !== last) await this.load(newLast, true);
    if (this.follow) this.go(this.lowest());
    if (!this.ended && address === this.address && this.isConnected) {
      this.timer = window.setTimeout(() => this.poll(), FOLLOW_MILLIS);
    }
  }

  private async load(number: number, fresh = false) {
    if ((this.pages.has(number) && !fresh) || this.pending.has(number)) return;
    const address = this.address;
    this.pending.add(number);
    try {
      const answer = await fetch(`${address}?from=${number * PAGE}&count=${PAGE}`);
      if (!answer.ok || address !== this.address) return;
      const page: Page = await answer.json();
      this.pages.delete(number);
      this.pages.set(number, page);
      while (this.pages.size > PAGES_KEPT) this.pages.delete(this.pages.keys().next().value!);
      this.total = page.total;
      this.ended = page.ended;
      this.size.style.height = Math.min(TALLEST, this.total * LINE_HEIGHT + 4) + 'px';
      this.count.textContent = this.total === 0
        ? (this.ended ? 'no lines' : 'waiting for the first line')
        : `${this.total.toLocaleString()} lines${this.ended ? '' : ', running'}`;
      this.render();
    } catch {
      this.count.textContent = 'The server does not answer; trying again';
    } finally {
      this.pending.delete(number);
    }
  }

  private visible() { return Math.max(1, Math.floor(this.view.clientHeight / LINE_HEIGHT)); }

  private lowest() { return Math.max(0, this.total - this.visible()); }

  private setFollow(follow: boolean) {
    this.follow = follow;
    this.followButton.setAttribute('aria-pressed', String(follow));
    if (follow) this.go(this.lowest());
  }

  private go(line: number) {
    this.top = Math.max(0, Math.min(this.lowest(), line));
    const range = this.size.offsetHeight - this.view.clientHeight;
    const target = this.lowest() > 0 ? (this.top / this.lowest()) * Math.max(0, range) : 0;
    if (Math.abs(this.view.scrollTop - target) >= 1) {
      this.byProgram = true;
      this.view.scrollTop = target;
    }
    this.render();
  }

  private scrolled() {
    if (this.byProgram) {
      this.byProgram = false;
      return;
    }
    const range = this.size.offsetHeight - this.view.clientHeight;
    this.top = range > 0 ? Math.round((this.view.scrollTop / range) * this.lowest()) : 0;
    this.follow = this.top >= this.lowest() - 1;
    this.followButton.setAttribute('aria-pressed', String(this.follow));
    this.render();
  }

  private key(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -this.visible(), PageDown: this.visible() }[event.key];
    if (step !== undefined) {
      if (step < 0) this.setFollow(false);
      this.go(this.top + step);
    } else if (event.key === 'Home') {
      this.setFollow(false);
      this.go(0);
    } else if (event.key === 'End') {
      this.setFollow(true);
    } else {
      return;
    }
    event.preventDefault();
  }

  private render() {
    const fragment = document.createDocumentFragment();
    const end = Math.min(this.total, this.top + this.visible() + 1);
    for (let number = this.top; number < end; number++) {
      const page = Math.floor(number / PAGE);
      const line = this.pages.get(page)?.lines[number - page * PAGE];
      if (!line) this.load(page);
      fragment.append(this.row(number, line));
    }
    this.rows.replaceChildren(fragment);
  }

  private row(number: number, line?: Line) {
    const row = document.createElement('div');
    const label = document.createElement('span');
    label.className = 'number';
    label.textContent = String(number + 1);
    row.append(label);
    if (!line) {
      row.append('…');
      return row;
    }
    const time = document.createElement('span');
    time.className = 'time';
    time.textContent = new Date(line.time).toLocaleTimeString(undefined, { hour12: false });
    time.title = line.time;
    const text = document.createElement('span');
    text.className = line.stream;
    text.textContent = line.text.replace(ESCAPES, '');
    row.append(time, text);
    return row;
  }
}

customElements.define('winslow-attempt-log', AttemptLog);
