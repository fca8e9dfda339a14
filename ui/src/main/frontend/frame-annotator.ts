// Sets reference points, lanes, counting lines and the scale on a frame. The model is the reference-points file, in pixels of the frame.
// Drawn on an SVG with its own view of the frame; the elements of points are kept over redraws, or a drag would lose the focus.
import { distance, finish, nudge, type Drawing, type Model, type Spot } from './frame-model';

type Tool = 'point' | 'lane' | 'line' | 'measure' | 'pan';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const GRIP_PIXELS = 14;
const UNDO_STEPS = 200;

const tools: { tool: Tool; label: string; key: string; hint: string }[] = [
  { tool: 'point', label: 'Point', key: 'p', hint: 'Click a spot that keeps still: a road marking, a manhole, a corner of a kerb' },
  { tool: 'lane', label: 'Lane', key: 'l', hint: 'Click along the middle of a lane; a double click ends it' },
  { tool: 'line', label: 'Counting line', key: 'c', hint: 'Click both ends of a line across the road' },
  { tool: 'measure', label: 'Measure', key: 'm', hint: 'Click both ends of a known distance, then say how many metres it is' },
  { tool: 'pan', label: 'Move view', key: 'v', hint: 'Drag the frame; the wheel zooms' },
];

const style = `
:host { display: grid; grid-template-columns: minmax(0, 1fr) 290px; grid-template-rows: auto minmax(0, 1fr) auto; height: min(74vh, 820px);
  border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 12px; overflow: hidden; font-size: 14px; }
.bar, .status { grid-column: 1; display: flex; gap: 6px; align-items: center; flex-wrap: wrap; padding: 6px 8px;
  background: color-mix(in srgb, currentColor 6%, transparent); }
.status { gap: 18px; font-variant-numeric: tabular-nums; font-size: 13px; min-height: 20px; }
button { font: inherit; min-height: 32px; padding: 3px 12px; border-radius: 7px; border: 1px solid color-mix(in srgb, currentColor 40%, transparent);
  background: transparent; color: inherit; cursor: pointer; }
button[aria-pressed=true] { background: #1a5fe0; border-color: #1a5fe0; color: #fff; }
.gap { flex: 1; }
svg { grid-column: 1; width: 100%; height: 100%; background: #0c0e12; touch-action: none; display: block; cursor: crosshair; user-select: none; }
svg.pan { cursor: grab; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: 2px; }
.point { cursor: move; outline: none; }
.point .grip { fill: transparent; }
.point .under { fill: none; stroke: #000; stroke-opacity: .6; stroke-width: 4; }
.point .over { fill: none; stroke: #ffd400; stroke-width: 2; }
.point.chosen .over { stroke: #35e06a; stroke-width: 3; }
.point:focus-visible .grip { stroke: #fff; stroke-dasharray: 3 2; stroke-width: 2; }
text { font: 600 13px system-ui, sans-serif; fill: #fff; paint-order: stroke; stroke: #000; stroke-width: 3px; }
polyline { fill: none; stroke-width: 3; vector-effect: non-scaling-stroke; }
.lane { stroke: #35c8ff; } .line { stroke: #ff5ac8; } .measure { stroke: #9dff5a; } .unfinished { stroke-dasharray: 6 4; }
aside { grid-column: 2; grid-row: 1 / -1; overflow: auto; padding: 12px 14px; border-left: 1px solid color-mix(in srgb, currentColor 16%, transparent); }
h3 { margin: 0 0 8px; font-size: 15px; } h3:not(:first-child) { margin-top: 18px; }
.row { display: grid; grid-template-columns: 26px 1fr 1fr 30px; gap: 6px; align-items: center; padding: 3px 0; }
.row.named { grid-template-columns: 26px 1fr 30px; }
.row.chosen { background: color-mix(in srgb, #35e06a 18%, transparent); border-radius: 6px; }
aside input { font: inherit; width: 100%; box-sizing: border-box; min-height: 30px; padding: 2px 7px; border-radius: 6px; color: inherit;
  border: 1px solid color-mix(in srgb, currentColor 35%, transparent); background: color-mix(in srgb, currentColor 4%, transparent); }
aside p { margin: 0 0 8px; opacity: .8; font-size: 13px; } aside .remove { padding: 0; min-height: 28px; }
@media (max-width: 900px) { :host { grid-template-columns: 1fr; height: auto; } svg { height: 60vh; } aside { grid-column: 1; grid-row: auto; border: 0; } }`;

