// Mouse, pen and fingers on the frame, as what they mean: press a spot, drag something, move or zoom the view.
import { distance, type Choice, type Spot } from './model';

export interface Target {
  pick(event: PointerEvent, at: Spot): Choice | undefined;
  dragged(choice: Choice, dx: number, dy: number): void;
  dropped(): void;
  pressed(at: Spot): void;
  panned(dx: number, dy: number): void;
  zoomed(factor: number, at: Spot): void;
  hovered(at: Spot | undefined): void;
}

const STILL_PIXELS = 5;

export class Gestures {
  private readonly pointers = new Map<number, Spot>();
  private drag?: { choice?: Choice; last: Spot; start: Spot; moved: boolean };
  private pinch?: { distance: number; middle: Spot };

  constructor(private readonly surface: SVGSVGElement, private readonly target: Target) {
    surface.addEventListener('pointerdown', event => this.down(event));
    surface.addEventListener('pointermove', event => this.move(event));
    surface.addEventListener('pointerup', event => this.up(event, true));
    surface.addEventListener('pointercancel', event => this.up(event, false));
    surface.addEventListener('pointerleave', event => { if (event.pointerType === 'mouse') target.hovered(undefined); });
    surface.addEventListener('wheel', event => {
      event.preventDefault();
      target.zoomed(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), this.spot(event));
    }, { passive: false });
  }

  get busy() { return this.pointers.size > 0; }

  private spot(event: MouseEvent): Spot {
    const box = this.surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private down(event: PointerEvent) {
    const at = this.spot(event);
    const choice = event.button === 0 ? this.target.pick(event, at) : undefined;
    this.surface.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size === 2) {
      const [a, b] = [...this.pointers.values()];
      this.pinch = { distance: distance(a, b), middle: middle(a, b) };
      this.drag = undefined;
      return;
    }
    this.drag = { choice, last: at, start: at, moved: event.button !== 0 };
  }

  private move(event: PointerEvent) {
    const at = this.spot(event);
    if (!this.pointers.has(event.pointerId)) return this.target.hovered(at);
    this.pointers.set(event.pointerId, at);
    if (this.pinch && this.pointers.size === 2) return this.pinched();
    const drag = this.drag;
    if (!drag) return;
    if (!drag.moved && distance(at, drag.start) < (drag.choice ? 2 : STILL_PIXELS)) return;
    drag.moved = true;
    const [dx, dy] = [at[0] - drag.last[0], at[1] - drag.last[1]];
    drag.last = at;
    if (drag.choice) this.target.dragged(drag.choice, dx, dy);
    else this.target.panned(dx, dy);
    this.target.hovered(drag.choice ? at : undefined);
  }

  private pinched() {
    const [a, b] = [...this.pointers.values()];
    const now = { distance: distance(a, b), middle: middle(a, b) };
    const before = this.pinch!;
    this.target.panned(now.middle[0] - before.middle[0], now.middle[1] - before.middle[1]);
    this.target.zoomed(now.distance / before.distance, now.middle);
    this.pinch = now;
  }

  private up(event: PointerEvent, meant: boolean) {
    this.pointers.delete(event.pointerId);
    if (this.pinch) {
      if (this.pointers.size === 0) this.pinch = undefined;
      return;
    }
    const drag = this.drag;
    this.drag = undefined;
    if (event.pointerType === 'touch') this.target.hovered(undefined);
    if (drag?.choice && drag.moved) this.target.dropped();
    else if (drag && !drag.choice && !drag.moved && meant) this.target.pressed(drag.start);
  }
}

function middle(a: Spot, b: Spot): Spot { return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; }
