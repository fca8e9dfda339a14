import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UndoStack } from '../../main/frontend/annotator/undo.ts';

test('takes steps back and does them again', () => {
  const undos = new UndoStack();
  undos.push('a');
  undos.push('b');
  assert.equal(undos.undo('c'), 'b');
  assert.equal(undos.undo('b'), 'a');
  assert.equal(undos.undo('a'), undefined);
  assert.equal(undos.redo('a'), 'b');
  assert.equal(undos.redo('b'), 'c');
});

test('forgets what was taken back once something else is done', () => {
  const undos = new UndoStack();
  undos.push('a');
  undos.undo('b');
  undos.push('a');
  assert.equal(undos.redo('c'), undefined);
});

test('takes a held key back in one step', () => {
  const undos = new UndoStack();
  undos.push('a', 'nudge 1', 0);
  undos.push('b', 'nudge 1', 100);
  undos.push('c', 'nudge 1', 200);
  assert.equal(undos.undo('d'), 'a');
});

test('keeps apart what is done later or to something else', () => {
  const undos = new UndoStack();
  undos.push('a', 'nudge 1', 0);
  undos.push('b', 'nudge 2', 100);
  undos.push('c', 'nudge 2', 5000);
  assert.equal(undos.undo('d'), 'c');
  assert.equal(undos.undo('c'), 'b');
});

test('keeps the last 300 steps', () => {
  const undos = new UndoStack();
  for (let step = 0; step < 400; step++) undos.push(String(step));
  let state: string | undefined = '400';
  let last = '';
  while (state !== undefined) {
    last = state;
    state = undos.undo(state);
  }
  assert.equal(last, '100');
});
