// The reference-points file as the annotator edits it, all lengths in pixels of the frame unless they say metres.
export type Spot = [x: number, y: number];
export type Point = { id: number; x: number; y: number; xMetres?: number; yMetres?: number; score?: number };
export type Model = {
  frame: number;
  width: number;
  height: number;
  points: Point[];
  metresPerPixel?: number;
  lanes: { name: string; points: Spot[] }[];
  lines: { name: string; from: Spot; to: Spot }[];
};
export type Drawing = { kind: 'lane' | 'line' | 'measure'; spots: Spot[] };

export function distance(a: Spot, b: Spot) { return Math.hypot(a[0] - b[0], a[1] - b[1]); }

/** Moves the point by an arrow key; a point that was moved is a person's, so a suggestion's score no longer holds. */
export function nudge(point: Point, key: string, step: number) {
  const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key] ?? [0, 0];
  point.x = Math.round((point.x + dx) * 100) / 100;
  point.y = Math.round((point.y + dy) * 100) / 100;
  delete point.score;
}

/** Puts what was drawn into the model; false where it says nothing, as a distance of no metres. */
export function finish(model: Model, { kind, spots }: Drawing, metres: number) {
  if (kind === 'lane') {
    model.lanes.push({ name: `Lane ${model.lanes.length + 1}`, points: spots });
  } else if (kind === 'line') {
    model.lines.push({ name: `Line ${model.lines.length + 1}`, from: spots[0], to: spots[1] });
  } else if (metres > 0) {
    model.metresPerPixel = Number((metres / distance(spots[0], spots[1])).toPrecision(5));
  } else {
    return false;
  }
  return true;
}
