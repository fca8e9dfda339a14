// The panel of properties: what a pipeline says of the element that is chosen, and of itself where none is. Every edit is one step to undo.
import { addLimit, create, Kind, KINDS, leadsOn } from './elements';
import { button, check, Commit, field, make, rows, section } from './fields';
import { stageSections, taskSections } from './extension-sections';
import { extensions, FLOWABLE, prefixOf, setAttr, setExtensions, Tree, tree, WINSLOW } from './trees';
import type { Tester } from './tester';
import { later, t } from '../texts';

export type Problem = { element: string; problem: string; remedy: string };

const ID = /^[A-Za-z_][\w.-]*$/;

export class Panel {
  readonly root = make('aside', 'wm-panel');
  readonly open = new Map<string, boolean>([[t('What it does'), true], [t('Form'), true], [t('Pipeline'), true], [t('Flow'), true], [t('Gateway'), true], [t('Wait'), true], [t('Steps'), true]]);
  private problems: Problem[] = [];
  private drawing = 0;
  private drawn?: string;
  private pressed = false;
  private late = false;
  /** After the click that the release makes. */
  private readonly released = () => {
    this.pressed = false;
    if (this.late) this.drawSoon();
    this.late = false;
  };

  constructor(readonly modeler: any, readonly tester: Tester) {
    this.root.setAttribute('aria-label', t('Properties'));
    // When the section of the patterns is opened; toggle events do not bubble.
    this.root.addEventListener('toggle', () => this.tester.trySoon(), true);
    this.root.addEventListener('pointerdown', () => (this.pressed = true));
    window.addEventListener('pointerup', this.released);
    window.addEventListener('pointercancel', this.released);
    modeler.get('eventBus').on(['selection.changed', 'commandStack.changed', 'import.done'], () => this.drawSoon());
  }

  show(problems: Problem[]) {
    if (JSON.stringify(problems) === JSON.stringify(this.problems)) return;
    this.problems = problems;
    this.drawSoon();
  }

  close() {
    cancelAnimationFrame(this.drawing);
    window.removeEventListener('pointerup', this.released);
    window.removeEventListener('pointercancel', this.released);
  }

