// Where moments stand on the paper. Long times in which nothing runs, such as a night until somebody answers, are drawn short, so that work stays visible.
type Piece = { from: number; to: number; x: number; width: number; wait: boolean };

const WAIT_WIDTH = 70;
const LONG = 30_000;

export class TimeScale {
  /** Pixels for a millisecond in which something runs. */
  readonly perMilli: number;
  private readonly pieces: Piece[] = [];

  constructor(private readonly begin: number, end: number, busy: number[][], left: number, right: number) {
    const spans = merge(busy);
    const working = spans.reduce((sum, [from, to]) => sum + to - from, 0);
    const cuts = spans.length === 0 ? [] : gaps(begin, end, spans).filter(([from, to]) => to - from > Math.max(LONG, working * 0.4));
    const room = right - left - cuts.length * WAIT_WIDTH;
    const linear = end - begin - cuts.reduce((sum, [from, to]) => sum + to - from, 0);
    this.perMilli = Math.max(0, room) / Math.max(1, linear);
    let x = left;
    let at = begin;
    const add = (to: number, wait: boolean) => {
      const width = wait ? WAIT_WIDTH : (to - at) * this.perMilli;
      this.pieces.push({ from: at, to, x, width, wait });
      x += width;
      at = to;
    };
    for (const [from, to] of cuts) {
      if (from > at) add(from, false);
      add(to, true);
    }
    if (end > at) add(end, false);
  }

  x(moment: number): number {
    const piece = this.pieces.find(each => moment <= each.to) ?? this.pieces.at(-1)!;
    const share = piece.to === piece.from ? 0 : (moment - piece.from) / (piece.to - piece.from);
    return piece.x + Math.max(0, Math.min(1, share)) * piece.width;
  }

  waits() {
    return this.pieces.filter(piece => piece.wait).map(piece => ({ x: piece.x, width: piece.width, millis: piece.to - piece.from }));
  }

  ticks(step: number) {
    const ticks: { x: number; millis: number }[] = [];
    for (const piece of this.pieces.filter(each => !each.wait)) {
      for (let at = Math.ceil((piece.from - this.begin) / step) * step; at <= piece.to - this.begin; at += step) ticks.push({ x: this.x(this.begin + at), millis: at });
    }
    return ticks;
  }
}

function merge(spans: number[][]): number[][] {
  const merged: number[][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function gaps(begin: number, end: number, spans: number[][]): number[][] {
  const found: number[][] = [];
  let at = begin;
  for (const [from, to] of spans) {
    if (from > at) found.push([at, from]);
    at = Math.max(at, to);
  }
  if (end > at) found.push([at, end]);
  return found;
}
