import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tracks } from '../../main/frontend/review/tracks.ts';

function packed(rows: number[][]) {
  const bytes = new Uint8Array(rows.length * 40);
  const view = new DataView(bytes.buffer);
  rows.forEach(([frame, id, kind, ...floats], row) => {
    [frame, id, kind].forEach((value, column) => view.setInt32(row * 40 + column * 4, value, true));
    floats.forEach((value, column) => view.setFloat32(row * 40 + 12 + column * 4, value, true));
  });
  return bytes;
}

const rows = [[0, 1, 0, 0, 5, 5, 4, 2, 0, 10], [0, 2, 1, 0, 9, 9, 8, 3, 90, NaN], [3, 1, 0, 0.3, 8, 5, 4, 2, 0, 12]];

test('finds the rows of a frame, also of one that has none', () => {
  const tracks = new Tracks();
  tracks.append(packed(rows));
  assert.deepEqual(tracks.rows(0), [0, 2]);
  assert.deepEqual(tracks.rows(1), [2, 2]);
  assert.deepEqual(tracks.rows(0, 3), [0, 3]);
  assert.deepEqual(tracks.rows(9), [3, 3]);
  assert.equal(tracks.vehicle(1).kind, 'truck');
});

test('takes rows that arrive in pieces', () => {
  const tracks = new Tracks();
  const bytes = packed(rows);
  tracks.append(bytes.subarray(0, 55));
  assert.equal(tracks.count, 1);
  tracks.append(bytes.subarray(55));
  assert.equal(tracks.count, 3);
  assert.equal(tracks.vehicle(2).x, 8);
});

test('knows frames by their time, and between them by the frame rate', () => {
  const tracks = new Tracks();
  tracks.append(packed(rows));
  assert.equal(tracks.frameAt(0, 10), 0);
  assert.equal(tracks.frameAt(0.11, 10), 1);
  assert.equal(tracks.frameAt(0.3, 10), 3);
  assert.equal(tracks.frameAt(0.52, 10), 5);
  assert.ok(Math.abs(tracks.timeOf(3, 10) - 0.3) < 1e-6);
});

test('sums up, and leaves out speeds that are not known', () => {
  const tracks = new Tracks();
  tracks.append(packed(rows));
  const sum = tracks.summary();
  assert.equal(sum.vehicles, 2);
  assert.equal(sum.meanSpeed, 11);
  assert.ok(Math.abs(sum.meanSeconds - 0.15) < 1e-6);
  assert.deepEqual(tracks.course(1).map(moment => moment.frame), [0, 3]);
});

test('says what is in view over the film, also where nothing is', () => {
  const tracks = new Tracks();
  tracks.append(packed(rows));
  assert.deepEqual(tracks.view(0), { vehicles: 2, speed: 10 });
  assert.deepEqual(tracks.view(1), { vehicles: 0, speed: NaN });
  assert.deepEqual(tracks.views(8, 2), [{ vehicles: 0.75, speed: 11 }, { vehicles: 0, speed: NaN }]);
  assert.equal(tracks.views(3, 600).length, 3);
});

test('takes a million rows without a pause that a person would notice', () => {
  const tracks = new Tracks();
  const part = packed(Array.from({ length: 1000 }, (_, row) => [row, row % 50, 0, row / 25, 1, 1, 4, 2, 0, 9]));
  const view = new DataView(part.buffer);
  let slowest = 0;
  for (let round = 0; round < 1000; round++) {
    for (let row = 0; row < 1000; row++) view.setInt32(row * 40, round * 10 + Math.floor(row / 100), true);
    const begun = performance.now();
    tracks.append(part);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  assert.equal(tracks.count, 1_000_000);
  assert.deepEqual(tracks.rows(9999), [999_900, 1_000_000]);
  assert.ok(slowest < 500, `a part took ${slowest} ms`);
});
