// What can be taken back. Steps of the same gesture, such as a key that is held, are taken back together.
const STEPS = 300;
const SAME_GESTURE_MILLIS = 900;

export class UndoStack {
  private undos: string[] = [];
  private redos: string[] = [];
  private gesture = '';
  private at = 0;

  /** To be called before a change, with the state as it was. */
  push(before: string, gesture = '', now = Date.now()) {
    const goesOn = gesture !== '' && gesture === this.gesture && now - this.at < SAME_GESTURE_MILLIS;
    this.gesture = gesture;
    this.at = now;
    this.redos = [];
    if (goesOn) return;
    this.undos.push(before);
    if (this.undos.length > STEPS) this.undos.shift();
  }

  undo(current: string) { return this.step(this.undos, this.redos, current); }

  redo(current: string) { return this.step(this.redos, this.undos, current); }

  get canUndo() { return this.undos.length > 0; }

  get canRedo() { return this.redos.length > 0; }

  clear() {
    this.undos = [];
    this.redos = [];
    this.gesture = '';
  }

  private step(from: string[], to: string[], current: string) {
    this.gesture = '';
    const state = from.pop();
    if (state !== undefined) to.push(current);
    return state;
  }
}
