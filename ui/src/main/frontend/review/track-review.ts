// A film with its tracks drawn over it live, frame by frame where wanted, and beside it those of an earlier attempt.
import { curve, type Curve } from './curve';
import { load } from './load';
import { hit, Overlay, type Shown } from './overlay';
import { style } from './style';
import { Timeline } from './timeline';
import { Tracks, type Summary } from './tracks';
import { decimal, later, locale, t } from '../texts';

type Film = { label: string; src: string };
type Attempt = { label: string; src: string };
type Scene = { films: Film[]; tracks?: Attempt; earlier: Attempt[]; fps: number; width: number; height: number };

const KINDS: Record<string, string> = { car: later('car'), truck: later('truck'), bus: later('bus'), vehicle: later('vehicle') };
const SWITCHES: [keyof Shown, string, string][] = [['boxes', later('Boxes'), 'b'], ['ids', later('Numbers'), 'i'], ['tails', later('Tails'), 't'], ['speeds', later('Speeds in km/h'), 's']];
const RATES = [0.1, 0.25, 0.5, 1, 2, 4];

class TrackReview extends HTMLElement {
  private scene: Scene = { films: [], earlier: [], fps: 25, width: 0, height: 0 };
  private readonly video = document.createElement('video');
  private readonly panes = document.createElement('div');
  private readonly canvases = [document.createElement('canvas'), document.createElement('canvas')];
  private readonly names = [document.createElement('span'), document.createElement('span')];
  private readonly tracks: (Tracks | undefined)[] = [undefined, undefined];
  private readonly loading: (AbortController | undefined)[] = [undefined, undefined];
  private readonly shown: Shown = { boxes: true, ids: false, tails: true, speeds: false };
  private chosen?: { pane: number; id: number };
  private curve?: Curve;
  private readonly timeline = new Timeline(frame => this.goTo(frame));
  private film = 0;
  /** The frame that a seek is on its way to. */
  private wanted?: number;
  private readonly resize = new ResizeObserver(() => { this.drawVehicle(); this.draw(); });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style><div class="bad" role="alert" hidden></div><div class="bar seek"><input type="range" min="0" max="1" step="any" value="0" aria-label="${t('Place in the film')}"><span class="time"></span></div>
      <div class="bar" role="toolbar" aria-label="${t('Film')}"><button data-act="back" title="${t('Frame back (,)')}" aria-label="${t('Frame back')}">◂◂</button><button data-act="play" title="${t('Play or pause (Space)')}" aria-label="${t('Play')}">▶</button>
      <button data-act="on" title="${t('Frame on (.)')}" aria-label="${t('Frame on')}">▸▸</button><label>${t('Rate')} <select data-field="rate">${RATES.map(rate => `<option value="${rate}"${rate === 1 ? ' selected' : ''}>${rate}×</option>`).join('')}</select></label>
      <span class="rule"></span>${SWITCHES.map(([key, words, letter]) => `<button data-switch="${key}" aria-pressed="${this.shown[key]}" title="${t(words)} (${letter.toUpperCase()})">${t(words)}</button>`).join('')}
      <span class="gap"></span><label>${t('Film')} <select data-field="film"></select></label><label>${t('Compare with')} <select data-field="earlier"></select></label></div>
      <div class="below"><div class="vehicle" aria-live="polite"></div><table></table></div>`;
    this.panes.className = 'panes';
    this.panes.tabIndex = 0;
    this.panes.setAttribute('role', 'application');
    this.panes.setAttribute('aria-label', t('Film with tracks. Space plays, comma and full stop go by a frame, arrow keys by a second, N goes through the vehicles, B, I, T and S switch boxes, numbers, tails and speeds.'));
    this.video.playsInline = this.video.muted = true;
    this.video.preload = 'auto';
    this.panes.append(this.pane(0, this.video), this.pane(1));
    root.querySelector('.seek')!.before(this.panes);
    root.querySelector('.seek')!.after(this.timeline.element);
    this.listen(root);
  }

  private pane(index: number, ...behind: HTMLElement[]) {
    const pane = document.createElement('div');
    pane.className = 'pane';
    pane.hidden = index > 0;
    this.names[index].className = 'name';
    pane.append(...behind, this.canvases[index], this.names[index]);
    this.canvases[index].addEventListener('click', event => this.choose(index, event));
    return pane;
  }

  private listen(root: ShadowRoot) {
    const { video } = this;
    this.panes.addEventListener('keydown', event => { if (this.key(event)) event.preventDefault(); });
    root.addEventListener('click', event => {
      const { act, switch: what } = (event.target as HTMLElement).dataset;
      if (act) this.act(act);
      else if (what) this.toggle(what as keyof Shown);
    });
    this.field('rate').addEventListener('change', () => (video.playbackRate = Number(this.field('rate').value)));
    this.field('film').addEventListener('change', () => this.show(Number(this.field('film').value)));
    this.field('earlier').addEventListener('change', () => this.compare(Number(this.field('earlier').value)));
    root.querySelector('input')!.addEventListener('input', event => { this.wanted = undefined; video.currentTime = Number((event.target as HTMLInputElement).value); });
    video.addEventListener('loadedmetadata', () => { this.range().max = String(video.duration); this.shape(); this.drawSums(); this.draw(); });
    video.addEventListener('error', () => this.unplayable());
    for (const name of ['play', 'pause', 'ended']) video.addEventListener(name, () => this.drawPlay());
    video.addEventListener('seeked', () => this.draw());
    video.addEventListener('loadeddata', () => this.draw());
    this.follow();
  }

  /** Draws with each frame that the film shows, and not more often. */
  private follow() {
    if ('requestVideoFrameCallback' in this.video) {
      this.video.requestVideoFrameCallback((_, frame) => { this.draw(frame.mediaTime); this.follow(); });
    } else (this.video as HTMLVideoElement).addEventListener('timeupdate', () => this.draw());
  }

  connectedCallback() { this.resize.observe(this.panes); }

  disconnectedCallback() {
    this.resize.disconnect();
    this.video.pause();
    this.loading.forEach(each => each?.abort());
  }

  set config(text: string) {
    this.scene = JSON.parse(text);
    const { films, earlier, tracks } = this.scene;
    this.field('film').replaceChildren(...films.map((film, index) => new Option(film.label, String(index))));
    this.field('earlier').replaceChildren(new Option(t('nothing'), '-1'), ...earlier.map((each, index) => new Option(each.label, String(index))));
    this.field('film').parentElement!.hidden = films.length < 2;
    this.field('earlier').parentElement!.hidden = earlier.length === 0;
    this.shape();
    this.show(0);
    if (tracks) this.fetch(0, tracks);
    this.drawVehicle();
  }

  private show(film: number) {
    const time = this.video.currentTime;
    this.film = film;
    this.field('film').value = String(film);
    if (!this.scene.films[film]) return;
    this.video.src = this.scene.films[film].src;
    if (time > 0) this.video.addEventListener('loadedmetadata', () => (this.video.currentTime = time), { once: true });
    this.video.playbackRate = Number(this.field('rate').value);
  }

  private unplayable() {
    const next = this.film + 1;
    if (next < this.scene.films.length) return this.show(next);
    this.tell(t('This browser cannot play the film. Download it below, or open the page in Chrome.'));
  }

  private compare(index: number) {
    this.loading[1]?.abort();
    this.tracks[1] = undefined;
    if (this.chosen?.pane === 1) this.chosen = undefined;
    (this.panes.lastElementChild as HTMLElement).hidden = index < 0;
    if (index >= 0) this.fetch(1, this.scene.earlier[index]);
    this.drawSums();
  }

  private fetch(pane: number, attempt: Attempt) {
    const stop = (this.loading[pane] = new AbortController());
    const tracks = (this.tracks[pane] = new Tracks());
    this.names[pane].textContent = attempt.label;
    load(attempt.src, tracks, stop.signal, () => this.draw())
      .then(() => this.drawSums(), problem => { if (!stop.signal.aborted) this.tell(problem.message); });
  }

  private tell(words: string) {
    const place = this.shadowRoot!.querySelector<HTMLElement>('.bad')!;
    place.textContent = words;
    place.hidden = false;
  }

  private key(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    const change = SWITCHES.find(([, , letter]) => letter === key);
    if (key === ' ') this.act('play');
    else if (key === ',') this.act('back');
    else if (key === '.') this.act('on');
    else if (key === 'arrowleft' || key === 'arrowright') this.video.currentTime += key === 'arrowleft' ? -1 : 1;
    else if (key === 'n') this.next();
    else if (key === 'escape') this.pick(undefined);
    else if (change) this.toggle(change[0]);
    else return false;
    return true;
  }

  private act(act: string) {
    if (act === 'play') {
      this.wanted = undefined;
      if (this.video.paused) this.video.play().catch(problem => this.tell(t('The film does not play: {0}', problem.message)));
      else this.video.pause();
    } else this.step(act === 'on' ? 1 : -1);
  }

  private step(by: number) {
    this.video.pause();
    this.goTo(Math.max(0, (this.wanted ?? this.frame()) + by));
  }

  /** Half a frame's time into the frame, so that rounding cannot miss it. */
  private goTo(frame: number) {
    const { fps } = this.scene;
    this.wanted = frame;
    const time = this.tracks[0]?.timeOf(frame, fps) ?? frame / fps;
    this.video.currentTime = Math.min(this.video.duration || Infinity, time + 0.5 / fps);
  }

  private frame(time = this.video.currentTime) {
    return this.tracks[0]?.count ? this.tracks[0].frameAt(time, this.scene.fps) : Math.floor(time * this.scene.fps + 0.25);
  }

  private toggle(key: keyof Shown) {
    this.shown[key] = !this.shown[key];
    this.shadowRoot!.querySelector(`[data-switch=${key}]`)!.setAttribute('aria-pressed', String(this.shown[key]));
    this.draw();
  }

  private choose(pane: number, event: MouseEvent) {
    const tracks = this.tracks[pane];
    if (!tracks) return;
    const box = this.canvases[pane].getBoundingClientRect();
    const { scale, left, top } = this.place(box.width, box.height);
    const found = hit(tracks, this.frame(), (event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale, 10 / scale);
    this.pick(found === undefined ? undefined : { pane, id: found });
  }

  /** To the next vehicle that can be seen. */
  private next() {
    const tracks = this.tracks[0];
    if (!tracks) return;
    const [from, to] = tracks.rows(this.frame());
    const ids = Array.from({ length: to - from }, (_, index) => tracks.vehicle(from + index).id);
    if (ids.length) this.pick({ pane: 0, id: ids[(ids.indexOf(this.chosen?.id ?? -1) + 1) % ids.length] });
  }

  private pick(chosen: { pane: number; id: number } | undefined) {
    this.chosen = chosen;
    this.drawVehicle();
    this.draw();
  }

  private drawVehicle() {
    const place = this.shadowRoot!.querySelector<HTMLElement>('.vehicle')!;
    this.curve = undefined;
    const tracks = this.chosen && this.tracks[this.chosen.pane];
    if (!this.chosen || !tracks) {
      place.innerHTML = this.scene.tracks ? `<p>${t('Click a vehicle, or press N, for the curve of its speed.')}</p>` : `<p>${t('There are no tracks to draw: the run has left no trajectories.csv.')}</p>`;
      return;
    }
    const course = tracks.course(this.chosen.id);
    const row = tracks.vehicle(tracks.rows(this.frame())[0]);
    const speeds = course.map(moment => moment.speed).filter(speed => speed === speed);
    const head = document.createElement('h3');
    const seconds = (course.at(-1)?.time ?? 0) - (course[0]?.time ?? 0);
    head.textContent = [t('Vehicle {0}', this.chosen.id) + (row.id === this.chosen.id ? `, ${t(KINDS[row.kind] ?? row.kind)}` : ''), t('{0} s in sight', decimal(seconds)), speeds.length && t('{0} km/h at most', Math.round(Math.max(...speeds) * 3.6))].filter(Boolean).join(' · ');
    const title = t('Speed of vehicle {0} in km/h', this.chosen.id);
    this.curve = curve(course, place.clientWidth, title);
    place.replaceChildren(head);
    if (this.curve) {
      this.curve.element.addEventListener('click', event => (this.video.currentTime = this.curve!.timeAt(event.offsetX)));
      place.append(this.curve.element);
    } else place.insertAdjacentHTML('beforeend', `<p>${t('No speeds: the run knows no scale. Give the reference points metres, or measure a distance.')}</p>`);
  }

  private drawSums() {
    const sums = this.tracks.map(tracks => tracks?.summary());
    const [now, before] = sums;
    const frames = Math.max(Math.round((this.video.duration || 0) * this.scene.fps), ...this.tracks.map(tracks => (tracks?.lastFrame ?? -1) + 1));
    if (!now) return;
    this.timeline.show(this.tracks.filter(tracks => tracks !== undefined), frames, this.scene.fps);
    const rows: [string, (sum: Summary) => string][] = [[t('Vehicles'), sum => sum.vehicles.toLocaleString(locale)], [t('Positions'), sum => sum.rows.toLocaleString(locale)],
      [t('In sight on average'), sum => `${decimal(sum.meanSeconds)} s`], [t('Mean speed'), sum => sum.meanSpeed === sum.meanSpeed ? `${decimal(sum.meanSpeed * 3.6)} km/h` : '–']];
    this.shadowRoot!.querySelector('table')!.innerHTML = `<thead><tr><th></th><th>${t('Now')}</th>${before ? `<th>${t('Before')}</th>` : ''}</tr></thead>
      <tbody>${rows.map(([words, of]) => `<tr><td>${words}</td><td>${of(now)}</td>${before ? `<td>${of(before)}</td>` : ''}</tr>`).join('')}</tbody>`;
  }

  private draw(time = this.video.currentTime) {
    const frame = this.frame(time);
    if (this.wanted === frame || !this.video.paused) this.wanted = undefined;
    this.canvases.forEach((canvas, pane) => this.drawPane(canvas, pane, frame));
    this.curve?.mark(time);
    this.timeline.mark(frame, this.video.paused);
    if (this.shadowRoot!.activeElement !== this.range() || !this.video.paused) this.range().value = String(time);
    this.shadowRoot!.querySelector('.time')!.textContent = `${decimal(time, 2)} s · ${t('frame {0}', String(frame))}`;
  }

  private drawPane(canvas: HTMLCanvasElement, pane: number, frame: number) {
    const box = canvas.getBoundingClientRect();
    if (!box.width) return;
    const [width, height] = [Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d')!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const { scale, left, top } = this.place(width, height);
    if (pane === 1 && this.video.videoWidth) context.drawImage(this.video, left, top, width - 2 * left, height - 2 * top);
    context.translate(left, top);
    const tracks = this.tracks[pane];
    if (tracks) new Overlay(context).draw(tracks, frame, this.scene.fps, scale, this.shown, this.chosen?.pane === pane ? this.chosen.id : undefined);
  }

  private size() { return [this.scene.width || this.video.videoWidth || 16, this.scene.height || this.video.videoHeight || 9]; }

  private shape() { this.panes.style.setProperty('--film', this.size().join(' / ')); }

  /** Where the frame lies in a room of this size, as the player fits it. */
  private place(width: number, height: number) {
    const [frameWidth, frameHeight] = this.size();
    const scale = Math.min(width / frameWidth, height / frameHeight);
    return { scale, left: (width - frameWidth * scale) / 2, top: (height - frameHeight * scale) / 2 };
  }

  private drawPlay() {
    const button = this.shadowRoot!.querySelector('[data-act=play]')!;
    button.textContent = this.video.paused ? '▶' : '❚❚';
    button.setAttribute('aria-label', this.video.paused ? t('Play') : t('Pause'));
  }

  private range() { return this.shadowRoot!.querySelector<HTMLInputElement>('input[type=range]')!; }

  private field(name: string) { return this.shadowRoot!.querySelector<HTMLSelectElement>(`[data-field=${name}]`)!; }
}

customElements.define('winslow-track-review', TrackReview);
