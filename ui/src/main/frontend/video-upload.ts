// Sends a file straight to the storage by signed parts, several at a time. The page's server signs and keeps the books: it is asked by the
// events upload-begin and upload-complete, and answers by the methods begun, completed and refused. With the attribute several it takes files of any kind,
// and sends them without being told, one after the other; more can be added meanwhile. With the attribute place it offers to go on with what was being sent there when the page
// was left, where the browser can find the file again; what is to be done then is told by the event upload-go-on, unless it takes several.
import { forget, hold, keep, keeps, keptOf, type FileHandle, type Kept } from './kept-uploads';
import { count, decimal, t } from './texts';

type Part = { number: number; offset: number; size: number; url: string };
type Ticket = { objectKey: string; uploadId: string; parts: Part[] };
/** A file to be sent: resumed is what was kept of it before the page was loaded; release lets other pages send it. */
type Sent = { file: File; sha256: string; handle?: FileHandle; resumed?: Kept; kept?: Kept; release?: () => void };
type Picker = (options: object) => Promise<FileHandle[]>;

const FILMS = { accept: { 'video/*': ['.mkv', '.avi', '.mts'] } };

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
.kept { display: grid; gap: .5rem; margin: 0 0 .7rem; padding: 0; list-style: none; }
.kept[hidden] { display: none; }
.kept li { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .7rem; padding: .5rem .8rem; border-radius: 12px;
  background: color-mix(in srgb, #2456d6 8%, transparent); }
.kept span { flex: 1; min-width: min(100%, 18rem); overflow-wrap: anywhere; }
.kept button { min-height: 32px; padding: 0 .8rem; border: 1px solid color-mix(in srgb, currentColor 40%, transparent); border-radius: 8px;
  background: none; color: inherit; font: inherit; white-space: nowrap; cursor: pointer; }
.kept button:focus-visible { outline: 2px solid #4c8dff; outline-offset: 2px; }
:host([several]) label { padding: .8rem 1rem; }`;

class VideoUpload extends HTMLElement {
  static readonly observedAttributes = ['several', 'place'];

  private sent?: Sent;
  /** What start() is at, which is the one chosen then. */
  private running?: Sent;
  /** Aborted when the element has left the page for good. */
  private leaving = new AbortController();
  private waiting: Sent[] = [];
  private arrived = 0;
  private all = 0;
  private failures: string[] = [];
  /** The server has been told that all of it has arrived. */
  private finishing = false;
  private readonly input: HTMLInputElement;
  private answer?: { resolve: (ticket: Ticket) => void; reject: (reason: Error) => void };
  private readonly label: HTMLLabelElement;
  private readonly offers: HTMLElement;
  private readonly name: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly words: HTMLElement;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${style}</style>
      <ul class="kept" hidden></ul><label><input type="file" accept="video/*,.mkv,.avi,.mts"><strong class="name">${t('Choose a video, or drop it here')}</strong>
        <span class="hint">${t('It goes straight to the storage. An upload that breaks off goes on where it stopped.')}</span></label>
      <progress hidden max="1"></progress><div class="words" role="status"></div>`;
    this.label = root.querySelector('label')!;
    this.offers = root.querySelector('.kept')!;
    this.name = root.querySelector('.name')!;
    this.bar = root.querySelector('progress')!;
    this.words = root.querySelector('.words')!;
    this.input = root.querySelector('input')!;
    this.input.addEventListener('change', () => void this.take([...(this.input.files ?? [])].map(file => ({ file, sha256: '' }))));
    this.input.addEventListener('click', event => {
      if (keeps) {
        event.preventDefault();
        void this.pick();
      }
    });
    this.label.addEventListener('dragover', event => { event.preventDefault(); this.label.classList.add('over'); });
    this.label.addEventListener('dragleave', () => this.label.classList.remove('over'));
    this.label.addEventListener('drop', event => {
      event.preventDefault();
      this.label.classList.remove('over');
      void dropped(event.dataTransfer).then(files => this.take(files));
    });
  }

  connectedCallback() {
    if (this.leaving.signal.aborted) this.leaving = new AbortController();
    void this.offer();
  }

  /** One that is only moved is back at once. */
  disconnectedCallback() { setTimeout(() => { if (!this.isConnected) this.leave(); }); }

  /** What comes of the last step is told only while the element is in the page, and it may go at once then. Whatever else is left can be gone on with. */
  private leave() {
    this.leaving.abort(new DOMException('The page was left', 'AbortError'));
    if (this.running && this.finishing) void this.settle(this.running);
    else if (this.running) this.letGo(this.running);
    this.waiting.forEach(sent => this.letGo(sent));
    this.waiting = [];
    this.finishing = false;
    this.running = undefined;
    if (this.several) this.sent = undefined;
    this.arrived = 0;
    this.all = 0;
    this.failures = [];
  }

  attributeChangedCallback(name: string) {
    if (name === 'place') {
      if (this.isConnected) void this.offer();
      return;
    }
    this.input.multiple = this.several;
    if (this.several) {
      this.input.removeAttribute('accept');
      this.name.textContent = t('Add files: choose them, or drop them here');
    }
  }

  private get several() { return this.hasAttribute('several'); }

  /** Sends the chosen file; called by the server once it has a project for it. */
  async start() {
    const sent = this.sent;
    if (!sent) return;
    const file = sent.file;
    const { signal } = this.leaving;
    this.running = sent;
    try {
      this.label.hidden = !this.several;
      this.offers.hidden = !this.several || this.offers.childElementCount === 0;
      this.bar.hidden = false;
      this.words.classList.remove('failed');
      await this.remember(sent);
      if (!sent.sha256) {
        sent.sha256 = await this.hash(file, signal);
        await this.remember(sent);
      }
      const ticket = await this.begin(sent, signal);
      const parts = await this.send(file, ticket, signal);
      this.say(this.turn() + t('Checking {0} …', file.name));
      this.finishing = true;
      this.dispatchEvent(new CustomEvent('upload-complete', {
        detail: { ...this.description(sent), objectKey: ticket.objectKey, uploadId: ticket.uploadId, parts: JSON.stringify(parts) },
      }));
    } catch (error) {
      if (signal.aborted) this.letGo(sent);
      else this.failed(error instanceof Error ? error.message : String(error));
    }
  }

  begun(ticket: string) { this.answer?.resolve(JSON.parse(ticket)); }

  completed() {
    this.finishing = false;
    this.bar.value = 1;
    if (this.running) void this.settle(this.running);
    this.running = undefined;
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
    this.finishing = false;
    const failed = this.running;
    this.running = undefined;
    if (failed) this.letGo(failed);
    if (this.several) {
      this.failures.push(`${failed?.file.name}: ${reason}`);
      this.next();
      return;
    }
    this.label.hidden = false;
    this.bar.hidden = true;
    this.complain(reason);
    void this.offer();
    this.dispatchEvent(new CustomEvent('upload-failed', { detail: { reason } }));
  }

  /** By the browser's dialog that gives something by which a file is found again. */
  private async pick() {
    try {
      const picker = (window as unknown as { showOpenFilePicker: Picker }).showOpenFilePicker;
      const handles = await picker(this.several ? { multiple: true } : { types: [FILMS] });
      await this.take(await Promise.all(handles.map(async handle => ({ file: await handle.getFile(), handle, sha256: '' }))));
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.complain(String(error));
    }
  }

  private async take(more: Sent[]) {
    if (!this.several) {
      this.choose(more[0]);
      return;
    }
    // The same file can be chosen again where it has failed.
    this.input.value = '';
    const { signal } = this.leaving;
    for (const sent of more) {
      try {
        await this.remember(sent);
        this.waiting.push(sent);
        this.all++;
      } catch (error) {
        if (signal.aborted) return;
        this.complain(error instanceof Error ? error.message : String(error));
      }
    }
    if (!this.sent) this.next();
  }

  /** The next of several files, or at the end what has become of all. */
  private next() {
    this.sent = this.waiting.shift();
    if (this.sent) {
      void this.start();
      return;
    }
    this.bar.hidden = true;
    if (this.all === 0) return;
    const arrived = this.arrived === 0 ? [] : [count(this.arrived, '1 file has arrived.', '{0} files have arrived.')];
    this.say([...arrived, ...this.failures].join('\n'));
    this.words.classList.toggle('failed', this.failures.length > 0);
    this.arrived = 0;
    this.all = 0;
    this.failures = [];
    void this.offer();
  }

  /** Which of several files it is. */
  private turn() { return this.all > 1 ? `${t('{0} of {1}', this.all - this.waiting.length, this.all)}: ` : ''; }

  private choose(sent?: Sent) {
    if (!sent) return;
    this.sent = sent;
    this.name.textContent = `${sent.file.name} (${decimal(sent.file.size / 1e6, 1, 0)} MB)`;
    this.say('');
    this.dispatchEvent(new CustomEvent('file-chosen', { detail: this.description(sent) }));
  }

  private description(sent: Sent) {
    return { name: sent.file.name, size: sent.file.size, sha256: sent.sha256, folder: sent.resumed?.folder ?? this.getAttribute('folder') ?? '' };
  }

  /**
   * Keeps what is needed to go on with it after the page was left, and keeps other pages from doing so meanwhile. Where the browser keeps nothing it is
   * sent all the same, and would have to be chosen again.
   */
  private async remember(sent: Sent) {
    const { signal } = this.leaving;
    signal.throwIfAborted();
    const place = this.getAttribute('place');
    if (!keeps || !place || !sent.handle) return;
    const { name, size, sha256, folder } = this.description(sent);
    let elsewhere = false;
    try {
      const id = sent.kept?.id ?? (await this.same(sent))[0]?.id ?? crypto.randomUUID();
      sent.kept = { id, place, folder, name, size, sha256, lastModified: sent.file.lastModified, at: sent.kept?.at ?? Date.now(), handle: sent.handle };
      sent.release ??= await hold(id);
      elsewhere = !sent.release;
      if (!elsewhere) await keep(sent.kept);
    } catch (fault) {
      console.warn('This upload is not remembered', fault);
    }
    if (signal.aborted) this.letGo(sent);
    signal.throwIfAborted();
    if (elsewhere) throw new Error(t('Another page of this browser is sending {0}.', name));
  }

  /** What is kept of the same file, which may have been chosen anew. */
  private async same({ file }: Sent) {
    const place = this.getAttribute('place');
    return keeps && place
      ? (await keptOf(place)).filter(each => each.name === file.name && each.size === file.size && each.lastModified === file.lastModified)
      : [];
  }

  /** Others may go on with it. */
  private letGo(sent: Sent) {
    sent.release?.();
    sent.release = undefined;
  }

  /** It has arrived: nobody need go on with it. */
  private async settle(sent: Sent) {
    try {
      const kept = [...(await this.same(sent)), ...(sent.kept ? [sent.kept] : [])];
      await Promise.all(kept.map(each => forget(each.id)));
    } catch (fault) {
      console.warn('What is kept of this upload cannot be forgotten', fault);
    } finally {
      this.letGo(sent);
    }
  }

  private async offer() {
    const kept = await this.offered();
    // One at a time, unless it takes several.
    if (this.running && !this.several) return;
    this.offers.replaceChildren(...kept.map(each => this.offerOf(each)));
    this.offers.hidden = kept.length === 0;
  }

  private async offered(): Promise<Kept[]> {
    const place = this.getAttribute('place');
    if (!keeps || !place) return [];
    try {
      return (await keptOf(place)).filter(each => each.id !== this.sent?.kept?.id);
    } catch (fault) {
      console.warn('Nothing can be gone on with', fault);
      return [];
    }
  }

  private allowOffers(allowed: boolean) {
    for (const each of this.offers.querySelectorAll('button')) each.disabled = !allowed;
  }

  private offerOf(kept: Kept) {
    const item = document.createElement('li');
    const words = document.createElement('span');
    words.textContent = t('{0} has not arrived yet.', kept.folder ? `${kept.folder}/${kept.name}` : kept.name);
    item.append(
      words,
      button(t('Go on'), t('Go on with {0}', kept.name), () => void this.goOn(kept)),
      button(t('Forget it'), t('Forget {0}', kept.name), () => void forget(kept.id).then(() => this.offer())),
    );
    return item;
  }

  private async goOn(kept: Kept) {
    this.allowOffers(false);
    try {
      if ((await kept.handle.requestPermission({ mode: 'read' })) !== 'granted') {
        this.allowOffers(true);
        this.complain(t('This browser may not read {0}. Allow it, or choose the file again: what has arrived is kept.', kept.name));
        return;
      }
      const file = await kept.handle.getFile();
      if (file.size !== kept.size || file.lastModified !== kept.lastModified) {
        await this.giveUp(kept, t('{0} has changed since. Choose it again to send it as it is now.', kept.name));
        return;
      }
      const sent = { file, handle: kept.handle, sha256: kept.sha256, resumed: kept, kept };
      if (this.several) {
        await this.take([sent]);
        await this.offer();
      } else {
        this.choose(sent);
        this.dispatchEvent(new CustomEvent('upload-go-on'));
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') {
        await this.giveUp(kept, t('{0} is not where it was. Choose it again: what has arrived is kept.', kept.name));
      } else {
        this.allowOffers(true);
        this.complain(String(error));
      }
    }
  }

  private async giveUp(kept: Kept, reason: string) {
    await forget(kept.id);
    await this.offer();
    this.complain(reason);
  }

  private complain(reason: string) {
    this.say(reason);
    this.words.classList.add('failed');
  }

  private begin(sent: Sent, signal: AbortSignal) {
    return new Promise<Ticket>((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.answer = { resolve, reject };
      this.dispatchEvent(new CustomEvent('upload-begin', { detail: this.description(sent) }));
    }).finally(() => (this.answer = undefined));
  }

  private async hash(file: File, signal: AbortSignal) {
    const hasher = await (await import('hash-wasm')).createSHA256();
    for (let offset = 0; offset < file.size; offset += HASH_BLOCK) {
      signal.throwIfAborted();
      hasher.update(new Uint8Array(await file.slice(offset, offset + HASH_BLOCK).arrayBuffer()));
      this.show(t('Reading {0}', file.name), Math.min(1, (offset + HASH_BLOCK) / file.size));
    }
    return hasher.digest('hex');
  }

  private async send(file: File, ticket: Ticket, signal: AbortSignal) {
    signal.throwIfAborted();
    const waiting = [...ticket.parts];
    const sent: { number: number; etag: string }[] = [];
    const loaded = new Map<number, number>();
    const missing = ticket.parts.reduce((sum, part) => sum + part.size, 0);
    const pace = new Pace();
    const report = () => {
      const bytes = [...loaded.values()].reduce((sum, part) => sum + part, 0);
      this.show(t('Sending {0}', file.name), file.size === 0 ? 1 : (file.size - missing + bytes) / file.size, pace.words(bytes, missing));
    };
    // Where it goes on, before more of it has come.
    report();
    const broken = new AbortController();
    signal.addEventListener('abort', () => broken.abort(signal.reason), { once: true });
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

/** What was dropped, with what the browser gives to find it again; that has to be asked for at once, before the event has passed. */
async function dropped(data?: DataTransfer | null): Promise<Sent[]> {
  const asked = [...(data?.items ?? [])].filter(item => item.kind === 'file').map(item => ({
    file: item.getAsFile(),
    handle: keeps ? (item as unknown as { getAsFileSystemHandle(): Promise<FileSystemHandle | null> }).getAsFileSystemHandle().catch(() => null) : null,
  }));
  const found = await Promise.all(asked.map(async ({ file, handle }) => ({ file, handle: await handle })));
  return found.filter(each => each.file !== null).map(({ file, handle }) => ({
    file: file!, sha256: '', handle: handle?.kind === 'file' ? (handle as FileHandle) : undefined,
  }));
}

function button(words: string, label: string, action: () => void) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', action);
  return made;
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
