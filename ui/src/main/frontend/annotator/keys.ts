// What keys do on the frame. True where the key meant something.
import { corners, type Choice } from './model';
import { tools } from './tools';
import type { FrameAnnotator } from './frame-annotator';

const STEPS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ACTS: Record<string, string> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit', '1': 'pixel', g: 'glass' };

export function keyDown(editor: FrameAnnotator, event: KeyboardEvent): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const command = event.ctrlKey || event.metaKey;
  const step = STEPS[key];
  if (step) {
    const length = event.altKey ? 0.1 : event.shiftKey ? 10 : command ? 100 : 1;
    editor.nudge(step[0] * length, step[1] * length);
  } else if (command && key === 'z') editor.act(event.shiftKey ? 'redo' : 'undo');
  else if (command && key === 'y') editor.act('redo');
  else if (command || event.altKey) return false;
  else if (key in ACTS) editor.act(ACTS[key]);
  else return edited(editor, key);
  return true;
}

function edited(editor: FrameAnnotator, key: string): boolean {
  const tool = tools.find(each => each.key === key);
  const point = editor.choice?.kind === 'point' ? editor.model.points[editor.choice.index] : undefined;
  if (tool) editor.take(tool.tool);
  else if (key === 'Enter' || key === ' ') set(editor);
  else if (key === 'e') editor.endDrawing();
  else if (key === 'Backspace' && editor.drawing) editor.shorten();
  else if ((key === 'Delete' || key === 'Backspace') && editor.choice) editor.drop(editor.choice);
  else if (key === 'Escape') stop(editor);
  else if (key === 'n' || key === 'b') walk(editor, key === 'n' ? 1 : -1);
  else if (key === 'k' && point?.score != null) editor.edit(() => delete point.score);
  else return false;
  return true;
}

function set(editor: FrameAnnotator) {
  if (editor.cursor) editor.put(editor.cursor);
  else if (!editor.choice) editor.nudge(0, 0);
  else editor.choose(undefined);
}

function stop(editor: FrameAnnotator) {
  editor.drawing = undefined;
  editor.choose(undefined);
}

/** To the next point, or the next corner of the chosen shape. */
function walk(editor: FrameAnnotator, by: number) {
  const { choice, model } = editor;
  if (choice && choice.kind !== 'point') {
    const count = corners(model, choice.kind, choice.index).length;
    editor.choose({ ...choice, corner: (choice.corner + by + count) % count });
  } else if (model.points.length) {
    const index = ((choice?.index ?? (by > 0 ? -1 : 0)) + by + model.points.length) % model.points.length;
    editor.choose({ kind: 'point', index, corner: -1 } as Choice, true);
  }
}
