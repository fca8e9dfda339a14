// Tries the patterns of the chosen stage on a log: of an attempt, or of lines that are pasted. The server matches, in the dialect in which workers do.
import { make } from './fields';
import { childrenOf, extensions } from './trees';
import { count, decimal, t } from '../texts';

export type Kind = 'progress' | 'fail' | 'warn';
type Find = { kind: string; index: number; start: number; end: number; groups: Record<string, string> };
type Line = { number: number; text: string; finds: Find[]; progress?: { subject: string; percent: number }; fails: boolean; warns: boolean };
export type Trial = { patterns: { kind: string; index: number; lines: number; fault?: string }[]; lines: Line[]; found: number; looked: number; all: number; refused?: string };
export type Log = { id: string; group: string; words: string };
export type Tell = (event: string, detail: Record<string, string | number>) => void;

const KINDS: Kind[] = ['progress', 'fail', 'warn'];
const PAUSE_MILLIS = 300;
/** Before it is said that the answer takes its time. */
const PATIENCE_MILLIS = 1000;
/** Asked by any of this page: a late answer may meet a tester that was made after its question. */
let asked = 0;

export class Tester {
  readonly root = make('div', 'wm-tester');
  private readonly source = make('select');
  private readonly pasted = make('textarea', 'wm-code');
  private readonly summary = make('div', 'wm-hint');
  private readonly answer = make('div', 'wm-trial');
  private readonly outcomes = new Map<string, HTMLElement>();
  private waiting = 0;
  private impatient = 0;
  /** The number of the question whose answer is to come. */
  private awaited = 0;
  private stage = '';
  private logs = '';
  private question = '';
  private trial?: Trial;

  constructor(private readonly chosen: () => any, private readonly pipeline: () => string, private readonly tell: Tell) {
    this.source.id = 'wm-tester-log';
    this.source.dataset.key = 'tester-log';
    this.source.addEventListener('change', () => this.choose());
    // There may be more by now.
    this.source.addEventListener('focus', () => this.ask());
    this.pasted.rows = 4;
    this.pasted.spellcheck = false;
    this.pasted.dataset.key = 'tester';
    this.pasted.setAttribute('aria-label', t('Lines of a log'));
    this.pasted.placeholder = t('Paste lines of a log here');
    this.pasted.addEventListener('input', () => this.trySoon());
    this.summary.setAttribute('role', 'status');
    // By keyboard it is scrolled, too.
    this.answer.tabIndex = 0;
    this.answer.setAttribute('role', 'region');
    this.answer.setAttribute('aria-label', t('What is found'));
    const label = make('label', '', t('Try them on'));
    label.htmlFor = this.source.id;
    this.showLogs([]);
    this.root.append(label, this.source, this.pasted, this.summary, this.answer);
  }

  /** To be called when the panel shows a stage, as often as it likes; with nothing when it shows something else. */
  stageShown(id: string) {
    const stage = id && JSON.stringify([this.pipeline(), id]);
    if (stage === this.stage) return;
    this.stage = stage;
    this.outcomes.clear();
    this.question = '';
    this.trial = undefined;
    if (this.awaited) this.tell('patterns-left', {});
    this.await(0);
    if (!stage) return;
    this.ask();
    this.trySoon();
  }

  /** Where it is said what a pattern finds, or why it cannot be read. */
  outcome(kind: Kind, index: number): HTMLElement {
    const key = kind + index;
    const outcome = this.outcomes.get(key) ?? make('div', 'wm-outcome');
    outcome.id = 'wm-outcome-' + key;
    this.outcomes.set(key, outcome);
    return outcome;
  }

  showLogs(logs: Log[]) {
    if (JSON.stringify(logs) === this.logs) return;
    this.logs = JSON.stringify(logs);
    const before = this.source.value;
    this.source.replaceChildren(option('', t('Pasted lines')));
    for (const group of new Set(logs.map(log => log.group))) {
      const set = make('optgroup');
      set.label = group;
      set.append(...logs.filter(log => log.group === group).map(log => option(log.id, log.words)));
      this.source.append(set);
    }
    this.source.value = logs.some(log => log.id === before) ? before : '';
    this.choose();
  }

