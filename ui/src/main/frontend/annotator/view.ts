// How the frame lies on the screen: pixels of the frame times zoom, plus an offset.
import { round, type Spot } from './model';

export class View {
  zoom = 1;
  x = 0;
  y = 0;
  /** Whether a person has chosen what to see, so that it does not follow the window any more. */
  touched = false;

  toFrame([x, y]: Spot): Spot { return [round((x - this.x) / this.zoom), round((y - this.y) / this.zoom)]; }

  toScreen([x, y]: Spot): Spot { return [x * this.zoom + this.x, y * this.zoom + this.y]; }

  zoomBy(factor: number, at: Spot) {
    this.touched = true;
    const zoom = Math.max(0.05, Math.min(60, this.zoom * factor));
    const grown = zoom / this.zoom;
    this.x = at[0] - (at[0] - this.x) * grown;
    this.y = at[1] - (at[1] - this.y) * grown;
    this.zoom = zoom;
  }

  fit(room: DOMRect, width: number, height: number) {
    if (!room.width || !width) return;
    this.zoom = Math.min(room.width / width, room.height / height);
    this.x = (room.width - width * this.zoom) / 2;
    this.y = (room.height - height * this.zoom) / 2;
    this.touched = false;
  }

  /** Moves just as far as needed for the spot of the frame to be in sight. */
  reveal(spot: Spot, room: DOMRect) {
    const [x, y] = this.toScreen(spot);
    const margin = 40;
    const dx = Math.max(0, margin - x) - Math.max(0, x - room.width + margin);
    const dy = Math.max(0, margin - y) - Math.max(0, y - room.height + margin);
    if (dx || dy) {
      this.x += dx;
      this.y += dy;
      this.touched = true;
    }
  }
}
