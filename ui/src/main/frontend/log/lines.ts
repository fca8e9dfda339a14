// The lines of a log by their numbers: a few pages of it are kept, what is missing is fetched, and what the stage prints comes by itself.
import { t } from '../texts';
export type Line = { number: number; time: string; stream: 'OUT' | 'ERR' | 'SYSTEM'; text: string };
type Page = { from: number; lines: Line[]; total: number; ended: boolean };

const PAGE = 500;
const PAGES_KEPT = 16;
const FAR_BEHIND = 6000;

export class Lines {
  total = 0;
  ended = false;
  known = false;
  trouble = '';
  private pages = new Map<number, Line[]>();
  private pending = new Set<number>();
  private stream?: EventSource;
  private closed = false;
  private wanted = true;

  constructor(readonly address: string, private readonly changed: () => void) {}

  async open() {
    await this.fetchPage(`from=${-PAGE}`, -1);
    if (!this.known && !this.closed) window.setTimeout(() => this.closed || this.open(), 2000);
    else if (this.wanted) this.listen();
  }

  /** Connections to one server are few in a browser: a log that nobody looks at gives up its own. */
  listen() {
    this.wanted = true;
    if (this.closed || this.ended || this.stream || !this.known) return;
    this.stream = new EventSource(`${this.address}/stream?from=${this.total}`);
    this.stream.addEventListener('lines', event => this.takeNew(JSON.parse((event as MessageEvent).data)));
    this.stream.addEventListener('end', event => {
      this.ended = true;
      this.pause();
      this.take(JSON.parse((event as MessageEvent).data));
    });
    this.stream.onopen = () => this.tell('');
    this.stream.onerror = () => {
      this.tell(t('The server does not answer; trying again'));
      // A browser tries again by itself after a lost connection, but not after an answer that it did not expect.
      if (this.stream?.readyState === EventSource.CLOSED) {
        this.pause();
        window.setTimeout(() => this.wanted && this.listen(), 3000);
      }
    };
  }

  rest() {
    this.wanted = false;
    this.pause();
  }

  private pause() {
    this.stream?.close();
    this.stream = undefined;
  }

  close() {
    this.closed = true;
    this.rest();
  }

  /** Undefined where it is on its way. */
  line(number: number): Line | undefined {
    const page = Math.floor(number / PAGE);
    const found = this.pages.get(page)?.[number - page * PAGE];
    if (!found && number < this.total) this.load(page);
    return found;
  }

  private load(page: number) {
    if (!this.pending.has(page)) this.fetchPage(`from=${page * PAGE}`, page);
  }

  private async fetchPage(from: string, page: number) {
    this.pending.add(page);
    try {
      const answer = await fetch(`${this.address}?${from}&count=${PAGE}`);
      if (this.closed) return;
      if (!answer.ok) return this.tell(answer.status === 404 ? t('This log is gone, with its project') : t('The server does not answer; trying again'));
      const got: Page = await answer.json();
      this.ended = got.ended;
      this.known = true;
      this.take(got);
    } catch {
      this.tell(t('The server does not answer; trying again'));
    } finally {
      this.pending.delete(page);
    }
  }

  private takeNew(got: Page) {
    const next = got.from + got.lines.length;
    if (got.total - next > FAR_BEHIND) {
      // The stage prints faster than anybody reads: what lies between is fetched if somebody looks at it.
      this.pause();
      this.take({ ...got, lines: [] });
      window.setTimeout(() => this.wanted && this.listen(), 400);
    } else {
      this.take({ ...got, total: next });
    }
  }

  private take(got: Page) {
    for (const line of got.lines) {
      const number = Math.floor(line.number / PAGE);
      const page = this.pages.get(number) ?? [];
      page[line.number - number * PAGE] = line;
      this.pages.delete(number);
      this.pages.set(number, page);
    }
    while (this.pages.size > PAGES_KEPT) this.pages.delete(this.pages.keys().next().value!);
    this.total = Math.max(this.total, got.total, got.from + got.lines.length);
    this.trouble = '';
    this.changed();
  }

  private tell(trouble: string) {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.changed();
  }
}
