// Makes the elements that a pipeline is made of, and nothing else: what cannot be drawn need not be refused.
import { attach, FLOWABLE, prefixOf, tree, WINSLOW, extensions } from './trees';
import { later, t } from '../texts';

export type Kind = 'stage' | 'task' | 'choice' | 'fork' | 'timer' | 'start' | 'end';

export const KINDS: Record<Kind, { type: string; icon: string; words: string; name: string }> = {
  start: { type: 'bpmn:StartEvent', icon: 'bpmn-icon-start-event-none', words: later('Start'), name: '' },
  stage: { type: 'bpmn:ServiceTask', icon: 'bpmn-icon-service-task', words: later('Stage'), name: later('New stage') },
  task: { type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task', words: later('Step for a person'), name: later('New step') },
  choice: { type: 'bpmn:ExclusiveGateway', icon: 'bpmn-icon-gateway-xor', words: later('Decision'), name: '' },
  fork: { type: 'bpmn:ParallelGateway', icon: 'bpmn-icon-gateway-parallel', words: later('Fork or join'), name: '' },
  timer: { type: 'bpmn:IntermediateCatchEvent', icon: 'bpmn-icon-intermediate-event-catch-timer', words: later('Wait'), name: '' },
  end: { type: 'bpmn:EndEvent', icon: 'bpmn-icon-end-event-none', words: later('End'), name: '' },
};

export function create(modeler: any, kind: Kind): any {
  const { type, name } = KINDS[kind];
  const options = kind === 'timer' ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {};
  const shape = modeler.get('elementFactory').createShape({ type, ...options });
  const businessObject = shape.businessObject;
  const moddle = modeler.get('moddle');
  const definitions = modeler.getDefinitions();
  if (name) businessObject.name = t(name);
  if (kind === 'stage') {
    const flowable = prefixOf(definitions, FLOWABLE, 'flowable');
    businessObject.set(flowable + ':type', 'external-worker');
    businessObject.set(flowable + ':topic', 'cpu');
    attach(moddle, businessObject, tree(prefixOf(definitions, WINSLOW, 'winslow'), 'stage', { image: usualImage(modeler), retries: '1' }));
  } else if (kind === 'task') {
    attach(moddle, businessObject, tree(prefixOf(definitions, WINSLOW, 'winslow'), 'task', { form: 'form' }));
  } else if (kind === 'timer') {
    setDuration(moddle, businessObject.eventDefinitions[0], 'PT1M');
  }
  return shape;
}

/** A timer at the edge of a step: what leads on from it is what happens where the step takes too long. */
export function addLimit(modeler: any, step: any): any {
  const limit = modeler.get('elementFactory').createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' });
  limit.businessObject.name = t('Takes too long');
  setDuration(modeler.get('moddle'), limit.businessObject.eventDefinitions[0], 'PT1H');
  return modeler.get('modeling').createShape(limit, { x: step.x + step.width / 2, y: step.y + step.height }, step, { attach: true });
}

export function setDuration(moddle: any, timer: any, duration: string) {
  timer.timeDuration = moddle.create('bpmn:FormalExpression', { body: duration });
  timer.timeDuration.$parent = timer;
}

function usualImage(modeler: any): string {
  const stages = modeler.get('elementRegistry').filter((element: any) => element.type === 'bpmn:ServiceTask');
  return stages.flatMap((stage: any) => extensions(stage.businessObject, 'stage')).map((stage: any) => stage.attrs.image).find(Boolean) ?? 'winslow/tracker:1';
}

class OwnPalette {
  static $inject = ['palette', 'create', 'spaceTool', 'lassoTool', 'handTool', 'globalConnect', 'injector'];
  constructor(palette: any, private readonly drag: any, private readonly space: any, private readonly lasso: any, private readonly hand: any,
    private readonly connect: any, private readonly injector: any) {
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const entries: Record<string, any> = {
      hand: tool('bpmn-icon-hand-tool', t('Move the drawing'), event => this.hand.activateHand(event)),
      lasso: tool('bpmn-icon-lasso-tool', t('Choose several'), event => this.lasso.activateSelection(event)),
      space: tool('bpmn-icon-space-tool', t('Make room'), event => this.space.activateSelection(event)),
      connect: tool('bpmn-icon-connection-multi', t('Connect'), event => this.connect.start(event)),
      separator: { group: 'tools', separator: true },
    };
    for (const [kind, { icon, words }] of Object.entries(KINDS)) {
      const start = (event: any) => this.drag.start(event, create(modelerOf(this.injector), kind as Kind));
      entries[kind] = { group: 'elements', className: icon, title: t(words), action: { dragstart: start, click: start } };
    }
    return entries;
  }
}

class OwnContextPad {
  static $inject = ['contextPad', 'autoPlace', 'create', 'connect', 'modeling', 'injector'];
  constructor(contextPad: any, private readonly autoPlace: any, private readonly drag: any, private readonly connector: any,
    private readonly modeling: any, private readonly injector: any) {
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element: any) {
    const entries: Record<string, any> = {};
    if (leadsOn(element)) {
      for (const kind of ['stage', 'task', 'choice', 'fork', 'end'] as Kind[]) {
        entries['append-' + kind] = {
          group: 'model', className: KINDS[kind].icon, title: t('Then: {0}', t(KINDS[kind].words)),
          action: {
            click: () => this.autoPlace.append(element, create(modelerOf(this.injector), kind)),
            dragstart: (event: any) => this.drag.start(event, create(modelerOf(this.injector), kind), { source: element }),
          },
        };
      }
      const connect = (event: any) => this.connector.start(event, element);
      entries.connect = { group: 'connect', className: 'bpmn-icon-connection-multi', title: t('Connect'), action: { click: connect, dragstart: connect } };
    }
    return { ...entries, ...this.remove([element]) };
  }

  getMultiElementContextPadEntries(elements: any[]) { return this.remove(elements); }

  private remove(elements: any[]) {
    return { delete: { group: 'edit', className: 'bpmn-icon-trash', title: t('Remove'), action: { click: () => this.modeling.removeElements([...elements]) } } };
  }
}

export function leadsOn(element: any): boolean {
  return Boolean(element.businessObject?.$instanceOf?.('bpmn:FlowNode')) && element.type !== 'bpmn:EndEvent' && element.type !== 'label';
}

function modelerOf(injector: any) { return injector.get('bpmnjs'); }

function tool(className: string, title: string, start: (event: any) => void) {
  return { group: 'tools', className, title, action: { click: start } };
}

export const ownModule = {
  __init__: ['paletteProvider', 'contextPadProvider'],
  paletteProvider: ['type', OwnPalette],
  contextPadProvider: ['type', OwnContextPad],
};
