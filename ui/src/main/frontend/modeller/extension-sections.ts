// The parts of the panel for the winslow elements of stages and of steps for people.
import { check, field, make, rows, section } from './fields';
import type { Panel } from './panel';
import { addChild, childrenOf, extensions, setAttr, Tree, tree } from './trees';

type Column = { attr: string; words: string; options?: [string, string][]; flag?: boolean };

const TEXT = '';

export function stageSections(panel: Panel, element: any): HTMLElement[] {
  const stage = extensions(element.businessObject, 'stage')[0] ?? tree(panel.prefix(), 'stage');
  const edit = (mutate: (content: Tree) => void) => panel.edit(element, 'stage', mutate);
  const attr = (name: string, label: string, extras = {}) =>
    field('stage-' + name, label, stage.attrs[name] ?? '', value => edit(content => setAttr(content, name, value.trim())), { code: true, ...extras });
  const require = childrenOf(stage, 'require')[0];
  const need = (name: string, label: string, extras = {}) => field('need-' + name, label, require?.attrs[name] ?? '', value => edit(content => {
    let target = childrenOf(content, 'require')[0];
    if (!target) addChild(content, target = tree(panel.prefix(), 'require'));
    setAttr(target, name, value.trim());
  }), extras);
  const list = (name: string, what: string, columns: Column[], usual: Tree) => childRows(panel, edit, stage, name, what, columns, usual);
  const fresh = (name: string, attrs: Record<string, string> = {}) => tree(panel.prefix(), name, attrs);
  return [
    section('What it does', panel.open, attr('image', 'Image', { placeholder: 'winslow/tracker:1' }), argumentsOf(panel, edit, stage)),
    section('Environment', panel.open, list('env', 'variable', [{ attr: 'name', words: 'name' }, { attr: TEXT, words: 'value' }], fresh('env', { name: 'NAME' }))),
    section('What it needs', panel.open, pair(need('cpus', 'Cores', { placeholder: '1' }), need('memory', 'Memory', { placeholder: '1GiB' })),
      pair(need('gpus', 'GPUs', { placeholder: '0' }), need('tag', 'Tags', { placeholder: 'cuda fast' }))),
    section('Time and retries', panel.open, pair(attr('timeout', 'Fails after', { placeholder: 'PT12H' }), attr('silence', 'Fails when silent for', { placeholder: 'PT30M' })),
      pair(attr('retries', 'Retries', { placeholder: '0' }), attr('backOff', 'Waits between', { placeholder: 'PT10S' })),
      pair(attr('allowExit', 'Exit codes of success', { placeholder: '0' }), attr('denyExit', 'Exit codes of failure', { placeholder: 'all others' })),
      check('discardable', 'What it leaves may be discarded', stage.attrs.discardable === 'true', value =>
        edit(content => setAttr(content, 'discardable', value ? 'true' : ''))),
      check('reuse', 'Runs every time, also when nothing has changed', stage.attrs.reuse === 'false', value =>
        edit(content => setAttr(content, 'reuse', value ? 'false' : '')))),
    section('Patterns in its log', panel.open,
      make('div', 'wm-sub', 'Progress'), list('progress', 'progress pattern', [{ attr: 'pattern', words: 'pattern' }], fresh('progress', { pattern: '(?<percent>[\\d.]+) ?%' })),
      make('div', 'wm-sub', 'Failure'), list('fail', 'failure pattern', [{ attr: 'pattern', words: 'pattern' }], fresh('fail', { pattern: 'ERROR' })),
      make('div', 'wm-sub', 'Warning'), list('warn', 'warning pattern', [{ attr: 'pattern', words: 'pattern' }], fresh('warn', { pattern: '^WARN ' })),
      panel.tester),
    section('Results', panel.open, list('output', 'result', [{ attr: 'path', words: 'path' }, { attr: 'label', words: 'label' }], fresh('output', { path: 'result.csv', label: 'Result' }))),
  ];
}

