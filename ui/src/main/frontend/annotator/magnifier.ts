// A round glass beside the pointer, with the pixels under it large.
import type { Spot } from './model';

const SIZE = 150;
const TIMES = 6;

export class Magnifier {
  readonly element = document.createElement('canvas');
  on = true;

  constructor() {
    this.element.className = 'glass';
    this.element.width = this.element.height = SIZE * 2;
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Stands in the corner that is farthest from the pointer; not where the frame is as large itself. */
  show(image: HTMLImageElement | undefined, spot: Spot | undefined, pointer: Spot, zoom: number, room: DOMRect) {
    const visible = this.on && image && spot && zoom < TIMES;
    this.element.style.display = visible ? '' : 'none';
    if (!visible) return;
    this.element.style.left = pointer[0] > room.width / 2 ? '10px' : `${room.width - SIZE - 10}px`;
    this.element.style.top = pointer[1] > room.height / 2 ? '10px' : `${room.height - SIZE - 10}px`;
    const context = this.element.getContext('2d')!;
    const across = SIZE / Math.max(TIMES, zoom * 3);
    context.imageSmoothingEnabled = false;
    context.fillStyle = '#0c0e12';
    context.fillRect(0, 0, SIZE * 2, SIZE * 2);
    context.drawImage(image, spot[0] - across / 2, spot[1] - across / 2, across, across, 0, 0, SIZE * 2, SIZE * 2);
    for (const [colour, width] of [['#000a', 5], ['#ffd400', 2]] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      for (const [x1, y1, x2, y2] of [[0, 1, 0.42, 1], [1.58, 1, 2, 1], [1, 0, 1, 0.42], [1, 1.58, 1, 2]]) {
        context.moveTo(x1 * SIZE, y1 * SIZE);
        context.lineTo(x2 * SIZE, y2 * SIZE);
      }
      context.stroke();
    }
    context.fillStyle = '#ffd400';
    context.fillRect(SIZE - 2, SIZE - 2, 4, 4);
  }
}
