// What GeoJSON says, as shapes, and where they lie on a sheet.
export type Position = number[];
type Geometry = { type: string; coordinates?: any; geometries?: Geometry[] };
export type Feature = { type: 'Feature'; geometry: Geometry | null; properties?: Record<string, unknown> | null };
export type Shape = { feature: number; kind: 'point' | 'line' | 'area'; rings: Position[][] };

const MARGIN = 14;
const TYPES = ['FeatureCollection', 'Feature', 'GeometryCollection', 'Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** The features of GeoJSON; undefined where it is none. */
export function featuresOf(value: any): Feature[] | undefined {
  if (!value || typeof value !== 'object' || !TYPES.includes(value.type)) return undefined;
  if (value.type === 'FeatureCollection') return Array.isArray(value.features) ? value.features : undefined;
  return value.type === 'Feature' ? [value] : [{ type: 'Feature', geometry: value }];
}

/** Fails where something only looks like GeoJSON: where a place is not two numbers. */
export function shapesOf(features: Feature[]): Shape[] {
  const shapes = features.flatMap((feature, index) => ofGeometry(feature.geometry, index));
  const bad = shapes.find(({ rings }) => !rings.every(ring => ring.every(isPosition)));
  if (bad) throw new TypeError(`Shape ${bad.feature} has a place that is not two numbers`);
  return shapes;
}

function isPosition(at: unknown): boolean {
  return Array.isArray(at) && at.length >= 2 && Number.isFinite(at[0]) && Number.isFinite(at[1]);
}

function ofGeometry(geometry: Geometry | null | undefined, feature: number): Shape[] {
  const at = geometry?.coordinates;
  const shape = (kind: Shape['kind'], rings: Position[][]): Shape => ({ feature, kind, rings });
  switch (geometry?.type) {
    case 'Point': return [shape('point', [[at]])];
    case 'MultiPoint': return at.map((each: Position) => shape('point', [[each]]));
    case 'LineString': return [shape('line', [at])];
    case 'MultiLineString': return at.map((each: Position[]) => shape('line', [each]));
    case 'Polygon': return [shape('area', at)];
    case 'MultiPolygon': return at.map((each: Position[][]) => shape('area', each));
    case 'GeometryCollection': return (geometry.geometries ?? []).flatMap(each => ofGeometry(each, feature));
    default: return [];
  }
}

/** Degrees are drawn as long as they are there; other lengths, such as pixels and metres, as they are. */
export function scaleOf(shapes: Shape[], width: number, height: number) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of shapes) {
    for (const [x, y] of rings.flat()) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  }
  const degrees = left >= -180 && right <= 180 && low >= -90 && high <= 90;
  const wide = degrees ? Math.cos(((low + high) / 2) * Math.PI / 180) : 1;
  const scale = Math.min((width - 2 * MARGIN) / ((right - left) * wide || 1e-9), (height - 2 * MARGIN) / (high - low || 1e-9));
  const [middleX, middleY] = [(left + right) / 2, (low + high) / 2];
  return ([x, y]: Position): Position => [width / 2 + (x - middleX) * wide * scale, height / 2 - (y - middleY) * scale];
}
