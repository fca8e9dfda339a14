// Draws the frame with its points and shapes on an SVG.
import { corners, named, type Choice, type Drawing, type Model, type ShapeKind, type Spot } from './model';
import { Keyed, set, svg } from './svg';
import type { View } from './view';
import { decimal, later, t } from '../texts';

export type State = { choice?: Choice; drawing?: Drawing; cursor?: Spot; bad?: number; residuals: Record<string, number> };

const KINDS: ShapeKind[] = ['region', 'lane', 'line'];
const KIND_WORDS: Record<ShapeKind, string> = { region: later('Region'), lane: later('Lane'), line: later('Counting line') };
const CROSS = 'M-11 0H-3.5M3.5 0H11M0 -11V-3.5M0 3.5V11';

export class Scene {
  readonly frame = svg('image') as SVGImageElement;
  readonly root: SVGSVGElement;
  private readonly picture: SVGElement;
  private readonly shapes = new Keyed(svg('g'), key => newShape(key));
  private readonly labels = new Keyed(svg('g', { class: 'labels', 'aria-hidden': 'true' }), () => svg('text'));
  private readonly handles = new Keyed(svg('g'), key => newHandle(key));
  private readonly points = new Keyed(svg('g'), key => newPoint(key));
  private readonly unfinished = svg('polyline');
  private readonly cursor = svg('path', { class: 'cursor', d: 'M-18 0H-4M4 0H18M0 -18V-4M0 4V18' });

  constructor() {
    this.picture = svg('g', {}, this.frame, this.shapes.group, this.unfinished);
    this.root = svg('svg', {
      tabindex: 0, role: 'application',
      'aria-label': t('Frame of the video. Arrow keys move the chosen point, or else the cross hair, by a pixel; with Shift by ten, with Alt by a tenth. Enter sets a point at the cross hair.'),
    }, this.picture, this.labels.group, this.handles.group, this.points.group, this.cursor) as SVGSVGElement;
  }

  draw(model: Model, view: View, state: State) {
    set(this.picture, { transform: `translate(${view.x} ${view.y}) scale(${view.zoom})` });
    this.frame.style.imageRendering = view.zoom > 3 ? 'pixelated' : 'auto';
    this.drawShapes(model, view, state);
    this.drawHandles(model, view, state);
    this.drawPoints(model, view, state);
    set(this.unfinished, { class: state.drawing ? `${state.drawing.kind} unfinished` : '', points: withCursor(state).join(' ') });
    this.cursor.style.display = state.cursor ? '' : 'none';
    if (state.cursor) set(this.cursor, { transform: `translate(${view.toScreen(state.cursor)})` });
  }

  private drawShapes(model: Model, view: View, state: State) {
    const keys = KINDS.flatMap(kind => named(model, kind).map((_, index) => `${kind}:${index}`));
    this.shapes.keep(keys);
    this.labels.keep(keys);
    for (const key of keys) {
      const [kind, index] = split(key);
      const spots = corners(model, kind, index);
      const name = named(model, kind)[index].name;
      const chosen = state.choice?.kind === kind && state.choice.index === index;
      const group = this.shapes.get(key);
      set(group, { class: `shape ${kind}${chosen ? ' chosen' : ''}`, 'aria-label': t('{0}, {1}, corners: {2}', name, t(KIND_WORDS[kind]), spots.length), 'aria-pressed': String(chosen) });
      for (const line of group.children) set(line, { points: spots.join(' ') });
      const middle = kind === 'region' ? centre(spots) : spots[Math.floor((spots.length - 1) / 2)];
      const [x, y] = view.toScreen(middle);
      const label = this.labels.get(key);
      set(label, { x: x + (kind === 'region' ? 0 : 8), y: y - 6, 'text-anchor': kind === 'region' ? 'middle' : 'start' });
      if (label.textContent !== name) label.textContent = name;
    }
  }

