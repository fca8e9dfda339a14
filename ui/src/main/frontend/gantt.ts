// Attempts in time: a lane for each step, a bar for each attempt; what ran side by side stands in rows of its lane. Bars are walked with the arrow keys; what runs grows by itself.
import { TimeScale } from './time-scale';
import { decimal, t } from './texts';

type Lane = { id: string; name: string };
type Bar = { id: string; lane: string; state: string; words: string; start: number; end: number };

const LANE = 34;
const BAR = 20;
/** Between two rows of a lane, and the most that it gets. */
const ROW = 24;
const MOST_ROWS = 16;
const AXIS = 24;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 604800].map(each => each * 1000);
const SVG = 'http://www.w3.org/2000/svg';

class Gantt extends HTMLElement {
  lanes: Lane[] = [];
  begin = 0;
  finish = 0;
  private all: Bar[] = [];
  private ahead = 0;
  private timer = 0;
  private focused = '';
  private due = 0;
  private drawn: unknown[] = [];
  private groups = new Map<Bar, SVGElement>();
  private readonly resize = new ResizeObserver(() => this.drawSoon());

  constructor() {
    super();
    // Many bars are listened to at once; their titles are made for those that are looked at.
    this.addEventListener('click', event => this.of(event, bar => this.choose(bar)));
    this.addEventListener('keydown', event => this.of(event, bar => this.key(event, bar)));
    this.addEventListener('focusin', event => this.of(event, bar => this.reach(bar)));
    this.addEventListener('pointerover', event => this.of(event, bar => this.describe(bar)));
  }

  connectedCallback() {
    this.resize.observe(this);
    this.timer = window.setInterval(() => !document.hidden && this.finish === 0 && this.offsetWidth > 0 && !this.contains(document.activeElement) && this.drawSoon(), 1000);
    this.drawSoon();
  }

  disconnectedCallback() {
    this.resize.disconnect();
    window.clearInterval(this.timer);
    cancelAnimationFrame(this.due);
  }

  set bars(bars: Bar[]) {
    this.all = bars ?? [];
    this.drawSoon();
  }

  /** The server's time: clocks differ. */
  set now(now: number) {
    this.ahead = now - Date.now();
    this.drawSoon();
  }

  /** Two frames after the last change: a page that opens finds its widths from frame to frame, and many bars are much work to draw for each of them. */
  private drawSoon() {
    cancelAnimationFrame(this.due);
    this.due = requestAnimationFrame(() => (this.due = requestAnimationFrame(() => this.draw())));
  }

  private draw() {
    const width = this.clientWidth;
    if (width === 0) return;
    const now = Date.now() + this.ahead;
    const end = Math.max(this.finish || now, ...this.all.map(bar => bar.end), this.begin + 1000);
    const wanted = [width, this.begin, end, this.all, this.lanes];
    if (wanted.every((each, i) => each === this.drawn[i])) return;
    this.drawn = wanted;
    // The bars of another run: they are reached at the first.
    if (!this.all.some(bar => keyOf(bar) === this.focused)) this.focused = '';
    const labels = width < 560 ? 0 : Math.min(200, width * 0.22);
    const scale = new TimeScale(this.begin, end, this.all.filter(bar => bar.id).map(bar => [bar.start, bar.end || now]), labels, width - 8);
    const lane = labels === 0 ? LANE + 16 : LANE;
    const rows = new Map(this.lanes.map(each => [each.id, packed(this.all.filter(bar => bar.lane === each.id))]));
    const more = (id: string) => (Math.max(...rows.get(id)!.values()) || 0) * ROW;
    const height = AXIS + this.lanes.reduce((sum, each) => sum + lane + more(each.id), 0) + 4;
    const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
    this.axis(svg, scale, height);
    const tops = new Map<Bar, number>();
    let top = AXIS;
    for (const each of this.lanes) {
      rows.get(each.id)!.forEach((row, bar) => tops.set(bar, top + lane - LANE + row * ROW));
      const line = make('line', { x1: 0, x2: width, y1: top + 0.5, y2: top + 0.5, class: 'lane' });
      const name = make('text', { x: labels === 0 ? 0 : 2, y: labels === 0 ? top + 14 : top + LANE / 2 + 4, class: 'name' });
      name.textContent = labels === 0 ? each.name : shorten(each.name, Math.floor(labels / 7.2));
      svg.append(line, name);
      top += lane + more(each.id);
    }
    const next = new Map<number, number>();
    const drawn = this.all.toReversed().flatMap<[Bar, SVGElement]>(bar => {
      const top = tops.get(bar);
      if (top === undefined) return [];
      const x = scale.x(bar.start);
      const room = (next.get(top) ?? width) - x;
      next.set(top, x);
      return [[bar, this.bar(bar, x, Math.max(3, scale.x(bar.end || now) - x), top, room, now)]];
    });
    this.groups = new Map(drawn.reverse());
    svg.append(...this.groups.values());
    const hadFocus = this.contains(document.activeElement);
    this.replaceChildren(svg);
    if (hadFocus) (this.querySelector('[tabindex="0"]') as SVGElement | null)?.focus();
  }

  private of(event: Event, act: (bar: Bar) => void) {
    const group = (event.target as Element).closest('.bar');
    const bar = [...this.groups.keys()].find(each => this.groups.get(each) === group);
    if (bar) act(bar);
  }

