// How busy a node is and was: a curve each for processors, memory, network, disk and each GPU. All that are in view are fetched in one request.
import { decimal, locale, t } from './texts';
export {};
type Point = { at: number; cpu: number; memory: number; received: number; sent: number; read: number; written: number; gpus: number[] };
type Row = { name: string; lines: { words: string; of: (point: Point) => number }[]; top: (points: Point[]) => number; text: (value: number) => string };

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 40;
const LIVE = 300_000;
const LIVE_EVERY = 2_000;
const PAST_EVERY = 30_000;

class NodeCurves extends HTMLElement {
  node = '';
  memory = 1;
  points: Point[] = [];
  visible = false;
  fetched = 0;
  private length = LIVE;
  private indexes: number[] = [];
  private shown: Row[] = [];
  private at: number | undefined;

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.addEventListener('pointermove', event => this.point(event));
    this.addEventListener('pointerleave', () => this.point(undefined));
    inView.observe(this);
    feed.add(this);
  }

  disconnectedCallback() {
    inView.unobserve(this);
    feed.remove(this);
  }

  get span() {
    return this.length;
  }

  set span(span: number) {
    if (span === this.length) return;
    this.length = span;
    this.points = [];
    this.fetched = 0;
    feed.soon();
  }

  set gpus(gpus: number[]) {
    this.indexes = gpus ?? [];
    this.shown = [];
  }

  take(points: Point[]) {
    this.fetched = Date.now();
    const known = this.length > LIVE ? [] : this.points;
    const last = known.at(-1)?.at ?? 0;
    this.points = [...known, ...points.filter(point => point.at > last)];
    const end = this.points.at(-1)?.at ?? 0;
    this.points = this.points.filter(point => point.at > end - this.length);
    this.draw();
  }

  private rows(): Row[] {
    const rows: Row[] = [
      { name: 'CPU', lines: [{ words: '', of: point => point.cpu }], top: () => 1, text: percent },
      { name: t('Memory'), lines: [{ words: '', of: point => point.memory }], top: () => this.memory, text: size },
      { name: t('Network'), lines: [{ words: '↓ ', of: point => point.received }, { words: '↑ ', of: point => point.sent }], top: highest(point => Math.max(point.received, point.sent)), text: rate },
      { name: t('Disk'), lines: [{ words: t('read') + ' ', of: point => point.read }, { words: t('write') + ' ', of: point => point.written }], top: highest(point => Math.max(point.read, point.written)), text: rate },
    ];
    this.indexes.forEach((gpu, index) => rows.push({ name: 'GPU ' + gpu, lines: [{ words: '', of: point => point.gpus[index] ?? 0 }], top: () => 1, text: percent }));
    return rows;
  }

  private build() {
    this.shown = this.rows();
    this.replaceChildren(...this.shown.map(row => {
      const element = document.createElement('div');
      element.className = 'curve';
      const name = document.createElement('span');
      name.textContent = row.name;
      const value = document.createElement('span');
      value.className = 'value';
      const svg = make('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
      row.lines.forEach((_, index) => svg.append(make('path', { class: 'area line-' + index }), make('path', { class: 'line line-' + index })));
      svg.append(make('line', { class: 'pointer', y1: 0, y2: HEIGHT }));
      element.append(name, value, svg);
      return element;
    }));
  }

  private draw() {
    if (this.shown.length === 0) this.build();
    const end = Math.max(this.points.at(-1)?.at ?? 0, Date.now() - 15_000);
    const x = (at: number) => WIDTH * (1 - (end - at) / this.length);
    const pointed = this.at === undefined ? undefined : nearest(this.points, end - this.length * (1 - this.at));
    const point = pointed ?? this.points.at(-1);
    const gap = Math.max(4_000, this.length / 40);
    const said: string[] = [];
    this.shown.forEach((row, index) => {
      const element = this.children[index];
      const top = Math.max(row.top(this.points), 1e-9);
      const text = point ? row.lines.map(line => line.words + row.text(line.of(point))).join(' ') : '–';
      element.querySelector('.value')!.textContent = pointed ? `${text} · ${when(pointed.at, this.length)}` : text;
      said.push(`${row.name} ${text}`);
      row.lines.forEach((line, at) => {
        const y = (each: Point) => HEIGHT - 1 - (HEIGHT - 3) * Math.min(1, line.of(each) / top);
        let path = '';
        let area = '';
        pieces(this.points, gap).forEach(piece => {
          const drawn = piece.map(each => `${x(each.at).toFixed(1)} ${y(each).toFixed(1)}`).join('L');
          path += 'M' + drawn;
          area += `M${x(piece[0].at).toFixed(1)} ${HEIGHT}L${drawn}L${x(piece.at(-1)!.at).toFixed(1)} ${HEIGHT}Z`;
        });
        element.querySelector('.line.line-' + at)!.setAttribute('d', path);
        element.querySelector('.area.line-' + at)!.setAttribute('d', area);
      });
      const pointer = element.querySelector('.pointer')!;
      pointer.toggleAttribute('hidden', !pointed);
      const place = pointed ? x(pointed.at) : -9;
      pointer.setAttribute('x1', String(place));
      pointer.setAttribute('x2', String(place));
    });
    this.setAttribute('aria-label', this.points.length === 0 ? t('Nothing is known of its load yet') : said.join(', '));
  }

  private point(event: PointerEvent | undefined) {
    const svg = this.querySelector('svg')?.getBoundingClientRect();
    this.at = event && svg && svg.width > 0 ? Math.max(0, Math.min(1, (event.clientX - svg.left) / svg.width)) : undefined;
    if (this.points.length > 0) this.draw();
  }
}

