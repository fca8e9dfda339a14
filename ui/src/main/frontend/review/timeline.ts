// The whole film at a glance: how many vehicles are in view and how fast they are, those of an earlier attempt dashed, with a line at the frame that is shown.
import type { Tracks, View } from './tracks';
import { decimal, later, locale, t } from '../texts';

const MOST = 600;
const HEIGHT = 46;
const ROWS: { words: string; of: (view: View) => number; text: (value: number) => string; least: number }[] = [
  { words: later('In view'), of: view => view.vehicles, text: value => Math.round(value).toLocaleString(locale), least: 2 },
  { words: later('Mean speed'), of: view => view.speed * 3.6, text: value => (value === value ? `${Math.round(value)} km/h` : '–'), least: 10 },
];

export class Timeline {
  readonly element = document.createElement('div');
  private attempts: Tracks[] = [];
  private frames = 1;
  private fps = 25;
  private frame = 0;

  /** @param seek shows a frame */
  constructor(private readonly seek: (frame: number) => void) {
    const { element } = this;
    element.className = 'timeline';
    element.tabIndex = 0;
    element.hidden = true;
    element.setAttribute('role', 'slider');
    element.setAttribute('aria-label', t('Vehicles and speed over the film. Arrow keys go by a second.'));
    element.setAttribute('aria-valuemin', '0');
    element.innerHTML = ROWS.map(() => `<div class="strip"><p></p><svg viewBox="0 0 1 ${HEIGHT}" preserveAspectRatio="none" height="${HEIGHT}"></svg></div>`).join('') + '<p class="ends"><span></span><span></span></p>';
    element.addEventListener('keydown', event => { if (this.key(event)) event.preventDefault(); });
    element.addEventListener('pointerdown', event => { element.setPointerCapture(event.pointerId); this.point(event); });
    element.addEventListener('pointermove', event => { if (element.hasPointerCapture(event.pointerId)) this.point(event); });
  }

  /** @param attempts the one that is judged, and the one that it is compared with */
  show(attempts: Tracks[], frames: number, fps: number) {
    Object.assign(this, { attempts, frames: Math.max(1, frames), fps });
    this.element.hidden = attempts.length === 0;
    this.element.setAttribute('aria-valuemax', decimalPlain(this.frames / fps));
    this.element.querySelector('.ends')!.replaceChildren(...[0, this.frames / fps].map(seconds => span(`${decimal(seconds)} s`)));
    const all = attempts.map(tracks => tracks.views(this.frames, MOST));
    ROWS.forEach((row, index) => {
      const values = all.map(views => views.map(row.of));
      const strip = this.element.children[index] as HTMLElement;
      strip.hidden = !values.some(some => some.some(value => value === value));
      strip.querySelector('svg')!.outerHTML = drawing(values, row.least);
    });
    this.mark(this.frame, true);
  }

  /** @param still the film stands: what is read out would otherwise change with each frame */
  mark(frame: number, still: boolean) {
    this.frame = Math.min(frame, this.frames - 1);
    if (this.element.hidden) return;
    const views = this.attempts.map(tracks => tracks.view(this.frame));
    const said = ROWS.flatMap((row, index) => {
      const strip = this.element.children[index] as HTMLElement;
      if (strip.hidden) return [];
      const [now, before] = views.map(view => row.text(row.of(view)));
      const words = [`${t(row.words)}: ${now}`, ...(before === undefined ? [] : [t('before: {0}', before)])];
      strip.querySelector('p')!.replaceChildren(...words.map(span));
      const line = strip.querySelector('.now')!;
      line.setAttribute('transform', `translate(${(this.frame + 0.5) / this.frames * 100} 0)`);
      return words;
    });
    if (!still) return;
    this.element.setAttribute('aria-valuenow', decimalPlain(this.frame / this.fps));
    this.element.setAttribute('aria-valuetext', [`${decimal(this.frame / this.fps)} s`, ...said].join(', '));
  }

  private key({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const second = Math.round(this.fps);
    const tenth = Math.ceil(this.frames / 10);
    const by: Record<string, number> = { ArrowLeft: -second, ArrowDown: -second, ArrowRight: second, ArrowUp: second, PageDown: -tenth, PageUp: tenth, Home: -Infinity, End: Infinity };
    if (!(key in by)) return false;
    this.go(this.frame + by[key]);
    return true;
  }

  private point(event: PointerEvent) {
    const box = this.element.querySelector('svg')!.getBoundingClientRect();
    if (box.width > 0) this.go(Math.floor((event.clientX - box.left) / box.width * this.frames));
  }

  private go(frame: number) { this.seek(Math.max(0, Math.min(this.frames - 1, frame))); }
}

/** A hundred units wide, whatever the room; gaps stay where nothing is known. */
function drawing(attempts: number[][], least: number): string {
  const top = attempts.flat().reduce((most, value) => (value > most ? value : most), least);
  const paths = attempts.map((values, attempt) => {
    const at = (index: number) => `${((index + 0.5) / values.length * 100).toFixed(2)} ${(HEIGHT - 2 - values[index] / top * (HEIGHT - 6)).toFixed(1)}`;
    const line = values.map((value, index) => (value === value ? (values[index - 1] === values[index - 1] && index > 0 ? 'L' : 'M') + at(index) : '')).join('');
    return `<path class="${attempt === 0 ? 'attempt' : 'attempt before'}" d="${line}"/>`;
  });
  return `<svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" height="${HEIGHT}"><path class="ground" d="M0 ${HEIGHT - 2}H100"/>${paths.reverse().join('')}<path class="now" d="M0 0V${HEIGHT}"/></svg>`;
}

/** As attributes are written, whatever the language. */
function decimalPlain(seconds: number) { return seconds.toFixed(1); }

function span(words: string) {
  const element = document.createElement('span');
  element.textContent = words;
  return element;
}
