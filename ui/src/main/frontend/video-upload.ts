// Sends a file straight to the storage by signed parts, several at a time. The page's server signs and keeps the books: it is asked by the
// events upload-begin and upload-complete, and answers by the methods begun, completed and refused.
import { createSHA256 } from 'hash-wasm';

type Part = { number: number; offset: number; size: number; url: string };
type Ticket = { objectKey: string; uploadId: string; parts: Part[] };

const AT_ONCE = 4;
const TRIES = 5;
const HASH_BLOCK = 16 * 1024 * 1024;

const style = `
:host { display: block; font: inherit; }
label { display: grid; justify-items: center; gap: .4rem; padding: 1.6rem 1rem; border: 2px dashed color-mix(in srgb, currentColor 30%, transparent);
  border-radius: 12px; cursor: pointer; text-align: center; }
label.over { border-color: #2456d6; background: color-mix(in srgb, #2456d6 8%, transparent); }
label:focus-within { outline: 2px solid #4c8dff; outline-offset: 2px; }
input { position: absolute; opacity: 0; width: 1px; height: 1px; }
.hint { opacity: .75; font-size: .9em; }
progress { width: 100%; }
.failed { color: light-dark(#b3261e, #ff9b92); }`;

class VideoUpload extends HTMLElement {
  private file?: File;
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
      <label><input type="file" accept="video/*,.mkv,.avi,.mts"><strong class="name">Choose a video, or drop it here</strong>
        <span class="hint">It goes straight to the storage. An upload that breaks off goes on where it stopped.</span></label>
      <progress hidden max="1"></progress><div class="words" role="status"></div>`;
    this.label = root.querySelector('label')!;
    this.name = root.querySelector('.name')!;
    this.bar = root.querySelector('progress')!;
    this.words = root.querySelector('.words')!;
    const input = root.querySelector('input')!;
    input.addEventListener('change', () => this.choose(input.files?.[0]));
    this.label.addEventListener('dragover', event => { event.preventDefault(); this.label.classList.add('over'); });
    this.label.addEventListener('dragleave', () => this.label.classList.remove('over'));
    this.label.addEventListener('drop', event => {
      event.preventDefault();
      this.label.classList.remove('over');
      this.choose(event.dataTransfer?.files[0]);
    });
  }

  /** Sends the chosen file; called by the server once it has a project for it. */
  async start() {
    const file = this.file;
    if (!file) return;
    try {
      this.label.hidden = true;
      this.bar.hidden = false;
      this.words.classList.remove('failed');
      this.sha256 = this.sha256 || (await this.hash(file));
      const ticket = await this.begin(file);
      const sent = await this.send(file, ticket);
      this.say('Checking ' + file.name + ' …');
      this.dispatchEvent(new CustomEvent('upload-complete', {
        detail: { ...this.description(file), objectKey: ticket.objectKey, uploadId: ticket.uploadId, parts: JSON.stringify(sent) },
      }));
    } catch (error) {
      this.refused(error instanceof Error ? error.message : String(error));
    }
  }

  begun(ticket: string) { this.answer?.resolve(JSON.parse(ticket)); }

  completed() {
    this.bar.value = 1;
    this.say('All of it has arrived.');
  }

  refused(reason: string) {
    this.answer?.reject(new Error(reason));
    this.answer = undefined;
    this.label.hidden = false;
    this.bar.hidden = true;
    this.say(reason);
    this.words.classList.add('failed');
    this.dispatchEvent(new CustomEvent('upload-failed', { detail: { reason } }));
  }

  private choose(file?: File) {
    if (!file) return;
    this.file = file;
    this.sha256 = '';
    this.name.textContent = `${file.name} (${(file.size / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB)`;
    this.say('');
    this.dispatchEvent(new CustomEvent('file-chosen', { detail: this.description(file) }));
  }

  private description(file: File) { return { name: file.name, size: file.size, sha256: this.sha256 }; }

  private begin(file: File) {
    return new Promise<Ticket>((resolve, reject) => {
      this.answer = { resolve, reject };
      this.dispatchEvent(new CustomEvent('upload-begin', { detail: this.description(file) }));
    });
  }

  private async hash(file: File) {
    const hasher = await createSHA256();
    for (let offset = 0; offset < file.size; offset += HASH_BLOCK) {
      hasher.update(new Uint8Array(await file.slice(offset, offset + HASH_BLOCK).arrayBuffer()));
      this.show('Reading', Math.min(1, (offset + HASH_BLOCK) / file.size));
    }
    return hasher.digest('hex');
  }

  private async send(file: File, ticket: Ticket) {
    const waiting = [...ticket.parts];
    const sent: { number: number; etag: string }[] = [];
    const loaded = new Map<number, number>();
    const missing = ticket.parts.reduce((sum, part) => sum + part.size, 0);
    const report = () => {
      const bytes = [...loaded.values()].reduce((sum, part) => sum + part, 0);
      this.show('Sending', file.size === 0 ? 1 : (file.size - missing + bytes) / file.size);
    };
    const lane = async () => {
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        sent.push({ number: part.number, etag: await this.sendPart(file, part, bytes => { loaded.set(part!.number, bytes); report(); }) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return sent;
  }

  private async sendPart(file: File, part: Part, loaded: (bytes: number) => void) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await put(part.url, file.slice(part.offset, part.offset + part.size), loaded);
      } catch (error) {
        if (attempt === TRIES) throw error;
        await new Promise(resolve => setTimeout(resolve, 500 * 2 ** attempt));
      }
    }
  }

  private show(verb: string, share: number) {
    this.bar.value = share;
    this.say(`${verb} ${this.file?.name}: ${Math.floor(share * 100)} %`);
  }

  private say(words: string) { this.words.textContent = words; }
}

function put(url: string, bytes: Blob, loaded: (bytes: number) => void) {
  return new Promise<string>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.addEventListener('progress', event => loaded(event.loaded));
    request.addEventListener('load', () => request.status === 200
      ? resolve((request.getResponseHeader('ETag') ?? '').replaceAll('"', ''))
      : reject(new Error(`The storage answered ${request.status}. Try again: what has arrived is kept.`)));
    request.addEventListener('error', () =>
      reject(new Error('The storage cannot be reached from this browser. Try again: what has arrived is kept.')));
    request.send(bytes);
  });
}

customElements.define('winslow-video-upload', VideoUpload);