  /** In the next frame, when the focus has come to where the person wanted it. */
  drawSoon() {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.draw());
  }

  private draw() {
    if (!this.modeler.getDefinitions()) return;
    if (this.pressed) {
      // A button that is exchanged under the pointer is never clicked.
      this.late = true;
      return;
    }
    const focused = this.root.contains(document.activeElement) ? document.activeElement as HTMLElement : undefined;
    if (focused && isTyping(focused)) {
      // What is typed and not yet taken over would be lost.
      focused.addEventListener('blur', () => this.drawSoon(), { once: true });
      return;
    }
    const chosen = this.chosen();
    const scrolled = chosen?.id === this.drawn ? this.root.scrollTop : 0;
    this.drawn = chosen?.id;
    this.tester.stageShown(chosen?.type === 'bpmn:ServiceTask' ? chosen.id : '');
    this.root.replaceChildren(...(chosen ? this.ofElement(chosen) : this.ofPipeline()));
    this.root.scrollTop = scrolled;
    if (focused?.dataset.key) this.focus(focused);
  }

  /** To where it was, with what was marked there. */
  private focus(before: HTMLElement) {
    const now = this.root.querySelector<HTMLElement>(`[data-key="${CSS.escape(before.dataset.key!)}"]`);
    now?.focus({ preventScroll: true });
    if (now && now !== before && isText(now) && isText(before)) now.setSelectionRange(before.selectionStart, before.selectionEnd);
  }

  chosen(): any {
    const selection = this.modeler.get('selection').get();
    return selection.length === 1 ? selection[0].labelTarget ?? selection[0] : undefined;
  }

  choose(id: string) {
    const element = this.modeler.get('elementRegistry').get(id);
    if (!element) return;
    this.modeler.get('selection').select(element);
    this.modeler.get('canvas').scrollToElement(element, 80);
  }

  change(element: any, businessObject: any, properties: Record<string, unknown>) {
    this.modeler.get('modeling').updateModdleProperties(element, businessObject, properties);
  }

  /** The one winslow element of this name, changed as one step; made where there is none. */
  edit(element: any, name: string, mutate: (content: Tree) => void) {
    const businessObject = element.businessObject;
    const content = extensions(businessObject, name)[0] ?? tree(this.prefix(), name);
    mutate(content);
    setExtensions(this.modeler, element, businessObject, name, [content]);
  }

  prefix() { return prefixOf(this.modeler.getDefinitions(), WINSLOW, 'winslow'); }

  elements(test: (element: any) => boolean): any[] {
    return this.modeler.get('elementRegistry').filter((element: any) => element.type !== 'label' && test(element));
  }

  words(element: any): string { return element.businessObject.name || element.id; }

  private ofElement(element: any): HTMLElement[] {
    const businessObject = element.businessObject;
    const head = make('div', 'wm-head');
    head.append(button(t('‹ All steps'), () => this.modeler.get('selection').select([]), t('All steps'), 'wm-link'),
      make('span', 'wm-type', typeWords(element)), make('h2', '', this.words(element)));
    const content = [head, ...this.problemsOf(businessObject.id), this.name(element), this.id(element)];
    if (element.type === 'bpmn:ServiceTask') content.push(this.capability(element), ...stageSections(this, element));
    if (element.type === 'bpmn:UserTask') content.push(...taskSections(this, element));
    if (element.type === 'bpmn:SequenceFlow') content.push(this.flow(element));
    if (/Gateway$/.test(element.type)) content.push(this.gateway(element));
    if (timerOf(businessObject)) content.push(this.timer(element));
    if (leadsOn(element)) content.push(this.next(element));
    content.push(button(t('Remove'), () => this.modeler.get('modeling').removeElements([element]), t('Remove {0}', this.words(element)), 'wm-button wm-danger'));
    return content;
  }

  private name(element: any) {
    return field('name', t('Name'), element.businessObject.name ?? '', value => this.modeler.get('modeling').updateProperties(element, { name: value || undefined }));
  }

  private id(element: any) {
    return field('id', t('Id'), element.businessObject.id, value => this.rename(element, value),
      { code: true, hint: t('Programs name it so; people read the name.') });
  }

  private rename(element: any, id: string): string | void {
    if (id === element.businessObject.id) return;
    if (!ID.test(id)) return t('Use letters, digits, _, - and ., and begin with a letter.');
    if (this.modeler.get('moddle').ids.assigned(id)) return t('Another element has this id already.');
    const before = element.businessObject.id;
    this.modeler.get('modeling').updateProperties(element, { id });
    for (const task of this.elements(each => each.type === 'bpmn:UserTask')) {
      if (extensions(task.businessObject, 'task')[0]?.attrs.redo === before) this.edit(task, 'task', content => setAttr(content, 'redo', id));
    }
  }

  private capability(element: any) {
    const key = prefixOf(this.modeler.getDefinitions(), FLOWABLE, 'flowable') + ':topic';
    const commit: Commit = value => this.modeler.get('modeling').updateProperties(element, { [key]: value.trim() || undefined });
    return field('topic', t('Runs on'), element.businessObject.$attrs[key] ?? '', commit,
      { suggestions: ['cpu', 'gpu'], hint: t('cpu, gpu, or a tag that nodes carry.') });
  }

  private flow(element: any) {
    const businessObject = element.businessObject;
    const condition = field('condition', t('Taken if'), businessObject.conditionExpression?.body ?? '', value => {
      const expression = value.trim() ? this.modeler.get('moddle').create('bpmn:FormalExpression', { body: value.trim() }) : undefined;
      if (expression) expression.$parent = businessObject;
      this.modeler.get('modeling').updateProperties(element, { conditionExpression: expression });
    }, { code: true, placeholder: "${decision == 'redo'}", hint: t('Variables, values, == != < > && || ! empty. Without a condition: always.') });
    const content = [condition];
    const gateway = element.source;
    if (/ExclusiveGateway|InclusiveGateway/.test(gateway.type)) {
      content.push(check('default', t('Taken when no condition holds'), gateway.businessObject.default === businessObject, value =>
        this.modeler.get('modeling').updateProperties(gateway, { default: value ? businessObject : undefined })));
    }
    return section(t('Flow'), this.open, ...content);
  }

  private gateway(element: any) {
    const kind = field('gateway', t('Kind'), element.type, value => {
      const fresh = this.modeler.get('bpmnReplace').replaceElement(element, { type: value });
      this.modeler.get('selection').select(fresh);
    }, { options: [['bpmn:ExclusiveGateway', t('One way, by conditions')], ['bpmn:InclusiveGateway', t('Some ways, by conditions')], ['bpmn:ParallelGateway', t('All ways, or waits for all')]] });
    // Files need not list the flows within their elements: the drawing knows them.
    const flows: any[] = element.outgoing.map((flow: any) => flow.businessObject);
    if (element.type === 'bpmn:ParallelGateway' || flows.length < 2) return section(t('Gateway'), this.open, kind);
    const byDefault = field('gateway-default', t('When no condition holds'), element.businessObject.default?.id ?? '', value =>
      this.modeler.get('modeling').updateProperties(element, { default: flows.find(flow => flow.id === value) }),
    { options: [['', t('The run stops here')], ...flows.map(flow => [flow.id, flow.name || flow.targetRef?.name || flow.id] as [string, string])] });
    return section(t('Gateway'), this.open, kind, byDefault);
  }

  private timer(element: any) {
    const definition = timerOf(element.businessObject);
    return section(t('Wait'), this.open, field('duration', t('For'), definition.timeDuration?.body ?? '', value => {
      const expression = this.modeler.get('moddle').create('bpmn:FormalExpression', { body: value.trim() });
      expression.$parent = definition;
      this.change(element, definition, { timeDuration: expression });
    }, { code: true, hint: t('A duration such as PT10M or P1D.') }), ...(element.type === 'bpmn:BoundaryEvent' ? [this.interrupts(element)] : []));
  }

  private interrupts(element: any) {
    return check('interrupts', t('Ends the step'), element.businessObject.cancelActivity !== false, value =>
      this.modeler.get('modeling').updateProperties(element, { cancelActivity: value }));
  }

  /** The ways on by keyboard, for whoever does not drag. */
  private next(element: any) {
    const flows = make('div', 'wm-links');
    for (const flow of element.outgoing) {
      if (flow.type !== 'bpmn:SequenceFlow') continue;
      flows.append(button('→ ' + this.words(flow.target), () => this.choose(flow.id), t('Flow to {0}', this.words(flow.target)), 'wm-link'));
    }
    const targets = this.elements(each => each !== element && each.businessObject.$instanceOf('bpmn:FlowNode') && !['bpmn:StartEvent', 'bpmn:BoundaryEvent'].includes(each.type));
    const lead = field('lead', t('Lead to'), '', value => {
      const target = this.modeler.get('elementRegistry').get(value);
      if (target) this.modeler.get('modeling').connect(element, target);
    }, { options: [['', t('Choose a step …')], ...targets.map(each => [each.id, this.words(each)] as [string, string])] });
    const add = make('div', 'wm-adds');
    for (const kind of ['stage', 'task', 'choice', 'fork', 'timer', 'end'] as Kind[]) {
      add.append(button('+ ' + t(KINDS[kind].words), () => this.modeler.get('autoPlace').append(element, create(this.modeler, kind)), t('Add after this: {0}', t(KINDS[kind].words))));
    }
    if (/Task$/.test(element.type)) add.append(button('+ ' + t('Time limit'), () => this.choose(addLimit(this.modeler, element).id), t('Add a time limit to this')));
    return section(t('What follows'), this.open, flows, lead, add);
  }

  private ofPipeline(): HTMLElement[] {
    const root = this.modeler.get('canvas').getRootElement();
    const process = this.modeler.getDefinitions().rootElements.find((each: any) => each.$type === 'bpmn:Process');
    if (!process) return [make('p', '', t('This file has no process.'))];
    const head = make('div', 'wm-head');
    head.append(make('span', 'wm-type', t('Pipeline')), make('h2', '', process.name || process.id));
    const documentation = process.documentation?.[0];
    const about = section(t('Pipeline'), this.open,
      field('process-name', t('Name'), process.name ?? '', value => this.change(root, process, { name: value || undefined })),
      field('process-id', t('Key'), process.id, value => {
        if (!ID.test(value)) return t('Use letters, digits, _, - and ., and begin with a letter.');
        this.change(root, process, { id: value });
        return undefined;
      }, { code: true, hint: t('A key that is deployed already gets a new version.') }),
      field('process-about', t('Description'), documentation?.text ?? '', value => {
        const fresh = value.trim() ? [this.modeler.get('moddle').create('bpmn:Documentation', { text: value.trim() })] : [];
        for (const each of fresh) each.$parent = process;
        this.change(root, process, { documentation: [...fresh, ...(process.documentation ?? []).slice(1)] });
      }, { lines: 3 }));
    return [head, ...this.problemsOf(''), about, section(t('Variables'), this.open, this.variables(root, process)), section(t('Steps'), this.open, this.steps())];
  }

  private variables(root: any, process: any) {
    const variables = extensions(process, 'variable');
    const set = (mutate: () => void) => { mutate(); setExtensions(this.modeler, root, process, 'variable', variables); };
    const cells = variables.map((variable, index) => [
      ...[['name', later('name')], ['value', later('value')]].map(([attr, words]) => field(`variable-${index}-${attr}`, t('{0} of {1} {2}', t(words), t('variable'), index + 1),
        variable.attrs[attr] ?? '', value => set(() => { variable.attrs[attr] = value; }), { bare: true, code: true, placeholder: t(words) })),
      check(`variable-${index}-secret`, t('its value is never shown'), variable.attrs.secret === 'true',
        value => set(() => {
          setAttr(variable, 'secret', value ? 'true' : '');
          // Nothing is a default, too, but no secret.
          if (value) setAttr(variable, 'value', variable.attrs.value ?? '');
        })),
    ]);
    return rows('variable', t('variable'), cells,
      () => set(() => variables.push(tree(this.prefix(), 'variable', { name: 'NAME', value: '' }))),
      index => set(() => variables.splice(index, 1)), `variable-${variables.length}-name`);
  }

  private steps() {
    const list = make('div', 'wm-steps');
    const nodes = this.elements(each => each.businessObject?.$instanceOf?.('bpmn:FlowNode')).sort((a, b) => a.x - b.x || a.y - b.y);
    for (const node of nodes) {
      const step = button(this.words(node), () => this.choose(node.id), typeWords(node) + ': ' + this.words(node), 'wm-link');
      const wrong = this.problems.filter(problem => problem.element === node.id).length;
      if (wrong) step.append(make('span', 'wm-count', '! ' + wrong));
      list.append(step);
    }
    return list;
  }

  /** Of one element; without one, of the whole, with the ways to the others. */
  private problemsOf(id: string): HTMLElement[] {
    const process = this.modeler.getDefinitions().rootElements.find((each: any) => each.$type === 'bpmn:Process');
    const ofThis = this.problems.filter(problem => id ? problem.element === id : true);
    if (!ofThis.length) return [];
    const list = make('ul', 'wm-problems');
    for (const problem of ofThis) {
      const item = make('li');
      if (!id && problem.element && problem.element !== process?.id) {
        const element = this.modeler.get('elementRegistry').get(problem.element);
        item.append(button(element ? this.words(element) : problem.element, () => this.choose(problem.element), t('Show {0}', problem.element), 'wm-link'));
      }
      item.append(make('strong', '', problem.problem + '.'), make('span', '', problem.remedy));
      list.append(item);
    }
    return [list];
  }
}

function isText(input: HTMLElement): input is HTMLInputElement | HTMLTextAreaElement {
  return (input instanceof HTMLInputElement && input.type !== 'checkbox') || input instanceof HTMLTextAreaElement;
}

function isTyping(input: HTMLElement) {
  return isText(input) && input.dataset.key !== 'tester' && input.value !== input.defaultValue;
}

function timerOf(businessObject: any) {
  return (businessObject.eventDefinitions ?? []).find((definition: any) => definition.$type === 'bpmn:TimerEventDefinition');
}

function typeWords(element: any): string {
  const own: Record<string, string> = {
    'bpmn:ServiceTask': t('Stage'), 'bpmn:UserTask': t('Step for a person'), 'bpmn:SequenceFlow': t('Flow'), 'bpmn:StartEvent': t('Start'), 'bpmn:EndEvent': t('End'),
    'bpmn:ExclusiveGateway': t('Decision'), 'bpmn:InclusiveGateway': t('Decision'), 'bpmn:ParallelGateway': t('Fork or join'),
    'bpmn:IntermediateCatchEvent': t('Wait'), 'bpmn:BoundaryEvent': t('Time limit'),
  };
  return own[element.type] ?? element.type.replace('bpmn:', '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
