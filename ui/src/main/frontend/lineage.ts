// Where a file comes from and what was made from it: boxes in columns, each right of what it came from, and arrows. What is chosen is told of below.
type Box = { id: string; kind: string; title: string; about: string; column: number; chosen: boolean; facts: { name: string; value: string }[]; ways: { words: string; address: string }[] };
type Arrow = { from: string; to: string };

const WIDTH = 208, HEIGHT = 58, ACROSS = 76, DOWN = 16, EDGE = 12;
const SVG = 'http://www.w3.org/2000/svg';

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name = '', text = '') => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};

class Lineage extends HTMLElement {
  arrows: Arrow[] = [];
  private all: Box[] = [];
  private readonly canvas = make('div', 'winslow-lineage-canvas');
  private readonly told = make('section', 'winslow-panel winslow-lineage-told');

  set boxes(boxes: Box[]) {
    this.all = boxes;
    this.draw();
  }

  get boxes() {
    return this.all;
  }

  connectedCallback() {
    if (this.firstChild) return;
    const frame = make('div', 'winslow-panel winslow-lineage-frame');
    frame.append(this.canvas);
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    this.told.setAttribute('aria-live', 'polite');
    this.append(frame, this.told);
    this.draw();
  }

  private draw() {
    if (!this.isConnected || !this.all.length) return;
    const places = this.places();
    const columns = Math.max(...this.all.map(box => box.column)) + 1;
    const rows = Math.max(...[...places.values()]) + 1;
    this.canvas.style.width = `${columns * (WIDTH + ACROSS) - ACROSS + 2 * EDGE}px`;
    this.canvas.style.height = `${rows * (HEIGHT + DOWN) - DOWN + 2 * EDGE}px`;
    const lines = document.createElementNS(SVG, 'svg');
    lines.setAttribute('aria-hidden', 'true');
    const byId = new Map(this.all.map(box => [box.id, box]));
    for (const arrow of this.arrows) {
      const from = byId.get(arrow.from), to = byId.get(arrow.to);
      if (from && to) lines.append(this.line(from, to, places));
    }
    const buttons = [...this.all].sort((a, b) => a.column - b.column || places.get(a.id)! - places.get(b.id)!).map(box => this.button(box, places.get(box.id)!));
    this.canvas.replaceChildren(lines, ...buttons);
    const chosen = this.all.find(box => box.chosen);
    if (chosen) this.tell(chosen);
    requestAnimationFrame(() => this.canvas.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' }));
  }

  /** In each column as near as may be to what the boxes came from, so that few lines cross. */
  private places() {
    const places = new Map<string, number>();
    const columns: Box[][] = [];
    for (const box of this.all) (columns[box.column] ??= []).push(box);
    for (const column of columns.filter(Boolean)) {
      const wish = (box: Box) => {
        const before = this.arrows.filter(arrow => arrow.to === box.id && places.has(arrow.from)).map(arrow => places.get(arrow.from)!);
        return before.length ? before.reduce((a, b) => a + b, 0) / before.length : 0;
      };
      column.map(box => ({ box, at: wish(box) })).sort((a, b) => a.at - b.at).forEach(({ box }, row) => places.set(box.id, row));
    }
    return places;
  }

  private line(from: Box, to: Box, places: Map<string, number>) {
    const x1 = EDGE + from.column * (WIDTH + ACROSS) + WIDTH, x2 = EDGE + to.column * (WIDTH + ACROSS);
    const y = (box: Box) => EDGE + places.get(box.id)! * (HEIGHT + DOWN) + HEIGHT / 2;
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', `M${x1} ${y(from)}C${x1 + ACROSS / 2} ${y(from)} ${x2 - ACROSS / 2} ${y(to)} ${x2 - 5} ${y(to)}m-5-4l5 4-5 4`);
    return path;
  }

  private button(box: Box, row: number) {
    const button = make('button', `winslow-lineage-box winslow-lineage-${box.kind}`);
    button.type = 'button';
    button.style.left = `${EDGE + box.column * (WIDTH + ACROSS)}px`;
    button.style.top = `${EDGE + row * (HEIGHT + DOWN)}px`;
    button.append(make('span', 'winslow-lineage-title', box.title), make('span', 'winslow-lineage-about', box.about));
    button.title = box.title;
    button.disabled = box.kind === 'more';
    button.setAttribute('aria-pressed', String(box.chosen));
    button.onclick = () => {
      this.canvas.querySelectorAll('button').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
      this.tell(box);
    };
    return button;
  }

  private tell(box: Box) {
    const facts = make('dl');
    for (const fact of box.facts) facts.append(make('dt', '', fact.name), make('dd', '', fact.value));
    const ways = make('div', 'winslow-bar');
    for (const way of box.ways) {
      const link = make('a', '', way.words);
      link.href = new URL(way.address, document.baseURI).href;
      if (way.address.startsWith('page/')) link.setAttribute('router-ignore', '');
      ways.append(link);
    }
    this.told.replaceChildren(make('h2', '', box.title), facts, ways);
  }
}

customElements.define('winslow-lineage', Lineage);
