// Tries the patterns of the chosen stage on pasted lines of a log. The server matches, in the dialect in which workers do.
import { make } from './fields';
import { childrenOf, extensions } from './trees';
import { t } from '../texts';

export type Trial = { lines: { text: string; progress?: { subject: string; percent: number }; fails: boolean; warns: boolean }[]; faults: string[] };
export type Ask = (question: string) => void;

export class Tester {
  readonly root = make('div', 'wm-tester');
  private readonly pasted = make('textarea', 'wm-code');
  private readonly answer = make('div', 'wm-trial');
  private waiting = 0;

  constructor(private readonly chosen: () => any, private readonly ask: Ask) {
    const label = make('label', '', t('Try them: paste lines of a log'));
    this.pasted.id = 'wm-tester-lines';
    this.pasted.rows = 4;
    this.pasted.spellcheck = false;
    this.pasted.dataset.key = 'tester';
    label.htmlFor = this.pasted.id;
    this.answer.setAttribute('role', 'status');
    this.pasted.addEventListener('input', () => this.trySoon());
    this.root.append(label, this.pasted, this.answer);
  }

  trySoon() {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.try(), 300);
  }

  show(trial: Trial) {
    this.answer.replaceChildren(
      ...trial.faults.map(fault => make('div', 'wm-wrong', fault)),
      ...trial.lines.map(line => {
        const row = make('div', 'wm-line');
        row.append(make('span', 'wm-code', line.text));
        if (line.progress) row.append(make('span', 'wm-mark wm-progress', `${line.progress.subject || t('progress')} ${line.progress.percent} %`));
        if (line.warns) row.append(make('span', 'wm-mark wm-warns', t('warning')));
        if (line.fails) row.append(make('span', 'wm-mark wm-fails', t('failure')));
        return row;
      }));
  }

  private try() {
    const stage = this.chosen() && extensions(this.chosen().businessObject, 'stage')[0];
    const lines = this.pasted.value.split('\n').filter(Boolean);
    if (!stage || !lines.length) {
      this.answer.replaceChildren();
      return;
    }
    const patterns = (name: string) => childrenOf(stage, name).map(child => child.attrs.pattern ?? '');
    this.ask(JSON.stringify({ progress: patterns('progress'), fail: patterns('fail'), warn: patterns('warn'), lines }));
  }
}
