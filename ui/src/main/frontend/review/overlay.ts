// Draws the vehicles of a frame over the film.
import type { Tracks, Vehicle } from './tracks';

export type Shown = { boxes: boolean; ids: boolean; tails: boolean; speeds: boolean };
export const COLOURS = ['#ffd400', '#ff8a3d', '#ff6bd0', '#35c8ff'];
const ORDER = ['car', 'truck', 'bus', 'vehicle'];
const TAIL_SECONDS = 2.5;

export function colour(kind: string) { return COLOURS[ORDER.indexOf(kind)] ?? COLOURS[3]; }

export class Overlay {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  draw(tracks: Tracks, frame: number, fps: number, scale: number, shown: Shown, chosen: number | undefined) {
    const [from, to] = tracks.rows(frame);
    const unit = devicePixelRatio;
    this.context.lineJoin = this.context.lineCap = 'round';
    if (shown.tails) this.tails(tracks, frame, fps, scale, unit);
    for (let row = from; row < to; row++) {
      const vehicle = tracks.vehicle(row);
      if (shown.boxes || vehicle.id === chosen) this.box(vehicle, scale, unit, vehicle.id === chosen);
    }
    if (!shown.ids && !shown.speeds && chosen === undefined) return;
    this.context.font = `600 ${12 * unit}px system-ui, sans-serif`;
    for (let row = from; row < to; row++) this.label(tracks.vehicle(row), scale, unit, shown, chosen);
  }

  private tails(tracks: Tracks, frame: number, fps: number, scale: number, unit: number) {
    const [from, to] = tracks.rows(frame - Math.round(TAIL_SECONDS * fps), frame);
    const [now] = tracks.rows(frame);
    const present = new Set<number>();
    for (let row = now; row < to; row++) present.add(tracks.vehicle(row).id);
    const paths = new Map<number, { path: Path2D; kind: string }>();
    for (let row = from; row < to; row++) {
      const { id, kind, x, y } = tracks.vehicle(row);
      if (!present.has(id)) continue;
      const tail = paths.get(id);
      if (tail) tail.path.lineTo(x * scale, y * scale);
      else {
        const path = new Path2D();
        path.moveTo(x * scale, y * scale);
        paths.set(id, { path, kind });
      }
    }
    this.context.lineWidth = 2 * unit;
    this.context.globalAlpha = 0.75;
    for (const { path, kind } of paths.values()) {
      this.context.strokeStyle = colour(kind);
      this.context.stroke(path);
    }
    this.context.globalAlpha = 1;
  }

  private box({ x, y, length, width, heading, kind }: Vehicle, scale: number, unit: number, chosen: boolean) {
    const { context } = this;
    context.save();
    context.translate(x * scale, y * scale);
    context.rotate(heading * Math.PI / 180);
    const [l, w] = [Math.max(length * scale, 4 * unit), Math.max(width * scale, 4 * unit)];
    context.strokeStyle = '#000a';
    context.lineWidth = (chosen ? 6 : 4) * unit;
    context.strokeRect(-l / 2, -w / 2, l, w);
    context.strokeStyle = chosen ? '#35e06a' : colour(kind);
    context.lineWidth = (chosen ? 3 : 1.8) * unit;
    context.strokeRect(-l / 2, -w / 2, l, w);
    context.restore();
  }

  private label({ id, x, y, width, speed }: Vehicle, scale: number, unit: number, shown: Shown, chosen: number | undefined) {
    const all = id === chosen;
    const words = [(shown.ids || all) && String(id), (shown.speeds || all) && speed === speed && `${Math.round(speed * 3.6)}${all ? ' km/h' : ''}`].filter(Boolean).join(' · ');
    if (!words) return;
    const [left, top] = [x * scale + 6 * unit, y * scale - width * scale / 2 - 6 * unit];
    this.context.strokeStyle = '#000c';
    this.context.lineWidth = 3 * unit;
    this.context.strokeText(words, left, top);
    this.context.fillStyle = all ? '#7dffa6' : '#fff';
    this.context.fillText(words, left, top);
  }
}

/** The vehicle at a spot of the frame, the nearest of those whose box is near. */
export function hit(tracks: Tracks, frame: number, x: number, y: number, reach: number): number | undefined {
  const [from, to] = tracks.rows(frame);
  let best: number | undefined;
  let nearest = Infinity;
  for (let row = from; row < to; row++) {
    const vehicle = tracks.vehicle(row);
    const away = Math.hypot(vehicle.x - x, vehicle.y - y);
    if (away < Math.max(vehicle.length / 2, vehicle.width / 2) + reach && away < nearest) {
      nearest = away;
      best = vehicle.id;
    }
  }
  return best;
}
