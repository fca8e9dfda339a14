// The list beside the frame: how well all fits, metres of the points, names of lanes, lines and regions, the scale.
import { named, type Choice, type Model, type Point, type ShapeKind } from './model';
import { later, locale, t } from '../texts';

export type Report = {
  problems: string[];
  hints: string[];
  fit?: { rmsMetres: number; residuals: Record<string, number>; bad?: number; metresPerPixel: number; toMetres: number[] };
};

export interface Editor {
  readonly model: Model;
  readonly choice?: Choice;
  readonly report: Report;
  edit(change: () => void, gesture?: string): void;
  choose(choice: Choice | undefined, focus?: boolean): void;
  drop(choice: Choice): void;
}

const TITLES: [ShapeKind, string][] = [['lane', later('Lanes')], ['line', later('Counting lines')], ['region', later('Regions')]];

export class Side {
  readonly element = document.createElement('aside');
  private readonly check = document.createElement('div');
  private readonly lists = document.createElement('div');

  constructor(private readonly editor: Editor) {
    this.element.setAttribute('aria-label', t('Points and shapes'));
    this.check.setAttribute('role', 'status');
    this.lists.style.display = 'contents';
    this.element.append(this.check, this.lists);
  }

  drawCheck() {
    const { problems, hints, fit } = this.editor.report;
    this.check.className = `check${problems.length || fit?.bad != null ? ' bad' : hints.length ? '' : ' good'}`;
    const head = document.createElement('div');
    head.innerHTML = fit
      ? `${t('Metres and pixels agree to {0}', `<b>${metres(fit.rmsMetres)}</b>`)} · 1 px ≈ ${metres(fit.metresPerPixel)}`
      : `<b>${problems.length ? t('Not ready yet') : t('Ready')}</b>`;
    const list = document.createElement('ul');
    for (const each of [...problems, ...hints]) list.append(element('li', each));
    this.check.replaceChildren(head, ...(list.childElementCount ? [list] : []));
  }

  drawLists() {
    const active = (this.element.getRootNode() as ShadowRoot).activeElement?.getAttribute('data-field');
    const { model } = this.editor;
    const parts: Node[] = [...this.suggested(), ...this.points(), element('h3', t('Scale')),
      this.number(t('metres per pixel'), 'scale', model.metresPerPixel, value => (model.metresPerPixel = value)),
      element('p', t('Counts where fewer than four points have metres. The Measure tool finds it from a known distance.'))];
    for (const [kind, title] of TITLES) {
      const list = named(model, kind);
      if (list.length) parts.push(element('h3', t(title)), rows(list.map((item, index) => this.namedRow(kind, item, index))));
    }
    this.lists.replaceChildren(...parts);
    if (active) this.lists.querySelector<HTMLElement>(`[data-field="${active}"]`)?.focus();
  }

  private suggested(): Node[] {
    const { model } = this.editor;
    const found = model.points.map((point, index) => [point, index] as const).filter(([point]) => point.score != null);
    if (found.length === 0) return [];
    const all = button(t('Keep all'), () => this.editor.edit(() => model.points.forEach(point => delete point.score)));
    const head = element('h3', t('Suggested ({0})', found.length));
    head.append(all);
    return [head, element('p', t('Spots that kept still in the film. Keep, move or remove them; what you leave is used as well.')), rows(found.map(([point, index]) => {
      const seen = element('span', t('seen in {0} % of the frames', Math.round(point.score! * 100)));
      seen.className = 'seen';
      const keep = button('✓', () => this.editor.edit(() => delete point.score), t('Keep point {0}', point.id));
      keep.className = 'keep';
      return this.row('suggested', { kind: 'point', index, corner: -1 }, this.numberButton(point, index), seen, keep);
    }))];
  }

  private points(): Node[] {
    const { model } = this.editor;
    const own = model.points.map((point, index) => [point, index] as const).filter(([point]) => point.score == null);
    return [element('h3', t('Points ({0})', own.length)),
      element('p', own.length ? t('Where you know them, give four or more their metres on the ground.') : t('Click spots that keep still, spread over the road: at least four.')),
      rows(own.map(([point, index]) => this.pointRow(point, index)))];
  }

