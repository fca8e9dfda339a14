// The reference-points file as the annotator edits it, all lengths in pixels of the frame unless they say metres.
export type Spot = [x: number, y: number];
export type Point = { id: number; x: number; y: number; xMetres?: number; yMetres?: number; score?: number };
export type Outline = { name: string; points: Spot[] };
export type Model = {
  frame: number;
  width: number;
  height: number;
  points: Point[];
  metresPerPixel?: number;
  lanes: Outline[];
  lines: { name: string; from: Spot; to: Spot }[];
  regions: Outline[];
};
export type ShapeKind = 'lane' | 'line' | 'region';
/** What the next key or drag moves; without a corner (-1) the whole shape. */
export type Choice = { kind: 'point' | ShapeKind; index: number; corner: number };
export type Drawing = { kind: ShapeKind | 'measure'; spots: Spot[] };

const FEWEST = { lane: 2, line: 2, region: 3 };

export function read(text: string): Model {
  const found = JSON.parse(text);
  return {
    frame: 0, width: 0, height: 0, ...found,
    points: found.points ?? [], lanes: found.lanes ?? [], lines: found.lines ?? [], regions: found.regions ?? [],
  };
}

export function round(value: number) { return Math.round(value * 100) / 100; }

export function distance(a: Spot, b: Spot) { return Math.hypot(a[0] - b[0], a[1] - b[1]); }

export function named(model: Model, kind: ShapeKind): { name: string }[] {
  return { lane: model.lanes, line: model.lines, region: model.regions }[kind];
}

export function corners(model: Model, kind: ShapeKind, index: number): Spot[] {
  if (kind === 'line') return [model.lines[index].from, model.lines[index].to];
  return (kind === 'lane' ? model.lanes : model.regions)[index].points;
}

export function setCorners(model: Model, kind: ShapeKind, index: number, spots: Spot[]) {
  if (kind === 'line') Object.assign(model.lines[index], { from: spots[0], to: spots[1] });
  else (kind === 'lane' ? model.lanes : model.regions)[index].points = spots;
}

export function exists(model: Model, choice: Choice) {
  if (choice.kind === 'point') return choice.index in model.points;
  return choice.index in named(model, choice.kind) && choice.corner < corners(model, choice.kind, choice.index).length;
}

export function addPoint(model: Model, at: Spot): Choice {
  const id = Math.max(0, ...model.points.map(point => point.id)) + 1;
  return { kind: 'point', index: model.points.push({ id, x: at[0], y: at[1] }) - 1, corner: -1 };
}

/** Moves what is chosen; a point that was moved is a person's, so a suggestion's score no longer holds. */
export function move(model: Model, choice: Choice, dx: number, dy: number) {
  if (choice.kind === 'point') {
    const point = model.points[choice.index];
    point.x = clamp(point.x + dx, model.width);
    point.y = clamp(point.y + dy, model.height);
    delete point.score;
    return;
  }
  const moved = corners(model, choice.kind, choice.index).map(([x, y], corner): Spot =>
    choice.corner === -1 || choice.corner === corner ? [clamp(x + dx, model.width), clamp(y + dy, model.height)] : [x, y]);
  setCorners(model, choice.kind, choice.index, moved);
}

function clamp(value: number, most: number) { return round(Math.max(0, most > 0 ? Math.min(most, value) : value)); }

/** Removes a point, a corner, or a shape; a shape that has only the corners that it needs goes as a whole. */
export function remove(model: Model, choice: Choice): Choice | undefined {
  if (choice.kind === 'point') {
    model.points.splice(choice.index, 1);
    return undefined;
  }
  const spots = corners(model, choice.kind, choice.index);
  if (choice.corner >= 0 && spots.length > FEWEST[choice.kind]) {
    setCorners(model, choice.kind, choice.index, spots.filter((_, corner) => corner !== choice.corner));
    return { ...choice, corner: Math.min(choice.corner, spots.length - 2) };
  }
  named(model, choice.kind).splice(choice.index, 1);
  return undefined;
}

/** A new corner between this one and the next. */
export function insert(model: Model, kind: 'lane' | 'region', index: number, after: number, at: Spot): Choice {
  const spots = corners(model, kind, index);
  setCorners(model, kind, index, [...spots.slice(0, after + 1), at, ...spots.slice(after + 1)]);
  return { kind, index, corner: after + 1 };
}

/** Puts a drawn shape into the model; nothing where it has too few corners. */
export function addShape(model: Model, kind: ShapeKind, spots: Spot[], title: string): Choice | undefined {
  if (spots.length < FEWEST[kind]) return undefined;
  const name = `${title} ${named(model, kind).length + 1}`;
  if (kind === 'line') model.lines.push({ name, from: spots[0], to: spots[1] });
  else (kind === 'lane' ? model.lanes : model.regions).push({ name, points: spots });
  return { kind, index: named(model, kind).length - 1, corner: -1 };
}

/** Another frame's points, as they lie in a frame of this size; the scale changes with the size. */
export function fitted(other: Model, width: number, height: number): Model {
  const sx = other.width > 0 && width > 0 ? width / other.width : 1;
  const sy = other.height > 0 && height > 0 ? height / other.height : 1;
  const at = ([x, y]: Spot): Spot => [round(x * sx), round(y * sy)];
  return {
    ...other, width, height,
    metresPerPixel: other.metresPerPixel == null ? undefined : Number((other.metresPerPixel / sx).toPrecision(5)),
    points: other.points.map(point => ({ ...point, x: round(point.x * sx), y: round(point.y * sy) })),
    lanes: other.lanes.map(lane => ({ ...lane, points: lane.points.map(at) })),
    lines: other.lines.map(line => ({ ...line, from: at(line.from), to: at(line.to) })),
    regions: other.regions.map(region => ({ ...region, points: region.points.map(at) })),
  };
}

/** By a homography of nine numbers, row by row. */
export function toMetres(h: number[], [x, y]: Spot): Spot {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}
