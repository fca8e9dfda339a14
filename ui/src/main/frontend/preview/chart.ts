// Two columns as a line where the first grows, and as points otherwise.
import { locale, t } from '../texts';
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 34;
const MOST_POINTS = 4000;

export function drawChart(into: HTMLElement, values: number[][], across: string, upwards: string) {
  const width = into.clientWidth;
  if (width === 0) return;
  const known = values.filter(([x, y]) => isFinite(x) && isFinite(y));
  const every = Math.ceil(known.length / MOST_POINTS);
  const points = known.filter((_, index) => index % every === 0);
  if (points.length === 0) return into.replaceChildren(t('These columns have no numbers in common.'));
  const xs = range(points.map(point => point[0]));
  const ys = range(points.map(point => point[1]));
  const x = (value: number) => LEFT + ((value - xs.from) / (xs.to - xs.from)) * (width - LEFT - 10);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - ys.from) / (ys.to - ys.from)) * (HEIGHT - BOTTOM - 10);
  const grows = points.every((point, index) => index === 0 || point[0] >= points[index - 1][0]);
  const marks = grows
    ? `<polyline fill="none" stroke="light-dark(#1d56d0, #8db2ff)" stroke-width="1.6" points="${points.map(point => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`).join(' ')}"/>`
    : points.map(point => `<circle cx="${x(point[0]).toFixed(1)}" cy="${y(point[1]).toFixed(1)}" r="1.8" fill="light-dark(#1d56d0, #8db2ff)" fill-opacity=".55"/>`).join('');
  const lines = ticks(ys).map(value => `<line x1="${LEFT}" x2="${width - 10}" y1="${y(value)}" y2="${y(value)}" stroke="#8884"/><text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${short(value)}</text>`)
    .concat(ticks(xs).map(value => `<text x="${x(value)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${short(value)}</text>`));
  into.innerHTML = `<svg width="${width}" height="${HEIGHT}" role="img" font-size="11" fill="currentColor" font-family="system-ui, sans-serif">${lines.join('')}<g fill="none">${marks}</g>
    <text class="across" x="${width - 10}" y="${HEIGHT - 4}" text-anchor="end"></text></svg>`;
  const svg = into.querySelector('svg')!;
  svg.setAttribute('aria-label', t('{0} over {1}, {2} values from {3} to {4}', upwards, across, known.length, short(ys.from), short(ys.to)));
  svg.querySelector('.across')!.textContent = across;
}

function range(values: number[]) {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return from === to ? { from: from - 1, to: to + 1 } : { from, to };
}

function ticks({ from, to }: { from: number; to: number }) {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= rough)!;
  const found = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) found.push(at);
  return found;
}

function short(value: number) { return Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3) ? value.toExponential(1) : (+value.toPrecision(4)).toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 }); }
