import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPoint, addShape, fitted, insert, move, read, remove, toMetres } from '../../main/frontend/annotator/model.ts';

const frame = (more = {}) => read(JSON.stringify({ frame: 0, width: 1000, height: 500, points: [{ id: 4, x: 10, y: 20, score: 0.9 }], ...more }));

test('numbers a new point after the highest', () => {
  const model = frame();
  addPoint(model, [50.5, 60.25]);
  assert.deepEqual(model.points[1], { id: 5, x: 50.5, y: 60.25 });
});

test('keeps a moved point in the frame, and makes it a person\'s', () => {
  const model = frame();
  move(model, { kind: 'point', index: 0, corner: -1 }, -30, 0.1);
  assert.deepEqual(model.points[0], { id: 4, x: 0, y: 20.1 });
});

test('moves one corner, or the whole shape', () => {
  const model = frame({ lines: [{ name: 'Stop', from: [1, 2], to: [3, 4] }] });
  move(model, { kind: 'line', index: 0, corner: 1 }, 10, 0);
  move(model, { kind: 'line', index: 0, corner: -1 }, 0, 5);
  assert.deepEqual(model.lines[0], { name: 'Stop', from: [1, 7], to: [13, 9] });
});

test('removes a corner, and the shape with the last that it needs', () => {
  const model = frame({ regions: [{ name: 'Box', points: [[0, 0], [9, 0], [9, 9], [0, 9]] }] });
  const left = remove(model, { kind: 'region', index: 0, corner: 3 });
  assert.equal(model.regions[0].points.length, 3);
  remove(model, left!);
  assert.equal(model.regions.length, 0);
});

test('puts a corner between two', () => {
  const model = frame({ lanes: [{ name: 'In', points: [[0, 0], [9, 0]] }] });
  assert.deepEqual(insert(model, 'lane', 0, 0, [4, 1]), { kind: 'lane', index: 0, corner: 1 });
  assert.deepEqual(model.lanes[0].points, [[0, 0], [4, 1], [9, 0]]);
});

test('takes no region of two corners', () => {
  const model = frame();
  assert.equal(addShape(model, 'region', [[0, 0], [1, 1]], 'Shape'), undefined);
  assert.equal(model.regions.length, 0);
});

test('fits the points of a place into a frame of another size', () => {
  const model = fitted(frame({ metresPerPixel: 0.1, lanes: [{ name: 'In', points: [[0, 0], [100, 50]] }] }), 2000, 1000);
  assert.deepEqual(model.points[0], { id: 4, x: 20, y: 40, score: 0.9 });
  assert.deepEqual(model.lanes[0].points, [[0, 0], [200, 100]]);
  assert.equal(model.metresPerPixel, 0.05);
});

test('maps pixels to metres', () => assert.deepEqual(toMetres([2, 0, 1, 0, 2, 3, 0, 0, 2], [10, 20]), [10.5, 21.5]));