  private pointRow(point: Point, index: number) {
    const { fit } = this.editor.report;
    const residual = fit?.residuals[point.id];
    const off = element('span', residual == null ? '' : metres(residual));
    off.className = fit?.bad === point.id ? 'off bad' : 'off';
    off.title = residual == null ? '' : t('How far these metres are from where the others have them');
    const x = this.number(t('x in m of point {0}', point.id), `x${point.id}`, point.xMetres, value => (point.xMetres = value), t('x in m'));
    const y = this.number(t('y in m of point {0}', point.id), `y${point.id}`, point.yMetres, value => (point.yMetres = value), t('y in m'));
    return this.row('', { kind: 'point', index, corner: -1 }, this.numberButton(point, index), x, y, off);
  }

  private numberButton(point: Point, index: number) {
    const number = button(String(point.id), () => this.editor.choose({ kind: 'point', index, corner: -1 }, true), t('Go to point {0}', point.id));
    number.className = 'number';
    return number;
  }

  private namedRow(kind: ShapeKind, item: { name: string }, index: number) {
    const dot = document.createElement('span');
    dot.className = `dot ${kind}`;
    const name = document.createElement('input');
    name.value = item.name;
    name.dataset.field = `${kind}${index}`;
    name.setAttribute('aria-label', t('Name of {0}', item.name));
    name.addEventListener('change', () => this.editor.edit(() => (item.name = name.value.trim() || item.name)));
    name.addEventListener('focus', () => this.editor.choose({ kind, index, corner: -1 }));
    return this.row('named', { kind, index, corner: -1 }, dot, name);
  }

  private row(kind: string, choice: Choice, ...parts: Node[]) {
    const row = document.createElement('div');
    const { choice: chosen, model } = this.editor;
    row.className = `row ${kind}${chosen?.kind === choice.kind && chosen.index === choice.index ? ' chosen' : ''}`;
    row.dataset.row = `${choice.kind}:${choice.index}`;
    const name = choice.kind === 'point' ? t('point {0}', model.points[choice.index].id) : named(model, choice.kind)[choice.index].name;
    const remove = button('×', () => this.editor.drop(choice), t('Remove {0}', name));
    remove.className = 'remove';
    row.append(...parts, remove);
    return row;
  }

  /** Marks the row of what is chosen, without making the rows anew. */
  drawChoice() {
    const { choice } = this.editor;
    for (const row of this.lists.querySelectorAll<HTMLElement>('.row')) {
      const chosen = row.dataset.row === (choice ? `${choice.kind}:${choice.index}` : '');
      if (chosen && !row.classList.contains('chosen')) row.scrollIntoView({ block: 'nearest' });
      row.classList.toggle('chosen', chosen);
    }
  }

  private number(label: string, key: string, value: number | null | undefined, put: (value?: number) => void, placeholder = label) {
    const input = document.createElement('input');
    Object.assign(input, { placeholder, inputMode: 'decimal', value: value == null ? '' : String(value), autocomplete: 'off' });
    input.dataset.field = key;
    input.setAttribute('aria-label', label);
    input.addEventListener('change', () => {
      const text = input.value.trim().replace(',', '.');
      const fits = text === '' || isFinite(Number(text));
      input.classList.toggle('wrong', !fits);
      input.setAttribute('aria-invalid', String(!fits));
      input.setCustomValidity(fits ? '' : t('A number, such as 12.5'));
      if (input.reportValidity()) this.editor.edit(() => put(text === '' ? undefined : Number(text)));
    });
    return input;
  }
}

export function metres(value: number) {
  if (value < 0.0005) return '0 m';
  return value < 1 ? `${digits(value * 100, 2)} cm` : `${digits(value, 3)} m`;
}

function digits(value: number, significant: number) {
  return value.toLocaleString(locale, { minimumSignificantDigits: significant, maximumSignificantDigits: significant });
}

function rows(children: Node[]) {
  const list = document.createElement('div');
  list.className = 'rows';
  list.append(...children);
  return list;
}

function element(name: string, text: string) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, press: () => void, label = text) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.title = label;
  made.addEventListener('click', press);
  return made;
}