export function taskSections(panel: Panel, element: any): HTMLElement[] {
  const task = extensions(element.businessObject, 'task')[0] ?? tree(panel.prefix(), 'task');
  const edit = (mutate: (content: Tree) => void) => panel.edit(element, 'task', mutate);
  const attr = (name: string, label: string, extras = {}) =>
    field('task-' + name, label, task.attrs[name] ?? '', value => edit(content => setAttr(content, name, value.trim())), extras);
  const form = attr('form', 'Asks for', { options: [['reference-points', 'Reference points on a frame'], ['review', 'A judgement of the results'],
    ['form', 'A form'], ['variables', 'Missing variables']] });
  const stages = panel.elements(each => each.type === 'bpmn:ServiceTask').map(each => [each.id, panel.words(each)] as [string, string]);
  const points = [attr('frame', 'Frame', { placeholder: 'reference-frame.jpg' }), attr('suggestion', 'Suggested points', { placeholder: 'suggested-points.json' }),
    attr('answer', 'Points go into', { placeholder: 'reference-points.json' })];
  const review = [attr('video', 'Video', { placeholder: 'result.mp4' }), attr('redo', 'Redo begins at', { options: [['', 'No redo'], ...stages] })];
  const ofForm = task.attrs.form === 'reference-points' ? points : task.attrs.form === 'review' ? review : [];
  const columns: Column[] = [{ attr: 'variable', words: 'variable' }, { attr: 'label', words: 'label' },
    { attr: 'type', words: 'type', options: [['', 'text'], ['string', 'text'], ['number', 'number'], ['boolean', 'yes or no'], ['choice', 'choice']] },
    { attr: 'value', words: 'value at first' }, { attr: 'choices', words: 'choices, by commas' }, { attr: 'required', words: 'must be filled in', flag: true }];
  const fields = childRows(panel, edit, task, 'field', 'field', columns, tree(panel.prefix(), 'field', { variable: 'NAME', label: 'Question' }));
  return [section('Form', panel.open, form, ...ofForm), section('Fields', panel.open, fields)];
}

/** One argument a line, which is how people think of them; in rows where an argument has lines of its own. */
function argumentsOf(panel: Panel, edit: (mutate: (content: Tree) => void) => void, stage: Tree): HTMLElement {
  const all = childrenOf(stage, 'arg');
  if (all.some(arg => arg.text.trim().includes('\n'))) {
    return childRows(panel, edit, stage, 'arg', 'argument', [{ attr: TEXT, words: 'argument' }], tree(panel.prefix(), 'arg', {}, 'argument'));
  }
  return field('stage-args', 'Arguments, one a line', all.map(arg => arg.text.trim()).join('\n'), value => edit(content => {
    const before = childrenOf(content, 'arg');
    const words = value.split('\n').map(line => line.trim()).filter(Boolean);
    const at = content.children.findIndex(child => child.local === 'arg');
    const fresh = words.map((word, index) => ({ ...(before[index] ?? tree(panel.prefix(), 'arg')), text: word }));
    const others = content.children.filter(child => child.local !== 'arg');
    content.children = [...others.slice(0, Math.max(0, at)), ...fresh, ...others.slice(Math.max(0, at))];
  }), { lines: Math.min(10, Math.max(3, all.length + 1)), code: true });
}

function childRows(panel: Panel, edit: (mutate: (content: Tree) => void) => void, parent: Tree, name: string, what: string, columns: Column[],
  usual: Tree): HTMLElement {
  const change = (index: number, column: Column, value: string) => edit(content => {
    const child = childrenOf(content, name)[index];
    if (column.attr === TEXT) child.text = value;
    else setAttr(child, column.attr, value);
  });
  const cells = childrenOf(parent, name).map((child, index) => columns.map(column => {
    const value = column.attr === TEXT ? child.text.trim() : child.attrs[column.attr] ?? '';
    const key = `${name}-${index}-${column.attr}`;
    return column.flag
      ? check(key, column.words, value === 'true', on => change(index, column, on ? 'true' : ''))
      : field(key, `${column.words} of ${what} ${index + 1}`, value, fresh => change(index, column, fresh),
        { bare: true, code: true, options: column.options, placeholder: column.words });
  }));
  return rows(name, what, cells,
    () => edit(content => addChild(content, { ...usual, attrs: { ...usual.attrs } })),
    index => edit(content => content.children.splice(content.children.indexOf(childrenOf(content, name)[index]), 1)),
    `${name}-${cells.length}-${columns[0].attr}`);
}

function pair(...fields: HTMLElement[]) {
  const line = make('div', 'wm-pair');
  line.append(...fields);
  return line;
}
