// Tracks as the server packs them: rows of ten numbers of four bytes, by frame. They arrive in parts and are never unpacked, so that hours of
// film with millions of rows cost neither time nor more memory than their bytes.
export const ROW = 10;
const BYTES = ROW * 4;
const [FRAME, ID, KIND, TIME, X, Y, LENGTH, WIDTH, HEADING, SPEED] = Array.from({ length: ROW }, (_, index) => index);
export const KINDS = ['car', 'truck', 'bus', 'vehicle'];

export type Vehicle = { row: number; id: number; kind: string; x: number; y: number; length: number; width: number; heading: number; speed: number };
export type Moment = { time: number; frame: number; speed: number };
/** What is in view, on average over some frames; the speed in m/s, NaN where none is known. */
export type View = { vehicles: number; speed: number };
export type Summary = { vehicles: number; rows: number; meanSpeed: number; meanSeconds: number };

export class Tracks {
  count = 0;
  private bytes = new Uint8Array(1 << 16);
  private ints = new Int32Array(this.bytes.buffer);
  private floats = new Float32Array(this.bytes.buffer);
  private filled = 0;
  /** The first row of each frame, or of the next one that has some. */
  private readonly starts: number[] = [];

  append(part: Uint8Array) {
    if (this.filled + part.length > this.bytes.length) this.grow(this.filled + part.length);
    this.bytes.set(part, this.filled);
    this.filled += part.length;
    const rows = Math.floor(this.filled / BYTES);
    for (let row = this.count; row < rows; row++) {
      const frame = this.ints[row * ROW + FRAME];
      while (this.starts.length <= frame) this.starts.push(row);
    }
    this.count = rows;
  }

  private grow(least: number) {
    const bytes = new Uint8Array(Math.max(least, this.bytes.length * 2) + 3 & ~3);
    bytes.set(this.bytes.subarray(0, this.filled));
    this.bytes = bytes;
    this.ints = new Int32Array(bytes.buffer, 0, bytes.length >> 2);
    this.floats = new Float32Array(bytes.buffer, 0, bytes.length >> 2);
  }

  get lastFrame() { return this.starts.length - 1; }

  /** The rows of the frames from the first to the last, both included. */
  rows(first: number, last = first): [number, number] {
    const from = this.starts[Math.max(0, first)] ?? this.count;
    return [from, this.starts[Math.max(0, last + 1)] ?? this.count];
  }

  vehicle(row: number): Vehicle {
    const at = row * ROW;
    const f = this.floats;
    return { row, id: this.ints[at + ID], kind: KINDS[this.ints[at + KIND]] ?? 'vehicle', x: f[at + X], y: f[at + Y], length: f[at + LENGTH], width: f[at + WIDTH], heading: f[at + HEADING], speed: f[at + SPEED] };
  }

  time(row: number) { return this.floats[row * ROW + TIME]; }

  frame(row: number) { return this.ints[row * ROW + FRAME]; }

  /** When the frame is shown; where it has no rows, as the mean frame rate has it. */
  timeOf(frame: number, fps: number) {
    const [from, to] = this.rows(frame);
    return from < to ? this.time(from) : frame / fps;
  }

  /** Which frame is shown then. */
  frameAt(time: number, fps: number) {
    let low = 0;
    let high = this.count;
    const limit = time + 0.25 / fps;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.time(middle) <= limit) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return Math.floor(limit * fps);
    const row = low - 1;
    return this.frame(row) + Math.max(0, Math.floor((limit - this.time(row)) * fps));
  }

  /** One vehicle over time. */
  course(id: number): Moment[] {
    const found: Moment[] = [];
    for (let at = 0; at < this.count * ROW; at += ROW) {
      if (this.ints[at + ID] === id) found.push({ time: this.floats[at + TIME], frame: this.ints[at + FRAME], speed: this.floats[at + SPEED] });
    }
    return found;
  }

  /** Over the frames from the first to the one before the end. */
  view(first: number, end = first + 1): View {
    const [from, to] = this.rows(first, end - 1);
    let sum = 0;
    let known = 0;
    for (let at = from * ROW + SPEED; at < to * ROW; at += ROW) {
      const speed = this.floats[at];
      if (speed === speed) {
        sum += speed;
        known++;
      }
    }
    return { vehicles: (to - from) / (end - first), speed: known ? sum / known : NaN };
  }

  /** A film of so many frames from its begin to its end, in at most so many parts. */
  views(frames: number, most: number): View[] {
    const parts = Math.max(1, Math.min(frames, most));
    return Array.from({ length: parts }, (_, part) => this.view(Math.floor(part * frames / parts), Math.floor((part + 1) * frames / parts)));
  }

  summary(): Summary {
    const spans = new Map<number, [number, number]>();
    let sum = 0;
    let known = 0;
    for (let at = 0; at < this.count * ROW; at += ROW) {
      const time = this.floats[at + TIME];
      const span = spans.get(this.ints[at + ID]);
      if (span) span[1] = time;
      else spans.set(this.ints[at + ID], [time, time]);
      const speed = this.floats[at + SPEED];
      if (speed === speed) {
        sum += speed;
        known++;
      }
    }
    let seconds = 0;
    for (const [from, to] of spans.values()) seconds += to - from;
    return { vehicles: spans.size, rows: this.count, meanSpeed: known ? sum / known : NaN, meanSeconds: spans.size ? seconds / spans.size : 0 };
  }
}
