import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresOf, scaleOf, shapesOf } from '../../main/frontend/preview/geo-shapes.ts';

const square = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]];

test('takes a bare geometry for a feature, and leaves other JSON alone', () => {
  assert.equal(featuresOf({ type: 'Point', coordinates: [1, 2] })!.length, 1);
  assert.equal(featuresOf({ type: 'FeatureCollection', features: [] })!.length, 0);
  assert.equal(featuresOf({ type: 'car' }), undefined);
  assert.equal(featuresOf([1, 2]), undefined);
});

test('takes collections apart', () => {
  const shapes = shapesOf([
    { type: 'Feature', geometry: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }, { type: 'Polygon', coordinates: [square] }] } },
    { type: 'Feature', geometry: null },
    { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[1, 0], [0, 1]]] } },
  ]);
  assert.deepEqual(shapes.map(shape => [shape.feature, shape.kind]), [[0, 'point'], [0, 'area'], [2, 'line'], [2, 'line']]);
});

test('takes nothing for a shape that has no places', () => {
  for (const geometry of [{ type: 'Point' }, { type: 'LineString', coordinates: [[1, 2], ['a', 'b']] }, { type: 'Polygon', coordinates: 7 }]) {
    assert.throws(() => shapesOf([{ type: 'Feature', geometry }]));
  }
});

test('draws north upwards and fills the sheet', () => {
  const place = scaleOf(shapesOf([{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [square.map(([x, y]) => [x * 1000, y * 1000])] } }]), 400, 200);
  assert.deepEqual(place([0, 0]).map(Math.round), [114, 186]);
  assert.deepEqual(place([2000, 2000]).map(Math.round), [286, 14]);
});

test('draws a degree of longitude as short as it is so far north', () => {
  const place = scaleOf(shapesOf([{ type: 'Feature', geometry: { type: 'LineString', coordinates: [[8, 59.9], [8.2, 60.1]] } }]), 1000, 1000);
  const [[x1, y1], [x2, y2]] = [place([8, 59.9]), place([8.2, 60.1])];
  assert.equal(Math.round((x2 - x1) / (y1 - y2) * 100), 50);
});