  private axis(svg: SVGElement, scale: TimeScale, height: number) {
    for (const { x, width, millis } of scale.waits()) {
      svg.append(make('rect', { x, y: 4, width, height: height - 4, class: 'wait' }));
      const text = make('text', { x: x + width / 2, y: 15, class: 'tick', 'text-anchor': 'middle' });
      text.textContent = '⋯ ' + took(millis);
      svg.append(text);
    }
    const step = STEPS.find(each => each * scale.perMilli >= 80) ?? STEPS.at(-1)!;
    let free = 0;
    for (const { x, millis } of scale.ticks(step)) {
      svg.append(make('line', { x1: x, x2: x, y1: 4, y2: height, class: 'grid' }));
      const text = make('text', { x: x + 3, y: 15, class: 'tick' });
      text.textContent = millis === 0 ? '0' : took(millis);
      const length = text.textContent.length * 6.5 + 8;
      if (x >= free && x + length < this.clientWidth && !scale.waits().some(wait => x + length > wait.x - 14 && x < wait.x + wait.width + 14)) {
        svg.append(text);
        free = x + length;
      }
    }
  }

  /** @param room in pixels from its start to the next bar of its row */
  private bar(bar: Bar, x: number, length: number, top: number, room: number, now: number) {
    const tabbed = this.focused ? this.focused === keyOf(bar) : bar === this.all[0];
    const lasted = took((bar.end || now) - bar.start);
    const words = `${this.lanes.find(lane => lane.id === bar.lane)?.name}, ${bar.words}, ${lasted}`;
    const group = make('g', { class: 'bar ' + bar.state + (bar.end ? '' : ' open'), tabindex: tabbed ? 0 : -1, role: bar.id ? 'button' : 'img', 'aria-label': words });
    const y = top + (LANE - BAR) / 2;
    group.append(make('rect', { x, y, width: length, height: BAR, rx: Math.min(5, length / 2) }));
    const inside = length > lasted.length * 7 + 12;
    let reach = Math.max(24, length);
    if (inside || length + lasted.length * 7 + 8 < room) {
      const text = make('text', { x: inside ? x + 7 : x + length + 5, y: y + 14.5, class: inside ? 'inside' : 'beside' });
      text.textContent = lasted;
      group.append(text);
      if (!inside) reach = Math.max(reach, length + 5 + lasted.length * 8);
    }
    // What lasted but a moment is met as well, and its words are part of it.
    group.append(make('path', { d: `M${x} ${top + (LANE - ROW) / 2}h${reach}v${ROW}h${-reach}z`, fill: 'none', 'pointer-events': 'all' }));
    return group;
  }

  /** By a pointer, the keyboard or a screen reader: from here on Tab comes back to this bar. */
  private reach(bar: Bar) {
    this.focused = keyOf(bar);
    this.querySelectorAll('[tabindex="0"]').forEach(each => each.setAttribute('tabindex', '-1'));
    this.groups.get(bar)!.setAttribute('tabindex', '0');
    this.describe(bar);
  }

  private describe(bar: Bar) {
    const group = this.groups.get(bar)!;
    if (group.querySelector('title')) return;
    const title = make('title', {});
    title.textContent = group.getAttribute('aria-label') + (bar.id ? '\n' + t('Opens its log') : '');
    group.prepend(title);
  }

  private choose(bar: Bar) {
    if (bar.id) this.dispatchEvent(new CustomEvent('attempt-chosen', { detail: { id: bar.id } }));
  }

  private key(event: KeyboardEvent, bar: Bar) {
    const bars = [...this.groups.keys()];
    const index = bars.indexOf(bar);
    const to = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to !== undefined) {
      this.groups.get(bars[Math.max(0, Math.min(bars.length - 1, to))])!.focus();
    } else if (event.key === 'Enter' || event.key === ' ') this.choose(bar);
    else return;
    event.preventDefault();
  }
}

function keyOf(bar: Bar) { return bar.id || bar.lane + bar.start; }

/** The row of each bar: the first that is free when it starts. Where too many ran side by side, they share rows. */
function packed(bars: Bar[]): Map<Bar, number> {
  const ends: number[] = [];
  return new Map(bars.map(bar => {
    const free = ends.findIndex(end => end <= bar.start);
    const row = free >= 0 ? free : ends.length < MOST_ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = bar.end || Infinity;
    return [bar, row];
  }));
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function shorten(text: string, most: number) { return text.length <= most ? text : text.slice(0, most - 1) + '…'; }

/** In the two largest units. */
function took(millis: number): string {
  const seconds = Math.round(millis / 1000);
  if (millis < 10_000 && millis % 1000 !== 0) return decimal(millis / 1000) + ' s';
  if (seconds < 60) return seconds + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min' + (seconds % 60 ? ` ${seconds % 60} s` : '');
  if (seconds < 172_800) return Math.floor(seconds / 3600) + ' h' + (seconds % 3600 >= 60 ? ` ${Math.floor((seconds % 3600) / 60)} min` : '');
  return Math.floor(seconds / 86_400) + ' ' + t('d') + (seconds % 86_400 >= 3600 ? ` ${Math.floor((seconds % 86_400) / 3600)} h` : '');
}

customElements.define('winslow-gantt', Gantt);
