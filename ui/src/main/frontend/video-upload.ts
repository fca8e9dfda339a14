// Sends a file straight to the storage by signed parts, several at a time. The page's server signs and keeps the books: it is asked by the
// events upload-begin and upload-complete, and answers by the methods begun, completed and refused. With the attribute several it takes files of any kind,
// and sends them without being told, one after the other; more can be added meanwhile.
import { count, decimal, t } from './texts';

type Part = { number: number; offset: number; size: number; url: string };
type Ticket = { objectKey: string; uploadId: string; parts: Part[] };

const AT_ONCE = 4;
const TRIES = 5;
const HASH_BLOCK = 16 * 1024 * 1024;
const PACE_MILLIS = 10_000;

const style = `
:host { display: block; font: inherit; }
label { display: grid; justify-items: center; gap: .4rem; padding: 1.6rem 1rem; border: 2px dashed color-mix(in srgb, currentColor 30%, transparent);
  border-radius: 12px; cursor: pointer; text-align: center; }
label.over { border-color: #2456d6; background: color-mix(in srgb, #2456d6 8%, transparent); }
label:focus-within { outline: 2px solid #4c8dff; outline-offset: 2px; }
input { position: absolute; opacity: 0; width: 1px; height: 1px; }
.hint { opacity: .75; font-size: .9em; }
progress { width: 100%; }
.words { white-space: pre-line; }
.failed { color: light-dark(#b3261e, #ff9b92); }
:host([several]) label { padding: .8rem 1rem; }`;

class VideoUpload extends HTMLElement {
  static readonly observedAttributes = ['several'];

