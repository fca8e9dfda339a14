// One frame of a film, drawn when it comes into view; the film itself is let go at once. A few at a time: a browser has few connections.
const AT_ONCE = 2;
const SECONDS_IN = 2;
const PATIENCE = 15_000;
const TRIES = 3;
const PAUSE = 5000;
const style = `
:host { display: grid; place-items: center; aspect-ratio: 16 / 9; overflow: hidden; background: light-dark(#e6eaf1, #232a36); }
canvas { display: block; width: 100%; height: 100%; object-fit: cover; }
svg { width: 18%; opacity: .35; }`;
const sign = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"><rect x="2" y="4" width="20" height="16" rx="2"/><path d="M10 8.5v7l6-3.5z"/></svg>';

class FilmFrame extends HTMLElement {
  film = '';
  private tries = 0;
  private drawn = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style>${sign}`;
  }

  connectedCallback() { if (!this.drawn && this.tries < TRIES) inView.observe(this); }

  disconnectedCallback() { inView.unobserve(this); }

  async draw() {
    if (this.drawn) return;
    this.tries++;
    const answer = await fetch(this.film);
    if (!answer.ok) throw new Error();
    if (answer.status !== 204) {
      const { address } = (await answer.json()) as { address: string };
      const canvas = await frameOf(address, Math.min(640, Math.ceil(this.clientWidth * devicePixelRatio)), PATIENCE * this.tries);
      this.shadowRoot!.querySelector('svg')?.replaceWith(canvas);
    }
    this.drawn = true;
  }

  /** After a while, or when it comes into view again, whichever is later. */
  retry() {
    if (this.tries < TRIES) window.setTimeout(() => this.isConnected && inView.observe(this), PAUSE);
  }
}

/** Fails where the film cannot be read, or takes longer than the patience. */
function frameOf(address: string, width: number, patience: number): Promise<HTMLCanvasElement> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, preload: 'auto', playsInline: true });
  return new Promise<HTMLCanvasElement>((resolve, reject) => {
    const end = (canvas?: HTMLCanvasElement) => {
      window.clearTimeout(late);
      video.removeAttribute('src');
      video.load();
      if (canvas) resolve(canvas);
      else reject(new Error());
    };
    const late = window.setTimeout(end, patience);
    video.addEventListener('loadedmetadata', () => (video.currentTime = Math.min(SECONDS_IN, video.duration / 2)));
    video.addEventListener('seeked', () => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
      canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height);
      end(canvas);
    }, { once: true });
    video.addEventListener('error', () => end(), { once: true });
    video.src = address;
  });
}

const waiting: FilmFrame[] = [];
let busy = 0;

function next() {
  while (busy < AT_ONCE && waiting.length > 0) {
    const frame = waiting.shift()!;
    if (!frame.isConnected) continue;
    busy++;
    // Without a picture the sign stays.
    void frame.draw().catch(() => frame.retry()).finally(() => {
      busy--;
      next();
    });
  }
}

const inView = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    inView.unobserve(target);
    waiting.push(target as FilmFrame);
  }
  next();
}, { rootMargin: '200px' });

customElements.define('winslow-film-frame', FilmFrame);
