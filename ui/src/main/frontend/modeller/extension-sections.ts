// The parts of the panel for the winslow elements of stages and of steps for people.
import { check, field, make, rows, section } from './fields';
import type { Panel } from './panel';
import type { Kind } from './tester';
import { applyTemplate, STAGE_TEMPLATES } from './stage-templates';
import { addChild, childrenOf, extensions, FLOWABLE, prefixOf, setAttr, Tree, tree } from './trees';
import { t } from '../texts';

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
  const flag = (name: string, label: string) => check('need-' + name, label, require?.attrs[name] === 'true', value => edit(content => {
    let target = childrenOf(content, 'require')[0];
    if (!target) addChild(content, target = tree(panel.prefix(), 'require'));
    setAttr(target, name, value ? 'true' : '');
  }));
  const template = field('template', t('Begin as'), '', value => edit(content => applyTemplate(content, value, panel.prefix())),
    { options: [['', t('Leave as it is')], ...Object.entries(STAGE_TEMPLATES).map(([name, { words }]) => [name, t(words)] as [string, string])] });
  const list = (name: string, what: string, columns: Column[], usual: Tree) => childRows(panel, edit, stage, name, what, columns, usual);
  const fresh = (name: string, attrs: Record<string, string> = {}) => tree(panel.prefix(), name, attrs);
  const patterns = (kind: Kind, what: string, pattern: string) =>
    childRows(panel, edit, stage, kind, what, [{ attr: 'pattern', words: t('pattern') }], fresh(kind, { pattern }), index => panel.tester.outcome(kind, index));
  return [
    section(t('What it does'), panel.open, template, attr('image', t('Image'), { placeholder: 'winslow/tracker:1' }), argumentsOf(panel, edit, stage)),
    eachSection(panel, element),
    section(t('Environment'), panel.open, list('env', t('variable'), [{ attr: 'name', words: t('name') }, { attr: TEXT, words: t('value') }], fresh('env', { name: 'NAME' }))),
    section(t('What it needs'), panel.open, pair(need('cpus', t('Cores'), { placeholder: '1' }), need('memory', t('Memory'), { placeholder: '1GiB' })),
      pair(need('gpus', t('GPUs'), { placeholder: '0' }), need('gpuMemory', t('GPU memory'), { placeholder: '4GiB', hint: t('Then it shares a GPU with others.') })),
      pair(need('tag', t('Tags'), { placeholder: 'cuda fast' }), need('wish', t('Better with tags'), { placeholder: 'ssd', hint: t('Nodes that have them are taken first.') })),
      pair(need('node', t('Only on this node'), { placeholder: 'gpu-01' }), need('apart', t('Never beside'), { placeholder: 'disk', hint: t('Stages that have one of these words, too.') }))),
    section(t('Limits of its container'), panel.open, pair(need('sharedMemory', t('Shared memory'), { placeholder: '64MiB' }), need('user', t('User'), { placeholder: '1000:1000' })),
      flag('network', t('Has the network')), flag('writableRoot', t('May change the files of its image'))),
    section(t('Time and retries'), panel.open, pair(attr('timeout', t('Fails after'), { placeholder: 'PT12H' }), attr('silence', t('Fails when silent for'), { placeholder: 'PT30M' })),
      pair(attr('retries', t('Retries'), { placeholder: '0' }), attr('backOff', t('Waits between'), { placeholder: 'PT10S' })),
      attr('checkpoint', t('Keeps a checkpoint every'), { placeholder: 'PT10M', hint: t('Of its folder .checkpoint; the next attempt goes on from there.') }),
      pair(attr('allowExit', t('Exit codes of success'), { placeholder: '0' }), attr('denyExit', t('Exit codes of failure'), { placeholder: t('all others') })),
      check('discardable', t('What it leaves may be discarded'), stage.attrs.discardable === 'true', value =>
        edit(content => setAttr(content, 'discardable', value ? 'true' : ''))),
      attr('reuse', t('When nothing has changed'), { code: false, options: [['', t('Takes over an earlier result, unless it has the network')],
        ['true', t('Takes over an earlier result')], ['false', t('Runs every time')]] })),
    section(t('Patterns in its log'), panel.open,
      make('div', 'wm-sub', t('Progress')), patterns('progress', t('progress pattern'), '(?<percent>[\\d.]+) ?%'),
      make('div', 'wm-sub', t('Failure')), patterns('fail', t('failure pattern'), 'ERROR'),
      make('div', 'wm-sub', t('Warning')), patterns('warn', t('warning pattern'), '^WARN '),
      panel.tester.root),
    section(t('Results'), panel.open, list('output', t('result'), [{ attr: 'path', words: t('path') }, { attr: 'label', words: t('label') },
      { attr: 'optional', words: t('need not be there'), flag: true }], fresh('output', { path: 'result.csv', label: 'Result' }))),
  ];
}