  private file?: File;
  private waiting: File[] = [];
  private arrived = 0;
  private all = 0;
  private failures: string[] = [];
  private readonly input: HTMLInputElement;
  private sha256 = '';
  private answer?: { resolve: (ticket: Ticket) => void; reject: (reason: Error) => void };
  private readonly label: HTMLLabelElement;
  private readonly name: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly words: HTMLElement;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style>
      <label><input type="file" accept="video/*,.mkv,.avi,.mts"><strong class="name">${t('Choose a video, or drop it here')}</strong>
        <span class="hint">${t('It goes straight to the storage. An upload that breaks off goes on where it stopped.')}</span></label>
      <progress hidden max="1"></progress><div class="words" role="status"></div>`;
    this.label = root.querySelector('label')!;
    this.name = root.querySelector('.name')!;
    this.bar = root.querySelector('progress')!;
    this.words = root.querySelector('.words')!;
    this.input = root.querySelector('input')!;
    this.input.addEventListener('change', () => this.take(this.input.files));
    this.label.addEventListener('dragover', event => { event.preventDefault(); this.label.classList.add('over'); });
    this.label.addEventListener('dragleave', () => this.label.classList.remove('over'));
    this.label.addEventListener('drop', event => {
      event.preventDefault();
      this.label.classList.remove('over');
      this.take(event.dataTransfer?.files);
    });
  }

  attributeChangedCallback() {
    this.input.multiple = this.several;
    if (this.several) {
      this.input.removeAttribute('accept');
      this.name.textContent = t('Add files: choose them, or drop them here');
    }
  }

  private get several() { return this.hasAttribute('several'); }

  /** Sends the chosen file; called by the server once it has a project for it. */
  async start() {
    const file = this.file;
    if (!file) return;
    try {
      this.label.hidden = !this.several;
      this.bar.hidden = false;
      this.words.classList.remove('failed');
      this.sha256 = this.sha256 || (await this.hash(file));
      const ticket = await this.begin(file);
      const sent = await this.send(file, ticket);
      this.say(this.turn() + t('Checking {0} …', file.name));
      this.dispatchEvent(new CustomEvent('upload-complete', {
        detail: { ...this.description(file), objectKey: ticket.objectKey, uploadId: ticket.uploadId, parts: JSON.stringify(sent) },
      }));
    } catch (error) {
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }

  begun(ticket: string) { this.answer?.resolve(JSON.parse(ticket)); }

  completed() {
    this.bar.value = 1;
    if (this.several) {
      this.arrived++;
      this.next();
    } else {
      this.say(t('All of it has arrived.'));
    }
  }

  /** By the page's server: what it was asked last, or what it has been told has arrived. */
  refused(reason: string) {
    if (this.answer) this.answer.reject(new Error(reason));
    else this.failed(reason);
  }

  private failed(reason: string) {
    if (this.several) {
      this.failures.push(`${this.file?.name}: ${reason}`);
      this.next();
      return;
    }
    this.label.hidden = false;
    this.bar.hidden = true;
    this.say(reason);
    this.words.classList.add('failed');
    this.dispatchEvent(new CustomEvent('upload-failed', { detail: { reason } }));
  }

  private take(files?: FileList | null) {
    if (!this.several) {
      this.choose(files?.[0]);
      return;
    }
    const more = [...(files ?? [])];
    this.waiting.push(...more);
    this.all += more.length;
    // The same file can be chosen again where it has failed.
    this.input.value = '';
    if (more.length > 0 && !this.file) this.next();
  }

  /** The next of several files, or at the end what has become of all. */
  private next() {
    this.file = this.waiting.shift();
    this.sha256 = '';
    if (this.file) {
      void this.start();
      return;
    }
    this.bar.hidden = true;
    const arrived = this.arrived === 0 ? [] : [count(this.arrived, '1 file has arrived.', '{0} files have arrived.')];
    this.say([...arrived, ...this.failures].join('\n'));
    this.words.classList.toggle('failed', this.failures.length > 0);
    this.arrived = 0;
    this.all = 0;
    this.failures = [];
  }

  /** Which of several files it is. */
  private turn() { return this.all > 1 ? `${t('{0} of {1}', this.all - this.waiting.length, this.all)}: ` : ''; }

  private choose(file?: File) {
    if (!file) return;
    this.file = file;
    this.sha256 = '';
    this.name.textContent = `${file.name} (${decimal(file.size / 1e6, 1, 0)} MB)`;
    this.say('');
    this.dispatchEvent(new CustomEvent('file-chosen', { detail: this.description(file) }));
  }

  private description(file: File) { return { name: file.name, size: file.size, sha256: this.sha256 }; }

  private begin(file: File) {
    return new Promise<Ticket>((resolve, reject) => {
      this.answer = { resolve, reject };
      this.dispatchEvent(new CustomEvent('upload-begin', { detail: this.description(file) }));
    }).finally(() => (this.answer = undefined));
  }

  private async hash(file: File) {
    const hasher = await (await import('hash-wasm')).createSHA256();
    for (let offset = 0; offset < file.size; offset += HASH_BLOCK) {
      hasher.update(new Uint8Array(await file.slice(offset, offset + HASH_BLOCK).arrayBuffer()));
      this.show(t('Reading {0}', file.name), Math.min(1, (offset + HASH_BLOCK) / file.size));
    }
    return hasher.digest('hex');
  }

  private async send(file: File, ticket: Ticket) {
    const waiting = [...ticket.parts];
    const sent: { number: number; etag: string }[] = [];
    const loaded = new Map<number, number>();
    const missing = ticket.parts.reduce((sum, part) => sum + part.size, 0);
    const pace = new Pace();
    const report = () => {
      const bytes = [...loaded.values()].reduce((sum, part) => sum + part, 0);
      this.show(t('Sending {0}', file.name), file.size === 0 ? 1 : (file.size - missing + bytes) / file.size, pace.words(bytes, missing));
    };
    const broken = new AbortController();
    const lane = async () => {
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        sent.push({ number: part.number, etag: await this.sendPart(file, part, broken.signal, bytes => { loaded.set(part!.number, bytes); report(); }) });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    } finally {
      // Where one lane has failed the others send no more.
      broken.abort();
    }
    return sent;
  }

  private async sendPart(file: File, part: Part, broken: AbortSignal, loaded: (bytes: number) => void) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await put(part.url, file.slice(part.offset, part.offset + part.size), broken, loaded);
      } catch (error) {
        if (attempt === TRIES || broken.aborted) throw error;
        await new Promise(resolve => setTimeout(resolve, 500 * 2 ** attempt));
      }
    }
  }

  private show(doing: string, share: number, pace = '') {
    this.bar.value = share;
    this.say(`${this.turn()}${doing}: ${Math.floor(share * 100)} %${pace}`);
  }

  private say(words: string) { this.words.textContent = words; }
}

/** How fast bytes went in the last seconds, and how long the rest takes at that. */
class Pace {
  private readonly seen: { at: number; bytes: number }[] = [{ at: performance.now(), bytes: 0 }];

  words(bytes: number, all: number) {
    const now = performance.now();
    this.seen.push({ at: now, bytes });
    while (this.seen.length > 2 && now - this.seen[1].at > PACE_MILLIS) this.seen.shift();
    const seconds = (now - this.seen[0].at) / 1000;
    const rate = (bytes - this.seen[0].bytes) / seconds;
    if (seconds < 1 || rate <= 0) return '';
    return `, ${decimal(rate / 1e6)} MB/s, ${left((all - bytes) / rate)}`;
  }
}

function left(seconds: number) {
  if (seconds < 60) return t('less than a minute left');
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? t('about {0} min left', minutes) : t('about {0} h left', Math.round(minutes / 60));
}

function put(url: string, bytes: Blob, broken: AbortSignal, loaded: (bytes: number) => void) {
  return new Promise<string>((resolve, reject) => {
    broken.throwIfAborted();
    const request = new XMLHttpRequest();
    broken.addEventListener('abort', () => request.abort(), { once: true });
    request.addEventListener('abort', () => reject(broken.reason));
    request.open('PUT', url);
    request.upload.addEventListener('progress', event => loaded(event.loaded));
    request.addEventListener('load', () => request.status === 200
      ? resolve((request.getResponseHeader('ETag') ?? '').replaceAll('"', ''))
      : reject(new Error(t('The storage answered {0}. Try again: what has arrived is kept.', request.status))));
    request.addEventListener('error', () =>
      reject(new Error(t('The storage cannot be reached from this browser. Try again: what has arrived is kept.'))));
    request.send(bytes);
  });
}

customElements.define('winslow-video-upload', VideoUpload);