  trySoon() {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.try(), PAUSE_MILLIS);
  }

  close() {
    clearTimeout(this.waiting);
    this.await(0);
  }

  /** Shows an answer, but for one to what was asked before something else. */
  show(number: number, trial: Trial) {
    if (number !== this.awaited) return;
    this.await(0);
    if (trial.refused) {
      // It may be answered another time.
      this.question = '';
      this.summary.textContent = trial.refused;
      this.answer.replaceChildren();
      return;
    }
    this.trial = trial;
    this.mark(trial);
    this.summary.textContent = trial.looked ? sentence(trial) : '';
    this.answer.replaceChildren(...trial.lines.map(row));
  }

  private mark(trial: Trial) {
    for (const outcome of this.outcomes.values()) say(outcome, '', false);
    for (const tried of trial.patterns) {
      const outcome = this.outcomes.get(tried.kind.toLowerCase() + tried.index);
      const lines = trial.looked ? count(tried.lines, '1 line', '{0} lines') : '';
      if (outcome) say(outcome, tried.fault ?? lines, Boolean(tried.fault));
    }
  }

  private ask() {
    const [pipeline, stage] = JSON.parse(this.stage);
    this.tell('logs-wanted', { pipeline, stage });
  }

  private choose() {
    this.pasted.hidden = this.source.value !== '';
    this.trySoon();
  }

  /** The server looks through a whole log: it is asked only for something else, and only while the answer is seen. */
  private try() {
    if (!this.root.isConnected || !this.root.closest('details')?.open) return;
    const stage = this.chosen() && extensions(this.chosen().businessObject, 'stage')[0];
    if (!stage) return;
    const patterns = Object.fromEntries(KINDS.map(kind => [kind, childrenOf(stage, kind).map(child => child.attrs.pattern ?? '')]));
    const lines = this.source.value ? [] : this.pasted.value.split('\n').filter(Boolean);
    const question = JSON.stringify({ patterns, lines, attempt: this.source.value || undefined });
    if (question === this.question) {
      // The fields may be new ones.
      if (this.trial) this.mark(this.trial);
      return;
    }
    this.question = question;
    this.trial = undefined;
    this.await(++asked);
    this.impatient = window.setTimeout(() => (this.summary.textContent = t('The lines are being looked through …')), PATIENCE_MILLIS);
    this.tell('patterns-tried', { number: asked, question });
  }

  private await(number: number) {
    clearTimeout(this.impatient);
    this.awaited = number;
  }
}

function option(value: string, words: string) {
  const option = make('option', '', words);
  option.value = value;
  return option;
}

/** Beside the pattern itself, which is marked where it is wrong. */
function say(outcome: HTMLElement, words: string, wrong: boolean) {
  outcome.textContent = words;
  outcome.classList.toggle('wm-wrong', wrong);
  const input = outcome.parentElement?.querySelector('input');
  input?.setAttribute('aria-invalid', String(wrong));
  input?.setAttribute('aria-describedby', outcome.id);
}

function sentence(trial: Trial): string {
  const found = count(trial.found, 'Something is found in 1 line of {1}.', 'Something is found in {0} lines of {1}.', trial.looked);
  const shown = trial.found > trial.lines.length ? ' ' + t('These are the first {0}.', trial.lines.length) : '';
  const left = trial.looked < trial.all ? ' ' + t('The log has {0}; the others were not looked at.', trial.all) : '';
  return found + shown + left;
}

function row(line: Line): HTMLElement {
  const row = make('div', 'wm-line');
  const text = make('span', 'wm-code');
  text.append(...marked(line));
  row.append(make('span', 'wm-number', String(line.number + 1)), text);
  if (line.progress) row.append(make('span', 'wm-mark wm-progress', `${line.progress.subject || t('progress')} ${decimal(line.progress.percent, 2, 0)} %`));
  else if (line.finds.some(find => find.kind === 'PROGRESS')) row.append(make('span', 'wm-mark wm-warns', t('no percentage')));
  if (line.warns) row.append(make('span', 'wm-mark wm-warns', t('warning')));
  if (line.fails) row.append(make('span', 'wm-mark wm-fails', t('failure')));
  const groups = line.finds.flatMap(find => Object.entries(find.groups).map(([name, value]) => `${name} = ${value}`)).sort();
  if (groups.length) row.append(make('span', 'wm-groups', [...new Set(groups)].join(', ')));
  return row;
}

/** What is found in the line stands out. */
function marked(line: Line): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end } of [...line.finds].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(line.text.slice(at, from), make('mark', '', line.text.slice(from, end)));
    at = end;
  }
  parts.push(line.text.slice(at));
  return parts;
}
