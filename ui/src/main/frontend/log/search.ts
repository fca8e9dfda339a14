// Finds lines by a regular expression. The server looks, a stretch at a time; what a running stage adds is looked at as it comes.
import type { Line } from './lines';
import { t } from '../texts';

const MOST = 5000;
const AT_ONCE = 1000;

type Matches = { lines: Line[]; next: number; total: number; ended: boolean };

export class Search {
  found: Line[] = [];
  trouble = '';
  done = false;
  private next = 0;
  private busy = false;
  private closed = false;
  readonly expression?: RegExp;

  constructor(private readonly address: string, readonly pattern: string, private readonly changed: () => void) {
    try {
      // The dialects differ in little; where the browser cannot read it, lines are found all the same, and only the words are not marked.
      this.expression = new RegExp(pattern.replace(/^\(\?i\)/, ''), pattern.startsWith('(?i)') ? 'gi' : 'g');
    } catch { /* see above */ }
  }

  get full() { return this.found.length >= MOST; }

  async goOn(total: number) {
    if (this.busy || this.closed || this.trouble) return;
    this.busy = true;
    try {
      while (!this.closed && !this.full && this.next < total) {
        const got = await ask(this.address, this.pattern, this.next, AT_ONCE);
        if (typeof got === 'string') {
          this.trouble = got;
          break;
        }
        this.found.push(...got.lines);
        this.next = got.next;
        this.changed();
      }
      this.done = true;
    } catch {
      this.trouble = t('The server does not answer');
    } finally {
      this.busy = false;
      if (!this.closed) this.changed();
    }
  }

  /** The index of the match at this line or after it, or before it. */
  at(line: number, forward: boolean): number {
    const index = this.found.findIndex(match => match.number >= line);
    if (forward) return index;
    const before = index < 0 ? this.found.length : index;
    return before - (this.found[before]?.number === line ? 0 : 1);
  }

  close() { this.closed = true; }
}

/** The first line from this one on that the pattern finds. */
export async function first(address: string, pattern: string, from: number, total: number): Promise<Line | undefined> {
  for (let next = from; next < total;) {
    const got = await ask(address, pattern, next, 1);
    if (typeof got === 'string') return undefined;
    if (got.lines.length > 0) return got.lines[0];
    next = got.next;
  }
  return undefined;
}

async function ask(address: string, pattern: string, from: number, limit: number): Promise<Matches | string> {
  const query = new URLSearchParams({ pattern, from: String(from), limit: String(limit) });
  const answer = await fetch(`${address}/search?${query}`);
  const body = await answer.json();
  return answer.ok ? body : [body.detail, body.remedy].filter(Boolean).join(' ') || t('The search was refused');
}