function svg(name: string, attributes: Record<string, string | number> = {}, ...children: Node[]) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

class FrameAnnotator extends HTMLElement {
  private model: Model = { frame: 0, width: 0, height: 0, points: [], lanes: [], lines: [] };
  private undoSteps: string[] = [];
  private redoSteps: string[] = [];
  private tool: Tool = 'point';
  private chosen = -1;
  private drawing?: Drawing;
  private view = { zoom: 1, x: 0, y: 0 };
  private touched = false;
  private pointers = new Map<number, Spot>();
  private drag?: { kind: 'view' | 'point'; from: Spot; start: Spot; before: string; moved: boolean };
  private press?: { at: Spot; touch: boolean };
  private pinch?: { distance: number; middle: Spot };
  private marks: SVGElement[] = [];
  private readonly canvas: SVGSVGElement;
  private readonly frame = svg('image') as SVGImageElement;
  private readonly lines = svg('g');
  private readonly picture = svg('g', {}, this.frame, this.lines);
  private readonly points = svg('g');
  private readonly side: HTMLElement;
  private readonly status: HTMLElement;
  private readonly resize = new ResizeObserver(() => (this.touched ? this.draw() : this.fit()));

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style><div class="bar" role="toolbar" aria-label="Tools">
      ${tools.map(t => `<button data-tool="${t.tool}" aria-pressed="${t.tool === 'point'}" title="${t.hint} (${t.key.toUpperCase()})">${t.label}</button>`).join('')}
      <span class="gap"></span>
      <button data-act="undo" title="Ctrl+Z">Undo</button><button data-act="redo" title="Ctrl+Y">Redo</button>
      <button data-act="remove" title="Delete">Delete</button><button data-act="fit" title="0">Fit</button>
      <button data-act="in" title="+" aria-label="Zoom in">+</button><button data-act="out" title="-" aria-label="Zoom out">−</button></div>`;
    this.canvas = svg('svg', {
      tabindex: 0, role: 'application',
      'aria-label': 'Frame of the video. Click to set a point; arrow keys move the chosen point by a pixel, with Shift by ten, with Alt by a tenth.',
    }, this.picture, this.points) as SVGSVGElement;
    this.status = document.createElement('div');
    this.status.className = 'status';
    this.status.setAttribute('role', 'status');
    this.side = document.createElement('aside');
    root.append(this.canvas, this.status, this.side);
    root.querySelector('.bar')!.addEventListener('click', event => {
      const button = (event.target as Element).closest('button');
      if (button?.dataset.tool) this.take(button.dataset.tool as Tool);
      else if (button?.dataset.act) this.act(button.dataset.act);
    });
    this.listen();
  }

  connectedCallback() { this.resize.observe(this.canvas); }

  disconnectedCallback() { this.resize.disconnect(); }

  set src(address: string) {
    const image = new Image();
    image.addEventListener('load', () => {
      this.model.width = image.naturalWidth;
      this.model.height = image.naturalHeight;
      this.frame.setAttribute('width', String(image.naturalWidth));
      this.frame.setAttribute('height', String(image.naturalHeight));
      this.frame.setAttribute('href', address);
      this.fit();
    });
    image.src = address;
  }

  set value(text: string) {
    const read = JSON.parse(text);
    this.model = { ...read, points: read.points ?? [], lanes: read.lanes ?? [], lines: read.lines ?? [] };
    this.undoSteps = [];
    this.redoSteps = [];
    this.drawList();
    this.draw();
  }

  get value() { return JSON.stringify(this.model); }

  private listen() {
    const canvas = this.canvas;
    canvas.addEventListener('pointerdown', event => this.down(event));
    canvas.addEventListener('pointermove', event => this.move(event));
    canvas.addEventListener('pointerup', event => this.up(event, true));
    canvas.addEventListener('pointercancel', event => this.up(event, false));
    canvas.addEventListener('dblclick', () => this.endDrawing());
    canvas.addEventListener('keydown', event => this.key(event));
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * 0.0015), this.spot(event));
    }, { passive: false });
  }

  private spot(event: MouseEvent): Spot {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private toFrame([x, y]: Spot): Spot { return [round((x - this.view.x) / this.view.zoom), round((y - this.view.y) / this.view.zoom)]; }

  private toScreen([x, y]: Spot): Spot { return [x * this.view.zoom + this.view.x, y * this.view.zoom + this.view.y]; }

  private inside([x, y]: Spot) { return x >= 0 && y >= 0 && x <= this.model.width && y <= this.model.height; }

  private zoom(factor: number, at: Spot) {
    this.touched = true;
    const zoom = Math.max(0.05, Math.min(60, this.view.zoom * factor));
    const grown = zoom / this.view.zoom;
    this.view = { zoom, x: at[0] - (at[0] - this.view.x) * grown, y: at[1] - (at[1] - this.view.y) * grown };
    this.draw();
  }

  private fit() {
    const box = this.canvas.getBoundingClientRect();
    if (!box.width || !this.model.width) return;
    const zoom = Math.min(box.width / this.model.width, box.height / this.model.height);
    this.view = { zoom, x: (box.width - this.model.width * zoom) / 2, y: (box.height - this.model.height * zoom) / 2 };
    this.draw();
  }

  private take(tool: Tool) {
    this.endDrawing();
    this.tool = tool;
    for (const button of this.shadowRoot!.querySelectorAll<HTMLElement>('[data-tool]')) {
      button.setAttribute('aria-pressed', String(button.dataset.tool === tool));
    }
    this.canvas.classList.toggle('pan', tool === 'pan');
    this.draw();
  }

  private remember(before = this.value) {
    this.undoSteps.push(before);
    if (this.undoSteps.length > UNDO_STEPS) this.undoSteps.shift();
    this.redoSteps = [];
  }

  private changed() {
    this.drawList();
    this.draw();
    this.dispatchEvent(new CustomEvent('annotations-changed', { detail: { value: this.value } }));
  }

  private down(event: PointerEvent) {
    this.touched = true;
    this.canvas.setPointerCapture(event.pointerId);
    const at = this.spot(event);
    this.pointers.set(event.pointerId, at);
    this.canvas.focus({ preventScroll: true });
    if (this.pointers.size === 2) {
      const [a, b] = [...this.pointers.values()];
      this.pinch = { distance: distance(a, b), middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
      this.drag = this.press = undefined;
      return;
    }
    if (this.tool === 'pan' || event.button !== 0) {
      this.drag = { kind: 'view', from: at, start: [this.view.x, this.view.y], before: '', moved: false };
      return;
    }
    const hit = this.tool === 'point' ? this.pointAt(at, event.pointerType === 'touch' ? 24 : GRIP_PIXELS) : -1;
    if (hit >= 0) {
      this.chosen = hit;
      const point = this.model.points[hit];
      this.drag = { kind: 'point', from: at, start: this.toScreen([point.x, point.y]), before: this.value, moved: false };
      this.drawList();
      this.draw();
      return;
    }
    this.press = { at, touch: event.pointerType === 'touch' };
  }

  private move(event: PointerEvent) {
    const at = this.spot(event);
    this.tell(at);
    if (!this.pointers.has(event.pointerId)) return;
    this.pointers.set(event.pointerId, at);
    if (this.pinch && this.pointers.size === 2) {
      const [a, b] = [...this.pointers.values()];
      const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      this.view.x += middle[0] - this.pinch.middle[0];
      this.view.y += middle[1] - this.pinch.middle[1];
      this.zoom(distance(a, b) / this.pinch.distance, middle);
      this.pinch = { distance: distance(a, b), middle };
    } else if (this.drag) {
      const moved: Spot = [this.drag.start[0] + at[0] - this.drag.from[0], this.drag.start[1] + at[1] - this.drag.from[1]];
      this.drag.moved = true;
      if (this.drag.kind === 'view') {
        this.view = { ...this.view, x: moved[0], y: moved[1] };
      } else {
        const [x, y] = this.toFrame(moved);
        Object.assign(this.model.points[this.chosen], { x, y });
      }
      this.draw();
    } else if (this.press?.touch && distance(at, this.press.at) > 8) {
      this.drag = { kind: 'view', from: this.press.at, start: [this.view.x, this.view.y], before: '', moved: false };
      this.press = undefined;
    }
  }

  private up(event: PointerEvent, meant: boolean) {
    this.pointers.delete(event.pointerId);
    if (this.pinch) {
      if (this.pointers.size < 2) this.pinch = undefined;
      return;
    }
    const { drag, press } = this;
    this.drag = this.press = undefined;
    if (drag?.kind === 'point' && drag.moved) {
      this.remember(drag.before);
      this.changed();
    } else if (press && meant) {
      this.set(this.toFrame(press.at));
    }
  }

  private set(at: Spot) {
    if (!this.inside(at)) return;
    if (this.tool === 'point') {
      this.remember();
      const id = Math.max(0, ...this.model.points.map(point => point.id)) + 1;
      this.chosen = this.model.points.push({ id, x: at[0], y: at[1] }) - 1;
      this.changed();
      return;
    }
    this.drawing ??= { kind: this.tool as Drawing['kind'], spots: [] };
    const last = this.drawing.spots.at(-1);
    if (!last || distance(last, at) > 1) this.drawing.spots.push(at);
    if (this.drawing.kind !== 'lane' && this.drawing.spots.length === 2) this.endDrawing();
    else this.draw();
  }

  private endDrawing() {
    const drawing = this.drawing;
    this.drawing = undefined;
    if (!drawing || drawing.spots.length < 2) {
      this.draw();
      return;
    }
    const before = this.value;
    const metres = drawing.kind === 'measure' ? Number((prompt('How many metres is this distance?') ?? '').replace(',', '.')) : 0;
    if (finish(this.model, drawing, metres)) {
      this.remember(before);
      this.changed();
    } else {
      this.draw();
    }
  }

  private act(act: string) {
    const box = this.canvas.getBoundingClientRect();
    const middle: Spot = [box.width / 2, box.height / 2];
    if (act === 'undo') this.step(this.undoSteps, this.redoSteps);
    else if (act === 'redo') this.step(this.redoSteps, this.undoSteps);
    else if (act === 'remove') this.removePoint(this.chosen);
    else if (act === 'fit') { this.touched = false; this.fit(); }
    else if (act === 'in') this.zoom(1.4, middle);
    else if (act === 'out') this.zoom(1 / 1.4, middle);
  }

  private step(from: string[], to: string[]) {
    if (this.drawing) {
      this.drawing = undefined;
      this.draw();
      return;
    }
    const model = from.pop();
    if (!model) return;
    to.push(this.value);
    this.model = JSON.parse(model);
    this.chosen = -1;
    this.changed();
  }

  private removePoint(index: number) {
    if (index < 0 || index >= this.model.points.length) return;
    this.remember();
    this.model.points.splice(index, 1);
    this.chosen = -1;
    this.changed();
  }

  private key(event: KeyboardEvent) {
    const focused = (event.target as Element).closest?.('.point');
    if (focused) this.chosen = Number(focused.getAttribute('data-index'));
    const point = this.model.points[this.chosen];
    const tool = tools.find(t => t.key === event.key.toLowerCase());
    if (point && event.key.startsWith('Arrow')) {
      this.remember();
      nudge(point, event.key, event.altKey ? 0.1 : event.shiftKey ? 10 : 1);
      this.changed();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') this.act(event.shiftKey ? 'redo' : 'undo');
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') this.act('redo');
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') this.act('remove');
    else if (event.key === 'Enter') this.endDrawing();
    else if (event.key === 'Escape') { this.drawing = undefined; this.chosen = -1; this.draw(); }
    else if (event.key === '+') this.act('in');
    else if (event.key === '-') this.act('out');
    else if (event.key === '0') this.act('fit');
    else if (tool) this.take(tool.tool);
    else return;
    event.preventDefault();
  }

  private pointAt(at: Spot, reach: number) {
    return this.model.points.findLastIndex(point => distance(this.toScreen([point.x, point.y]), at) < reach);
  }

  private tell(at?: Spot) {
    const [x, y] = at ? this.toFrame(at) : [0, 0];
    const hint = tools.find(t => t.tool === this.tool)!.hint;
    this.status.textContent = `${at ? `x ${x.toFixed(1)}  y ${y.toFixed(1)}   ` : ''}${Math.round(this.view.zoom * 100)} %   ${hint}`;
  }

  private draw() {
    const { zoom, x, y } = this.view;
    this.picture.setAttribute('transform', `translate(${x} ${y}) scale(${zoom})`);
    this.frame.style.imageRendering = zoom > 3 ? 'pixelated' : 'auto';
    const shapes = [
      ...this.model.lanes.map(lane => svg('polyline', { class: 'lane', points: lane.points.join(' ') })),
      ...this.model.lines.map(line => svg('polyline', { class: 'line', points: `${line.from} ${line.to}` })),
    ];
    if (this.drawing) shapes.push(svg('polyline', { class: this.drawing.kind + ' unfinished', points: this.drawing.spots.join(' ') }));
    this.lines.replaceChildren(...shapes);
    while (this.marks.length > this.model.points.length) this.marks.pop()!.remove();
    this.model.points.forEach((point, index) => {
      const mark = this.marks[index] ?? this.newMark(index);
      const [sx, sy] = this.toScreen([point.x, point.y]);
      mark.setAttribute('class', index === this.chosen ? 'point chosen' : 'point');
      mark.setAttribute('transform', `translate(${sx} ${sy})`);
      mark.setAttribute('aria-label', `Point ${point.id} at ${point.x}, ${point.y}`);
      mark.lastElementChild!.textContent = String(point.id);
    });
    if (!this.pointers.size) this.tell();
  }

  private newMark(index: number) {
    const cross = 'M-10 0H-3M3 0H10M0 -10V-3M0 3V10';
    const mark = svg('g', { tabindex: 0, role: 'button', 'data-index': index }, svg('circle', { class: 'grip', r: GRIP_PIXELS }),
      svg('path', { class: 'under', d: cross }), svg('path', { class: 'over', d: cross }), svg('circle', { class: 'over', r: 6 }),
      svg('text', { x: 12, y: -8 })) as SVGElement;
    this.points.append(mark);
    this.marks[index] = mark;
    return mark;
  }

  /** The list beside the frame: metres of the points, names of lanes and lines, the scale. */
  private drawList() {
    const parts: (Node | string)[] = [heading(`Points (${this.model.points.length})`),
      words('At least four that keep still, spread over the road. Where you know them, add metres; otherwise measure a distance.')];
    this.model.points.forEach((point, index) => {
      const row = this.listRow(String(point.id), () => this.removePoint(index),
        field('x in m', point.xMetres, value => (point.xMetres = value), this), field('y in m', point.yMetres, value => (point.yMetres = value), this));
      row.classList.toggle('chosen', index === this.chosen);
      row.addEventListener('click', () => { this.chosen = index; this.draw(); });
      parts.push(row);
    });
    parts.push(heading('Scale'), field('metres per pixel', this.model.metresPerPixel, value => (this.model.metresPerPixel = value), this),
      words('Without a scale, speeds stay in pixels.'));
    for (const [title, list] of [['Lanes', this.model.lanes], ['Counting lines', this.model.lines]] as const) {
      if (list.length) parts.push(heading(title));
      list.forEach((item, index) => parts.push(this.namedRow(item, () => list.splice(index, 1), index)));
    }
    this.side.replaceChildren(...parts);
  }

  private namedRow(item: { name: string }, remove: () => void, index: number) {
    const name = document.createElement('input');
    name.value = item.name;
    name.setAttribute('aria-label', 'Name');
    name.addEventListener('change', () => this.edit(() => (item.name = name.value)));
    const row = this.listRow(String(index + 1), () => this.edit(remove), name);
    row.classList.add('named');
    return row;
  }

  private listRow(label: string, remove: () => void, ...fields: Node[]) {
    const row = document.createElement('div');
    row.className = 'row';
    const number = document.createElement('b');
    number.textContent = label;
    const button = document.createElement('button');
    button.className = 'remove';
    button.textContent = '×';
    button.setAttribute('aria-label', `Delete ${label}`);
    button.addEventListener('click', event => { event.stopPropagation(); remove(); });
    row.append(number, ...fields, button);
    return row;
  }

  edit(change: () => void) {
    this.remember();
    change();
    this.changed();
  }
}

function round(value: number) { return Math.round(value * 100) / 100; }

function heading(text: string) {
  const element = document.createElement('h3');
  element.textContent = text;
  return element;
}

function words(text: string) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function field(label: string, value: number | null | undefined, set: (value?: number) => void, owner: FrameAnnotator) {
  const input = document.createElement('input');
  input.placeholder = label;
  input.inputMode = 'decimal';
  input.value = value == null ? '' : String(value);
  input.setAttribute('aria-label', label);
  input.addEventListener('change', () => {
    const text = input.value.trim().replace(',', '.');
    const number = Number(text);
    input.setCustomValidity(Number.isFinite(number) ? '' : 'A number, such as 12.5');
    if (input.reportValidity()) owner.edit(() => set(text === '' ? undefined : number));
  });
  return input;
}

customElements.define('winslow-frame-annotator', FrameAnnotator);
