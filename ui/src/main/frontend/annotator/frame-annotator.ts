// Sets reference points, lanes, counting lines, regions and the scale on a frame. Its value is the text of a reference-points file.
import { Gestures, type Target } from './gestures';
import { forget, keep, recall } from './kept';
import { keyDown } from './keys';
import { Magnifier } from './magnifier';
import { addPoint, addShape, distance, exists, fitted, insert, move, read, remove, toMetres, type Choice, type Drawing, type Model, type Spot } from './model';
import { Scene } from './scene';
import { metres, Side, type Editor, type Report } from './side';
import { style } from './style';
import { acts, icon, keysHelp, tools, type Tool } from './tools';
import { UndoStack } from './undo';
import { View } from './view';
import { decimal, later, t } from '../texts';

const LIVE_MILLIS = 150;
const TOUCH_PIXELS = 26;
const SHAPES = { lane: later('Lane'), line: later('Line'), region: later('Region') };

class FrameAnnotator extends HTMLElement implements Editor, Target {
  model: Model = read('{}');
  choice?: Choice;
  report: Report = { problems: [], hints: [] };
  tool: Tool = 'point';
  drawing?: Drawing;
  /** The cross hair that keys move. */
  cursor?: Spot;
  readonly view = new View();
  private readonly undos = new UndoStack();
  private readonly scene = new Scene();
  private readonly side = new Side(this);
  private readonly glass = new Magnifier();
  private readonly gestures = new Gestures(this.scene.root, this);
  private readonly stage = document.createElement('div');
  private readonly where = document.createElement('span');
  private readonly hint = document.createElement('span');
  private readonly resize = new ResizeObserver(() => (this.view.touched ? this.draw() : this.fit()));
  private image?: HTMLImageElement;
  /** Said in place of the tool's hint until the frame is there: before, nobody knows what a click would mean. */
  private missing = t('Loading …');
  private beforeDrag?: string;
  private lastTold = 0;
  private draftKey = '';
  private draftStamp = '';

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style><div class="bar" role="toolbar" aria-label="${t('Tools')}">
      ${tools.map(each => `<button data-tool="${each.tool}" aria-label="${t(each.label)}" aria-pressed="${each.tool === 'point'}" title="${t(each.hint)} (${each.key.toUpperCase()})">${icon(each.icon)}<span class="words">${t(each.label)}</span></button>`).join('')}
      <span class="rule"></span>${acts.map(a => `<button data-act="${a.act}" aria-label="${t(a.label)}" title="${t(a.title)}">${icon(a.icon)}</button>`).join('')}</div>`;
    this.stage.className = 'stage';
    this.stage.inert = true;
    this.stage.append(this.scene.root, this.glass.element);
    const status = document.createElement('div');
    status.className = 'status';
    this.hint.className = 'hint';
    const keys = document.createElement('details');
    keys.className = 'keys';
    keys.innerHTML = `<summary>${t('Keys')}</summary>${keysHelp()}`;
    status.append(this.where, this.hint, keys);
    root.append(this.stage, status, this.side.element);
    root.querySelector('.bar')!.addEventListener('click', event => {
      const button = (event.target as Element).closest('button');
      if (button?.dataset.tool) this.take(button.dataset.tool as Tool);
      else if (button?.dataset.act) this.act(button.dataset.act);
    });
    this.scene.root.addEventListener('dblclick', () => this.endDrawing());
    this.scene.root.addEventListener('keydown', event => { if (keyDown(this, event)) event.preventDefault(); });
    this.scene.root.addEventListener('focusin', event => this.focused(event.target as Element));
    this.glass.element.style.display = 'none';
  }

  connectedCallback() { this.resize.observe(this.stage); }

  disconnectedCallback() { this.resize.disconnect(); }

  set src(address: string) {
    const image = new Image();
    image.addEventListener('load', () => {
      this.image = image;
      this.missing = '';
      this.stage.inert = false;
      this.model.width = image.naturalWidth;
      this.model.height = image.naturalHeight;
      for (const [name, value] of [['width', image.naturalWidth], ['height', image.naturalHeight], ['href', address]]) this.scene.frame.setAttribute(String(name), String(value));
      this.fit();
    });
    image.addEventListener('error', () => {
      this.missing = t('The frame could not be loaded. Reload the page; if that does not help, look at the log of the stage before this task.');
      this.drawWhere(this.cursor);
    });
    image.src = address;
  }

  set value(text: string) {
    const { width, height } = this.model;
    this.model = read(text);
    if (this.image) Object.assign(this.model, { width, height });
    this.undos.clear();
    this.choice = undefined;
    this.redraw();
  }

  get value() { return JSON.stringify(this.model); }

  set check(report: string) {
    this.report = JSON.parse(report);
    this.side.drawCheck();
    if (!this.gestures.busy) this.side.drawLists();
    this.draw();
  }

  /** Under this name the browser keeps what the server has not taken; the stamp says which draft it goes on from. */
  draft(key: string, stamp: string, taken: string) {
    const first = this.draftKey !== key;
    this.draftKey = key;
    this.draftStamp = stamp;
    const kept = recall(key);
    if (!kept) return;
    if (kept.value === taken) forget(key);
    else if (first && kept.stamp === stamp) this.replace(kept.value);
    else if (first) this.offer(kept.value);
  }

  private offer(value: string) {
    const notice = document.createElement('div');
    notice.className = 'check kept';
    notice.append(t('This browser has kept changes that were not saved.'));
    for (const [words, act] of [[t('Bring them back'), () => this.replace(value)], [t('Forget them'), () => forget(this.draftKey)]] as const) {
      const button = document.createElement('button');
      button.textContent = words;
      button.addEventListener('click', () => { act(); notice.remove(); });
      notice.append(button);
    }
    this.side.element.prepend(notice);
  }

  /** Everything anew, as one step that can be taken back. */
  replace(text: string) { this.edit(() => (this.model = fitted(read(text), this.model.width, this.model.height))); }

  edit(change: () => void, gesture = '') {
    this.undos.push(this.value, gesture);
    change();
    this.changed();
  }

  choose(choice: Choice | undefined, focus = false) {
    this.choice = choice;
    this.cursor = undefined;
    if (choice && focus) {
      const point = choice.kind === 'point' ? this.model.points[choice.index] : undefined;
      if (point) this.view.reveal([point.x, point.y], this.room());
      this.draw();
      this.scene.root.querySelector<SVGElement>(`[data-kind=${choice.kind}][data-index="${choice.index}"]`)?.focus();
    }
    this.side.drawChoice();
    this.draw();
  }

  drop(choice: Choice) { this.edit(() => (this.choice = remove(this.model, choice))); }

  nudge(dx: number, dy: number) {
    const choice = this.choice;
    if (choice) {
      this.edit(() => move(this.model, choice, dx, dy), `nudge ${choice.kind} ${choice.index} ${choice.corner}`);
      return;
    }
    const room = this.room();
    const [x, y] = this.cursor ?? this.view.toFrame([room.width / 2, room.height / 2]);
    this.cursor = [Math.max(0, Math.min(this.model.width, Math.round((x + dx) * 100) / 100)), Math.max(0, Math.min(this.model.height, Math.round((y + dy) * 100) / 100))];
    this.view.reveal(this.cursor, room);
    this.draw();
    this.hovered(this.view.toScreen(this.cursor));
  }

  take(tool: Tool) {
    this.endDrawing();
    this.tool = tool;
    for (const button of this.shadowRoot!.querySelectorAll<HTMLElement>('[data-tool]')) button.setAttribute('aria-pressed', String(button.dataset.tool === tool));
    this.scene.root.classList.toggle('select', tool === 'select');
    if (tool !== 'select' && tool !== 'point') this.choose(undefined);
    this.draw();
  }

  act(act: string) {
    const room = this.room();
    const middle: Spot = [room.width / 2, room.height / 2];
    if (act === 'undo' && this.drawing) this.shorten();
    else if (act === 'undo') this.back(this.undos.undo(this.value));
    else if (act === 'redo') this.back(this.undos.redo(this.value));
    else if (act === 'remove' && this.choice) this.drop(this.choice);
    else if (act === 'fit') this.fit();
    else if (act === 'pixel') this.zoomed(1 / this.view.zoom / devicePixelRatio, middle);
    else if (act === 'in') this.zoomed(1.4, middle);
    else if (act === 'out') this.zoomed(1 / 1.4, middle);
    else if (act === 'glass') this.glass.on = !this.glass.on;
    this.drawButtons();
  }

  /** Takes back the last corner of what is being drawn. */
  shorten() {
    this.drawing?.spots.pop();
    if (this.drawing?.spots.length === 0) this.drawing = undefined;
    this.draw();
  }

  /** At a spot of the frame, what the tool does there. */
  put(at: Spot) {
    if (at[0] < 0 || at[1] < 0 || at[0] > this.model.width || at[1] > this.model.height) return;
    if (this.tool === 'select') return this.choose(undefined);
    if (this.tool === 'point') {
      this.edit(() => (this.choice = addPoint(this.model, at)));
      return;
    }
    this.drawing ??= { kind: this.tool, spots: [] };
    const { spots, kind } = this.drawing;
    const closes = kind === 'region' && spots.length > 2 && distance(this.view.toScreen(spots[0]), this.view.toScreen(at)) < 12;
    if (!closes && (spots.length === 0 || distance(spots.at(-1)!, at) > 0.5)) spots.push(at);
    if (closes || ((kind === 'line' || kind === 'measure') && spots.length === 2)) this.endDrawing();
    else this.draw();
  }

  endDrawing() {
    const drawing = this.drawing;
    this.drawing = undefined;
    if (drawing?.kind === 'measure' && drawing.spots.length === 2) this.ask(drawing.spots);
    else if (drawing && drawing.kind !== 'measure' && drawing.spots.length > 1) {
      const { kind, spots } = drawing;
      this.edit(() => (this.choice = addShape(this.model, kind, spots, t(SHAPES[kind]))));
    }
    this.draw();
  }

  private ask([from, to]: Spot[]) {
    const form = document.createElement('form');
    form.className = 'ask';
    form.innerHTML = `<label>${t('Metres')} <input inputmode="decimal" required pattern="[0-9]+([.,][0-9]+)?" title="${t('A number above 0, such as 12.5')}"></label><button aria-pressed="true">${t('Set scale')}</button>`;
    const room = this.room();
    const [x, y] = this.view.toScreen(to);
    form.style.left = `${Math.max(8, Math.min(room.width - 270, x))}px`;
    form.style.top = `${Math.max(8, Math.min(room.height - 60, y + 10))}px`;
    form.addEventListener('submit', event => {
      event.preventDefault();
      const length = Number(form.querySelector('input')!.value.replace(',', '.'));
      form.remove();
      if (length > 0) this.edit(() => (this.model.metresPerPixel = Number((length / distance(from, to)).toPrecision(5))));
      this.scene.root.focus();
    });
    form.addEventListener('keydown', event => { if (event.key === 'Escape') { form.remove(); this.scene.root.focus(); } });
    this.stage.querySelector('form')?.remove();
    this.stage.append(form);
    form.querySelector('input')!.focus();
  }

  // What pointers do.

  pick(event: PointerEvent, at: Spot): Choice | undefined {
    const data = (event.target as Element).closest<SVGElement>('[data-kind]')?.dataset;
    this.scene.root.focus({ preventScroll: true });
    this.cursor = undefined;
    if (this.drawing) return undefined;
    const nearest = event.pointerType === 'touch' ? this.nearestPoint(at) : undefined;
    if (nearest) this.choose(nearest);
    else if (data?.edge) {
      const { kind, index, edge } = data;
      this.edit(() => (this.choice = insert(this.model, kind as 'lane', Number(index), Number(edge), this.view.toFrame(at))));
    } else if (data && (data.kind === 'point' || data.corner !== '-1' || this.tool === 'select' || this.tool === 'point')) {
      this.choose({ kind: data.kind as Choice['kind'], index: Number(data.index), corner: Number(data.corner) });
    } else return undefined;
    this.beforeDrag = undefined;
    return this.choice;
  }

  private nearestPoint(at: Spot): Choice | undefined {
    const index = this.model.points.findLastIndex(point => distance(this.view.toScreen([point.x, point.y]), at) < TOUCH_PIXELS);
    return index < 0 ? undefined : { kind: 'point', index, corner: -1 };
  }

  dragged(_: Choice, dx: number, dy: number) {
    const choice = this.choice;
    if (!choice) return;
    this.beforeDrag ??= this.value;
    move(this.model, choice, dx / this.view.zoom, dy / this.view.zoom);
    this.draw();
    this.tell(true);
  }

  dropped() {
    if (this.beforeDrag) this.undos.push(this.beforeDrag);
    this.beforeDrag = undefined;
    this.changed();
  }

  pressed(at: Spot) { this.put(this.view.toFrame(at)); }

  panned(dx: number, dy: number) {
    this.view.touched = true;
    this.view.x += dx;
    this.view.y += dy;
    this.draw();
  }

  zoomed(factor: number, at: Spot) {
    this.view.zoomBy(factor, at);
    this.draw();
  }

  hovered(at: Spot | undefined) {
    const spot = at && this.view.toFrame(at);
    this.glass.show(this.image, spot, at ?? [0, 0], this.view.zoom, this.room());
    this.drawWhere(spot);
  }

  private focused(target: Element) {
    const data = target.closest<SVGElement>('[data-kind]')?.dataset;
    if (data && !data.edge && !this.gestures.busy) this.choose({ kind: data.kind as Choice['kind'], index: Number(data.index), corner: Number(data.corner) });
  }

  private room() { return this.stage.getBoundingClientRect(); }

  private fit() {
    this.view.fit(this.room(), this.model.width, this.model.height);
    this.draw();
  }

  private back(state: string | undefined) {
    if (state === undefined) return;
    this.model = read(state);
    this.changed();
  }

  private changed() {
    if (this.choice && !exists(this.model, this.choice)) this.choice = undefined;
    this.redraw();
    this.tell(false);
  }

  /** While something is dragged the server only checks; what is done it keeps as well. */
  private tell(live: boolean) {
    const now = performance.now();
    if (live && now - this.lastTold < LIVE_MILLIS) return;
    this.lastTold = now;
    const value = this.value;
    if (!live && this.draftKey) keep(this.draftKey, { value, stamp: this.draftStamp });
    this.dispatchEvent(new CustomEvent(live ? 'annotations-moving' : 'annotations-changed', { detail: { value } }));
  }

  private redraw() {
    this.side.drawLists();
    this.draw();
    this.drawButtons();
  }

  private draw() {
    const fit = this.report.fit;
    this.scene.draw(this.model, this.view, { choice: this.choice, drawing: this.drawing, cursor: this.cursor, bad: fit?.bad, residuals: fit?.residuals ?? {} });
    if (!this.gestures.busy) this.drawWhere(this.cursor);
  }

  private drawButtons() {
    const enabled: Record<string, boolean> = { undo: this.undos.canUndo || !!this.drawing, redo: this.undos.canRedo, remove: !!this.choice };
    for (const [act, on] of Object.entries(enabled)) this.shadowRoot!.querySelector<HTMLButtonElement>(`[data-act=${act}]`)!.disabled = !on;
    this.shadowRoot!.querySelector('[data-act=glass]')!.setAttribute('aria-pressed', String(this.glass.on));
  }

  private drawWhere(spot?: Spot) {
    const fit = this.report.fit;
    const ground = spot && fit ? toMetres(fit.toMetres, spot).map(value => decimal(value, 2)).join(' · ') : '';
    const length = this.drawing?.kind === 'measure' && this.drawing.spots.length === 1 && spot ? distance(this.drawing.spots[0], spot) : 0;
    const scale = fit?.metresPerPixel ?? this.model.metresPerPixel;
    this.where.textContent = [`${Math.round(this.view.zoom * 100)} %`, spot && `x ${decimal(spot[0])} y ${decimal(spot[1])}`, ground && `${ground} m`,
      length && `${decimal(length)} px${scale ? ` = ${metres(length * scale)}` : ''}`].filter(Boolean).join('   ');
    const hint = this.missing || t(tools.find(each => each.tool === this.tool)!.hint);
    if (this.hint.textContent !== hint) this.hint.textContent = hint;
  }
}

export type { FrameAnnotator };

customElements.define('winslow-frame-annotator', FrameAnnotator);
