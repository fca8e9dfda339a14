// Extension elements as plain trees. No moddle package is registered for them, so that bpmn-js keeps every element, attribute and order as it was
// read, also what Winslow does not know.
export const WINSLOW = 'http://winslow.dev/bpmn';
export const FLOWABLE = 'http://flowable.org/bpmn';

export type Tree = { name: string; local: string; attrs: Record<string, string>; children: Tree[]; text: string; uri: string };

const ORDER = ['arg', 'env', 'require', 'progress', 'fail', 'warn', 'output', 'field'];

export function local(any: any): string { return any.$descriptor?.ns?.localName ?? ''; }

export function isWinslow(any: any, name: string): boolean { return any.$descriptor?.ns?.uri === WINSLOW && local(any) === name; }

function read(any: any): Tree {
  const attrs: Record<string, string> = {};
  for (const [key, value] of Object.entries(any)) {
    if (!key.startsWith('$') && typeof value === 'string') attrs[key] = value;
  }
  return {
    name: any.$type, local: local(any), attrs, children: (any.$children ?? []).map(read), text: any.$body ?? '', uri: any.$descriptor?.ns?.uri,
  };
}

function write(moddle: any, tree: Tree): any {
  const any = moddle.createAny(tree.name, tree.uri, { ...tree.attrs });
  if (tree.text) any.$body = tree.text;
  if (tree.children.length) {
    any.$children = tree.children.map(child => write(moddle, child));
    for (const child of any.$children) child.$parent = any;
  }
  return any;
}

export function tree(prefix: string, name: string, attrs: Record<string, string> = {}, text = ''): Tree {
  return { name: prefix ? prefix + ':' + name : name, local: name, attrs, children: [], text, uri: WINSLOW };
}

/** The winslow elements of this name within the extension elements, as copies that may be changed. */
export function extensions(businessObject: any, name: string): Tree[] {
  return (businessObject.extensionElements?.values ?? []).filter((any: any) => isWinslow(any, name)).map(read);
}

/** Puts these in the place of the winslow elements of this name, as one step that can be undone. */
export function setExtensions(modeler: any, element: any, businessObject: any, name: string, trees: Tree[]) {
  const moddle = modeler.get('moddle');
  const modeling = modeler.get('modeling');
  const fresh = trees.map(each => write(moddle, each));
  const holder = businessObject.extensionElements;
  if (!holder) {
    const created = moddle.create('bpmn:ExtensionElements', { values: fresh });
    created.$parent = businessObject;
    for (const any of fresh) any.$parent = created;
    modeling.updateModdleProperties(element, businessObject, { extensionElements: created });
    return;
  }
  const values: any[] = holder.values ?? [];
  const first = values.findIndex(any => isWinslow(any, name));
  const others = values.filter(any => !isWinslow(any, name));
  const at = first < 0 ? others.length : first;
  for (const any of fresh) any.$parent = holder;
  modeling.updateModdleProperties(element, holder, { values: [...others.slice(0, at), ...fresh, ...others.slice(at)] });
}

/** For a new element, before it is in the diagram. */
export function attach(moddle: any, businessObject: any, content: Tree) {
  const any = write(moddle, content);
  businessObject.extensionElements = moddle.create('bpmn:ExtensionElements', { values: [any] });
  businessObject.extensionElements.$parent = businessObject;
  any.$parent = businessObject.extensionElements;
}

export function childrenOf(parent: Tree, name: string): Tree[] { return parent.children.filter(child => child.local === name); }

/** Where the schema wants it: after its like, and after what comes before its kind. */
export function addChild(parent: Tree, child: Tree) {
  const rank = ORDER.indexOf(child.local);
  const after = parent.children.findLastIndex(each => ORDER.indexOf(each.local) <= rank);
  parent.children.splice(after + 1, 0, child);
}

export function setAttr(of: Tree, name: string, value: string) {
  if (value === '') delete of.attrs[name];
  else of.attrs[name] = value;
}

/** The prefix by which this file names a namespace; declared where it has none. */
export function prefixOf(definitions: any, uri: string, usual: string): string {
  const declared = Object.entries(definitions.$attrs).find(([key, value]) => key.startsWith('xmlns:') && value === uri);
  if (declared) return declared[0].slice('xmlns:'.length);
  definitions.$attrs['xmlns:' + usual] = uri;
  return usual;
}
