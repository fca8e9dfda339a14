// The speed of one vehicle over time, with a line at the moment that the film shows.
import type { Moment } from './tracks';
import { decimal } from '../texts';

const HEIGHT = 150;
const LEFT = 40;
const BOTTOM = 22;

export type Curve = { element: SVGElement; mark: (time: number) => void; timeAt: (x: number) => number };

export function curve(course: Moment[], width: number, title: string): Curve | undefined {
  const known = course.filter(moment => moment.speed === moment.speed);
  if (known.length < 2 || width < 80) return undefined;
  const from = known[0].time;
  const to = Math.max(known.at(-1)!.time, from + 0.1);
  const top = Math.max(10, Math.ceil(Math.max(...known.map(moment => moment.speed * 3.6)) / 10) * 10);
  const x = (time: number) => LEFT + (time - from) / (to - from) * (width - LEFT - 10);
  const y = (speed: number) => HEIGHT - BOTTOM - speed / top * (HEIGHT - BOTTOM - 10);
  const every = Math.ceil(known.length / width);
  const line = known.filter((_, index) => index % every === 0).map(moment => `${x(moment.time).toFixed(1)},${y(moment.speed * 3.6).toFixed(1)}`).join(' ');
  const levels = [0, top / 2, top].map(speed => `<line x1="${LEFT}" x2="${width - 10}" y1="${y(speed)}" y2="${y(speed)}" stroke="currentColor" stroke-opacity=".2"/><text x="${LEFT - 6}" y="${y(speed) + 4}" text-anchor="end">${speed}</text>`).join('');
  const holder = document.createElement('div');
  holder.innerHTML = `<svg width="${width}" height="${HEIGHT}" role="img" font-size="11" fill="currentColor" font-family="system-ui, sans-serif">${levels}
    <polyline points="${line}" fill="none" stroke="light-dark(#1d56d0, #8db2ff)" stroke-width="2"/><line class="now" y1="6" y2="${HEIGHT - BOTTOM}" stroke="light-dark(#b3261e, #ff9b92)" stroke-width="1.5"/>
    <text x="${LEFT}" y="${HEIGHT - 5}">${decimal(from)} s</text><text x="${width - 10}" y="${HEIGHT - 5}" text-anchor="end">${decimal(to)} s</text></svg>`;
  const element = holder.firstElementChild as SVGElement;
  element.setAttribute('aria-label', title);
  const now = element.querySelector('.now')!;
  return {
    element,
    mark: time => {
      const at = String(x(Math.max(from, Math.min(to, time))));
      now.setAttribute('x1', at);
      now.setAttribute('x2', at);
    },
    timeAt: at => from + Math.max(0, Math.min(1, (at - LEFT) / (width - LEFT - 10))) * (to - from),
  };
}
