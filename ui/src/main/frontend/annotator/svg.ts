const NAMESPACE = 'http://www.w3.org/2000/svg';

export function svg(name: string, attributes: Record<string, string | number> = {}, ...children: Node[]): SVGElement {
  const element = document.createElementNS(NAMESPACE, name) as SVGElement;
  set(element, attributes);
  element.append(...children);
  return element;
}

export function set(element: Element, attributes: Record<string, string | number>) {
  for (const [key, value] of Object.entries(attributes)) {
    const text = String(value);
    if (element.getAttribute(key) !== text) element.setAttribute(key, text);
  }
}

/** Elements that are kept over redraws by their key, or a drag would lose the focus. */
export class Keyed {
  private readonly elements = new Map<string, SVGElement>();

  constructor(readonly group: SVGElement, private readonly make: (key: string) => SVGElement) {}

  /** Makes what is new, and removes what is not among the keys. */
  keep(keys: string[]) {
    const wanted = new Set(keys);
    for (const [key, element] of this.elements) {
      if (!wanted.has(key)) {
        element.remove();
        this.elements.delete(key);
      }
    }
    for (const key of keys) {
      if (this.elements.has(key)) continue;
      const element = this.make(key);
      this.elements.set(key, element);
      this.group.append(element);
    }
  }

  get(key: string) { return this.elements.get(key)!; }
}