export function taskSections(panel: Panel, element: any): HTMLElement[] {
  const task = extensions(element.businessObject, 'task')[0] ?? tree(panel.prefix(), 'task');
  const edit = (mutate: (content: Tree) => void) => panel.edit(element, 'task', mutate);
  const attr = (name: string, label: string, extras = {}) =>
    field('task-' + name, label, task.attrs[name] ?? '', value => edit(content => setAttr(content, name, value.trim())), extras);
  const form = attr('form', t('Asks for'), { options: [['reference-points', t('Reference points on a frame')], ['review', t('A judgement of the results')],
    ['form', t('A form')], ['variables', t('Missing variables')]] });
  const stages = panel.elements(each => each.type === 'bpmn:ServiceTask').map(each => [each.id, panel.words(each)] as [string, string]);
  const points = [attr('frame', t('Frame'), { placeholder: 'reference-frame.jpg' }), attr('suggestion', t('Suggested points'), { placeholder: 'suggested-points.json' }),
    attr('answer', t('Points go into'), { placeholder: 'reference-points.json' })];
  const review = [attr('video', t('Video'), { placeholder: 'result.mp4' }), attr('redo', t('Redo begins at'), { options: [['', t('No redo')], ...stages] })];
  const ofForm = task.attrs.form === 'reference-points' ? points : task.attrs.form === 'review' ? review : [];
  const columns: Column[] = [{ attr: 'variable', words: t('variable') }, { attr: 'label', words: t('label') },
    { attr: 'type', words: t('type'), options: [['', t('text')], ['string', t('text')], ['number', t('number')], ['boolean', t('yes or no')], ['choice', t('choice')]] },
    { attr: 'value', words: t('value at first') }, { attr: 'choices', words: t('choices, by commas') }, { attr: 'required', words: t('must be filled in'), flag: true }];
  const fields = childRows(panel, edit, task, 'field', t('field'), columns, tree(panel.prefix(), 'field', { variable: 'NAME', label: 'Question' }));
  const due = attr('due', t('Due after'), { code: true, placeholder: 'P2D' });
  const assignee = prefixOf(panel.modeler.getDefinitions(), FLOWABLE, 'flowable') + ':assignee';
  const person = field('task-assignee', t('Belongs to'), element.businessObject.$attrs[assignee] ?? '', value =>
    panel.modeler.get('modeling').updateProperties(element, { [assignee]: value.trim() || undefined }), { hint: t('A name; leave it empty, and anybody can do it.') });
  return [section(t('Form'), panel.open, form, ...ofForm, due, person), section(t('Fields'), panel.open, fields)];
}

/** Flowable names the list and the item; the engine reads lists out of variables that are text. */
function eachSection(panel: Panel, element: any): HTMLElement {
  const businessObject = element.businessObject;
  const loop = businessObject.loopCharacteristics;
  const flowable = prefixOf(panel.modeler.getDefinitions(), FLOWABLE, 'flowable');
  const each = check('each', t('Runs once for each item of a list'), Boolean(loop), value =>
    panel.change(element, businessObject, { loopCharacteristics: value ? freshLoop(panel, businessObject, flowable) : undefined }));
  if (!loop) return section(t('List'), panel.open, each);
  const name = (attr: string, label: string, hint: string) => field('each-' + attr, label, loop.get(flowable + ':' + attr) ?? '', value => {
    panel.change(element, loop, { [flowable + ':' + attr]: value.trim() || undefined });
  }, { code: true, hint });
  return section(t('List'), panel.open, each,
    name('collection', t('List'), t('The variable that has it: items on lines of their own, or between commas.')),
    name('elementVariable', t('Item'), t('The variable in which the stage finds its item, as in ${VIDEO}.')),
    check('each-sequential', t('One after the other, not side by side'), Boolean(loop.isSequential), value => panel.change(element, loop, { isSequential: value })));
}

function freshLoop(panel: Panel, businessObject: any, flowable: string): any {
  const loop = panel.modeler.get('moddle').create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: false });
  loop.set(flowable + ':collection', 'VIDEOS');
  loop.set(flowable + ':elementVariable', 'VIDEO');
  loop.$parent = businessObject;
  return loop;
}

/** One argument a line, which is how people think of them; in rows where an argument has lines of its own. */
function argumentsOf(panel: Panel, edit: (mutate: (content: Tree) => void) => void, stage: Tree): HTMLElement {
  const all = childrenOf(stage, 'arg');
  if (all.some(arg => arg.text.trim().includes('\n'))) {
    return childRows(panel, edit, stage, 'arg', t('argument'), [{ attr: TEXT, words: t('argument') }], tree(panel.prefix(), 'arg', {}, 'argument'));
  }
  return field('stage-args', t('Arguments, one a line'), all.map(arg => arg.text.trim()).join('\n'), value => edit(content => {
    const before = childrenOf(content, 'arg');
    const words = value.split('\n').map(line => line.trim()).filter(Boolean);
    const at = content.children.findIndex(child => child.local === 'arg');
    const fresh = words.map((word, index) => ({ ...(before[index] ?? tree(panel.prefix(), 'arg')), text: word }));
    const others = content.children.filter(child => child.local !== 'arg');
    content.children = [...others.slice(0, Math.max(0, at)), ...fresh, ...others.slice(Math.max(0, at))];
  }), { lines: Math.min(10, Math.max(3, all.length + 1)), code: true });
}

function childRows(panel: Panel, edit: (mutate: (content: Tree) => void) => void, parent: Tree, name: string, what: string, columns: Column[],
  usual: Tree, note?: (index: number) => HTMLElement): HTMLElement {
  const change = (index: number, column: Column, value: string) => edit(content => {
    const child = childrenOf(content, name)[index];
    if (column.attr === TEXT) child.text = value;
    else setAttr(child, column.attr, value);
  });
  const cells = childrenOf(parent, name).map((child, index) => [...columns.map(column => {
    const value = column.attr === TEXT ? child.text.trim() : child.attrs[column.attr] ?? '';
    const key = `${name}-${index}-${column.attr}`;
    return column.flag
      ? check(key, column.words, value === 'true', on => change(index, column, on ? 'true' : ''))
      : field(key, t('{0} of {1} {2}', column.words, what, index + 1), value, fresh => change(index, column, fresh),
        { bare: true, code: true, options: column.options, placeholder: column.words });
  }), ...(note ? [note(index)] : [])]);
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
