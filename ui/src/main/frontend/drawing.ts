// Draws what a file does not draw: pipelines that were written by hand have stages without a place in the diagram, or no diagram at all.
type Box = { x: number; y: number; width: number; height: number };

const MARGIN = 24;
const COLUMN = 170;
const ROW = 120;

/** Shows all of a drawing, in the middle of what is free of its canvas: without `left` pixels at its left edge, and no larger than `largest` times its size. */
export function fit(canvas: any, largest: number, left = 0) {
  const { clientWidth, clientHeight } = canvas.getContainer();
  const width = clientWidth - left - 2 * MARGIN;
  const height = clientHeight - 2 * MARGIN;
  // Hidden, or not laid out yet.
  if (width <= 0 || height <= 0) return;
  canvas.zoom('fit-viewport');
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(largest, width / inner.width, height / inner.height);
  canvas.viewbox({
    x: inner.x - (left + MARGIN + (width - inner.width * zoom) / 2) / zoom,
    y: inner.y - (MARGIN + (height - inner.height * zoom) / 2) / zoom,
    width: outer.width / zoom,
    height: outer.height / zoom,
  });
}

/** Gives every step and flow of the process a place; those that have one keep it. */
export function completeDrawing(moddle: any, definitions: any) {
  const process = definitions.rootElements.find((each: any) => each.$type === 'bpmn:Process');
  if (!process || definitions.rootElements.some((each: any) => each.$type === 'bpmn:Collaboration')) return;
  const plane = planeOf(moddle, definitions, process);
  const drawn = new Map<any, any>(plane.get('planeElement').map((di: any) => [di.bpmnElement, di]));
  const elements: any[] = process.flowElements ?? [];
  const nodes = elements.filter(element => element.$instanceOf('bpmn:FlowNode'));
  const flows = elements.filter(element => element.$type === 'bpmn:SequenceFlow' && element.sourceRef && element.targetRef);
  const missing = nodes.filter(node => !drawn.has(node));
  const places = missing.length === nodes.length ? layered(nodes, flows) : below(missing, [...drawn.values()]);
  for (const node of missing) {
    const bounds = moddle.create('dc:Bounds', places.get(node));
    add(plane, drawn, node, moddle.create('bpmndi:BPMNShape', { id: node.id + '_di', bpmnElement: node, bounds }), bounds);
  }
  for (const flow of flows.filter(each => !drawn.has(each))) {
    const from = drawn.get(flow.sourceRef)?.bounds;
    const to = drawn.get(flow.targetRef)?.bounds;
    if (!from || !to) continue;
    const waypoint = way(from, to).map(point => moddle.create('dc:Point', point));
    add(plane, drawn, flow, moddle.create('bpmndi:BPMNEdge', { id: flow.id + '_di', bpmnElement: flow, waypoint }), ...waypoint);
  }
}

function planeOf(moddle: any, definitions: any, process: any) {
  const diagrams = definitions.get('diagrams');
  if (!diagrams.length) {
    const plane = moddle.create('bpmndi:BPMNPlane', { id: 'plane_di', bpmnElement: process });
    const diagram = moddle.create('bpmndi:BPMNDiagram', { id: 'diagram_di', plane });
    plane.$parent = diagram;
    diagram.$parent = definitions;
    diagrams.push(diagram);
  }
  return diagrams[0].plane;
}

function add(plane: any, drawn: Map<any, any>, element: any, di: any, ...parts: any[]) {
  for (const part of parts) part.$parent = di;
  di.$parent = plane;
  plane.get('planeElement').push(di);
  drawn.set(element, di);
}

/** Columns in the order of the flow, as far as loops allow. */
function layered(nodes: any[], flows: any[]): Map<any, Box> {
  const column = new Map<any, number>();
  const visit = (node: any, depth: number, path: Set<any>) => {
    if (path.has(node) || (column.get(node) ?? -1) >= depth) return;
    column.set(node, depth);
    const further = new Set(path).add(node);
    for (const flow of flows) if (flow.sourceRef === node) visit(flow.targetRef, depth + 1, further);
  };
  for (const node of nodes) if (node.$type === 'bpmn:StartEvent') visit(node, 0, new Set());
  const columns = new Map<number, any[]>();
  for (const node of nodes) {
    const number = column.get(node) ?? 0;
    columns.set(number, [...(columns.get(number) ?? []), node]);
  }
  const places = new Map<any, Box>();
  for (const [number, members] of columns) {
    members.forEach((node, index) => places.set(node, box(node, 170 + number * COLUMN, 300 + (index - (members.length - 1) / 2) * ROW)));
  }
  return places;
}

function below(nodes: any[], drawn: any[]): Map<any, Box> {
  const bounds: Box[] = drawn.map(di => di.bounds).filter(Boolean);
  const bottom = Math.max(...bounds.map(each => each.y + each.height));
  const left = Math.min(...bounds.map(each => each.x));
  return new Map(nodes.map((node, index) => [node, box(node, left + 60 + index * COLUMN, bottom + 90)]));
}

function box(node: any, x: number, y: number): Box {
  const [width, height] = node.$instanceOf('bpmn:Event') ? [36, 36] : node.$instanceOf('bpmn:Gateway') ? [50, 50] : [120, 80];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function way(from: Box, to: Box) {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (end.x >= start.x) {
    const middle = (start.x + end.x) / 2;
    return start.y === end.y ? [start, end] : [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  }
  const under = Math.max(from.y + from.height, to.y + to.height) + 40;
  const back = { x: from.x + from.width / 2, y: from.y + from.height };
  const into = { x: to.x + to.width / 2, y: to.y + to.height };
  return [back, { x: back.x, y: under }, { x: into.x, y: under }, into];
}