/** Asks for all curves that are in view at once; nothing while the page is hidden. */
class Feed {
  private readonly all = new Set<NodeCurves>();
  private timer = 0;
  private asking = false;

  add(curves: NodeCurves) {
    this.all.add(curves);
    this.timer ||= window.setInterval(() => void this.ask(), 1000);
  }

  remove(curves: NodeCurves) {
    this.all.delete(curves);
    if (this.all.size === 0) {
      window.clearInterval(this.timer);
      this.timer = 0;
    }
  }

  soon() {
    queueMicrotask(() => void this.ask());
  }

  private async ask() {
    if (this.asking || document.hidden) return;
    this.asking = true;
    try {
      const due = [...this.all].filter(each => each.visible && each.node && Date.now() - each.fetched >= (each.span > LIVE ? PAST_EVERY : LIVE_EVERY) - 100);
      for (const span of new Set(due.map(each => each.span))) await this.fetch(due.filter(each => each.span === span), span);
    } finally {
      this.asking = false;
    }
  }

  private async fetch(some: NodeCurves[], span: number) {
    const after = span > LIVE ? 0 : Math.min(...some.map(each => each.points.at(-1)?.at ?? 0));
    const query = new URLSearchParams([['span', String(span)], ['after', String(after)], ...some.map(each => ['node', each.node])]);
    try {
      const answer = await fetch('page/nodes/load?' + query);
      if (!answer.ok) throw new Error(String(answer.status));
      const loads = await answer.json();
      some.filter(each => each.span === span).forEach(each => each.take(loads[each.node] ?? []));
    } catch {
      // The server is away, or a node has just been removed: the curves stand still until the next answer.
      some.forEach(each => (each.fetched = Date.now() + 3_000));
    }
  }
}

const feed = new Feed();
const inView = new IntersectionObserver(entries => {
  entries.forEach(entry => ((entry.target as NodeCurves).visible = entry.isIntersecting));
  feed.soon();
});

function highest(value: (point: Point) => number) {
  return (points: Point[]) => points.reduce((most, point) => Math.max(most, value(point)), 1e6);
}

function pieces(points: Point[], gap: number): Point[][] {
  const all: Point[][] = [];
  points.forEach((point, index) => {
    if (index > 0 && point.at - points[index - 1].at <= gap) all.at(-1)!.push(point);
    else all.push([point]);
  });
  return all;
}

function nearest(points: Point[], at: number): Point | undefined {
  return points.reduce<Point | undefined>((best, point) => (best && Math.abs(best.at - at) <= Math.abs(point.at - at) ? best : point), undefined);
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function when(at: number, span: number): string {
  const options: Intl.DateTimeFormatOptions = span > 86_400_000 ? { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } : { hour: '2-digit', minute: '2-digit', second: span > LIVE ? undefined : '2-digit' };
  return new Date(at).toLocaleString(locale, options);
}

function percent(share: number): string {
  return Math.round(share * 100) + ' %';
}

function size(bytes: number): string {
  const unit = bytes < 1e3 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return (unit === 0 ? Math.round(bytes) : decimal(bytes / 1000 ** unit)) + ' ' + ['B', 'kB', 'MB', 'GB', 'TB'][unit];
}

function rate(bytes: number): string {
  return size(bytes) + '/s';
}

customElements.define('winslow-node-curves', NodeCurves);
