// GeoJSON without a map behind it: the shapes to scale, and their properties in a table. Click a shape to see its row, and a row to see its shape; rows are walked with the arrow keys and chosen with Enter.
import { type Feature, type Position, type Shape, scaleOf, shapesOf } from './geo-shapes';
import { TablePreview } from './table';
import { count, t } from '../texts';

const HEIGHT = 360;
const MOST_SHAPES = 5000;
const SVG = 'http://www.w3.org/2000/svg';

export class GeoPreview extends HTMLElement {
  private features: Feature[] = [];
  private shapes: Shape[] = [];
  private chosen = -1;
  private readonly drawing = document.createElement('div');
  private readonly table = new TablePreview();
  private readonly resize = new ResizeObserver(() => this.draw());

  /** Fails, and shows nothing, where the features cannot be drawn. */
  show(features: Feature[]) {
    this.shapes = shapesOf(features);
    this.features = features;
    this.drawing.className = 'map';
    const note = document.createElement('p');
    note.textContent = count(features.length, '1 shape', '{0} shapes') + (this.shapes.length > MOST_SHAPES ? ', ' + t('the first {0} are drawn', MOST_SHAPES) : '');
    this.append(note, this.drawing, this.table);
    const names = [...new Set(features.flatMap(feature => Object.keys(feature.properties ?? {})))];
    const kind = t('Shape');
    this.table.showRows([kind, ...names], features.map(feature => [feature.geometry?.type ?? '–', ...names.map(name => text(feature.properties?.[name]))]), row => this.choose(row));
    this.resize.observe(this.drawing);
  }

  disconnectedCallback() { this.resize.disconnect(); }

  private draw() {
    const width = this.drawing.clientWidth;
    if (width === 0 || this.shapes.length === 0) return;
    const place = scaleOf(this.shapes, width, HEIGHT);
    const svg = make('svg', { width, height: HEIGHT, role: 'img', 'aria-label': t('Drawing of {0} shapes', this.features.length) });
    for (const shape of this.shapes.slice(0, MOST_SHAPES)) svg.append(this.shape(shape, place));
    svg.addEventListener('click', event => this.choose(Number((event.target as Element).getAttribute('data-feature') ?? -1)));
    this.drawing.replaceChildren(svg);
    this.mark();
  }

  private shape(shape: Shape, place: (at: Position) => Position) {
    const element = shape.kind === 'point'
      ? make('circle', { cx: place(shape.rings[0][0])[0], cy: place(shape.rings[0][0])[1], r: 4 })
      : make('path', { d: shape.rings.map(ring => 'M' + ring.map(at => place(at).map(value => value.toFixed(1)).join(' ')).join('L') + (shape.kind === 'area' ? 'Z' : '')).join(''), 'fill-rule': 'evenodd' });
    element.setAttribute('class', shape.kind);
    element.setAttribute('data-feature', String(shape.feature));
    const title = make('title', {});
    title.textContent = Object.entries(this.features[shape.feature].properties ?? {}).slice(0, 8).map(([name, value]) => `${name}: ${text(value)}`).join('\n');
    element.append(title);
    return element;
  }

  private choose(feature: number) {
    this.chosen = feature;
    this.mark();
    this.table.choose(feature);
  }

  private mark() {
    for (const mark of this.drawing.querySelectorAll('[data-feature]')) mark.classList.toggle('chosen', mark.getAttribute('data-feature') === String(this.chosen));
  }
}

function text(value: unknown): string {
  return value == null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

customElements.define('winslow-geo-preview', GeoPreview);