  private drawHandles(model: Model, view: View, { choice }: State) {
    if (!choice || choice.kind === 'point') return this.handles.keep([]);
    const spots = corners(model, choice.kind, choice.index);
    const edges = choice.kind === 'line' ? [] : spots.slice(choice.kind === 'lane' ? 1 : 0);
    this.handles.keep([...edges.map((_, edge) => `edge:${choice.kind}:${choice.index}:${edge}`), ...spots.map((_, corner) => `corner:${choice.kind}:${choice.index}:${corner}`)]);
    edges.forEach((_, edge) => {
      const next = spots[(edge + 1) % spots.length];
      place(this.handles.get(`edge:${choice.kind}:${choice.index}:${edge}`), view, [(spots[edge][0] + next[0]) / 2, (spots[edge][1] + next[1]) / 2]);
    });
    spots.forEach((spot, corner) => {
      const handle = this.handles.get(`corner:${choice.kind}:${choice.index}:${corner}`);
      place(handle, view, spot);
      set(handle, { class: choice.corner === corner ? 'corner chosen' : 'corner', 'aria-label': t('Corner {0} at {1}, {2}', corner + 1, spot[0], spot[1]) });
    });
  }

  private drawPoints(model: Model, view: View, state: State) {
    this.points.keep(model.points.map((_, index) => String(index)));
    model.points.forEach((point, index) => {
      const mark = this.points.get(String(index));
      const chosen = state.choice?.kind === 'point' && state.choice.index === index;
      const residual = state.residuals[point.id];
      const classes = ['point', chosen && 'chosen', point.score != null && 'suggested', state.bad === point.id && 'bad'];
      set(mark, {
        class: classes.filter(Boolean).join(' '),
        'aria-label': [t('Point {0} at {1}, {2}', point.id, point.x, point.y), point.score != null && t('suggested'), residual != null && t('off by {0} metres', decimal(residual, 2)), state.bad === point.id && t('does not fit the others')].filter(Boolean).join(', '),
      });
      place(mark, view, [point.x, point.y]);
      mark.lastElementChild!.textContent = state.bad === point.id ? `${point.id} !` : String(point.id);
    });
  }
}

function withCursor({ drawing, cursor }: State): Spot[] {
  if (!drawing) return [];
  return cursor ? [...drawing.spots, cursor] : drawing.spots;
}

function split(key: string): [ShapeKind, number] {
  const [kind, index] = key.split(':');
  return [kind as ShapeKind, Number(index)];
}

function centre(spots: Spot[]): Spot {
  return [spots.reduce((sum, spot) => sum + spot[0], 0) / spots.length, spots.reduce((sum, spot) => sum + spot[1], 0) / spots.length];
}

function place(element: SVGElement, view: View, spot: Spot) { set(element, { transform: `translate(${view.toScreen(spot)})` }); }

function newShape(key: string) {
  const [kind, index] = split(key);
  const line = kind === 'region' ? 'polygon' : 'polyline';
  return svg('g', { tabindex: 0, role: 'button', 'data-kind': kind, 'data-index': index, 'data-corner': -1 },
    svg(line, { class: 'reach' }), svg(line, { class: 'under' }), svg(line, { class: 'over' }));
}

function newHandle(key: string) {
  const [what, kind, index, corner] = key.split(':');
  const edge = what === 'edge';
  return svg('g', { class: what, tabindex: edge ? -1 : 0, role: 'button', 'data-kind': kind, 'data-index': index, [edge ? 'data-edge' : 'data-corner']: corner, 'aria-label': edge ? t('New corner here') : '' },
    svg('circle', { class: 'grip', r: 12 }), edge ? svg('path', { class: 'plus', d: 'M-4 0H4M0 -4V4' }) : svg('rect', { x: -5, y: -5, width: 10, height: 10, rx: 2 }));
}

function newPoint(key: string) {
  return svg('g', { tabindex: 0, role: 'button', 'data-kind': 'point', 'data-index': key, 'data-corner': -1 }, svg('circle', { class: 'grip', r: 14 }),
    svg('path', { class: 'under', d: CROSS }), svg('circle', { class: 'under', r: 7 }), svg('path', { class: 'over', d: CROSS }), svg('circle', { class: 'over ring', r: 7 }),
    svg('text', { x: 12, y: -9 }));
}
