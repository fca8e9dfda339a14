// The beginning of a file that is text: a table with a chart, JSON that can be folded, or the text as it is.
import { TablePreview } from './table';
import { GeoPreview } from './geo';
import { featuresOf } from './geo-shapes';
import { jsonTree } from './json-tree';
import { t } from '../texts';

const style = `
:host { display: block; min-width: 0; }
.note { margin: 0 0 .5rem; color: var(--vaadin-text-color-secondary); }
.map { margin: .3rem 0 .8rem; border: 1px solid var(--vaadin-border-color-secondary, #8883); border-radius: 8px; overflow: hidden; background: light-dark(#f7f9fc, #161b24); }
.map svg { display: block; } .map [data-feature] { cursor: pointer; stroke: light-dark(#1d56d0, #8db2ff); stroke-width: 1.6; vector-effect: non-scaling-stroke; fill: none; }
.map .area { fill: light-dark(#1d56d0, #8db2ff); fill-opacity: .14; } .map .point { fill: light-dark(#1d56d0, #8db2ff); fill-opacity: .7; stroke-width: 0; }
.map .chosen { stroke: light-dark(#c2410c, #ffb27a); stroke-width: 3.5; } .map .point.chosen { fill: light-dark(#c2410c, #ffb27a); fill-opacity: 1; }
winslow-geo-preview { display: block; margin-bottom: 1rem; } winslow-geo-preview p { margin: 0; }
pre, .tree { margin: 0; max-height: 60vh; overflow: auto; font: 12.5px/1.5 ui-monospace, 'JetBrains Mono', Menlo, 'DejaVu Sans Mono', monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: -2px; }
.tree details > :not(summary) { padding-left: 1.2em; } .tree summary { cursor: pointer; padding: 3px 0; } .tree button { min-height: 24px; }
.key { color: light-dark(#1d4fb8, #8db2ff); } .string { color: light-dark(#176b3a, #74d99f); overflow-wrap: anywhere; } .value { color: light-dark(#8a5200, #f2bd5e); }
.many { color: var(--vaadin-text-color-secondary); }`;

class TextPreview extends HTMLElement {
  kind = 'text';
  size = 0;
  private address = '';

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style><p class="note" role="status"></p>`;
    this.note(t('Loading …'));
  }

  set src(address: string) {
    this.address = address;
    this.load();
  }

  private async load() {
    const address = this.address;
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error();
      const whole = this.size <= Number(answer.headers.get('X-Beginning') ?? Infinity);
      const text = await answer.text();
      if (address === this.address) this.show(text, whole);
    } catch {
      this.note(t('It cannot be read now. Try again, or download it.'));
    }
  }

  private show(text: string, whole: boolean) {
    const cut = whole ? '' : t('It is large; this is its beginning.');
    this.note(cut);
    if (this.kind === 'table') {
      const table = new TablePreview();
      this.shadowRoot!.append(table);
      table.show(whole ? text : text.slice(0, text.lastIndexOf('\n')));
    } else if (this.kind === 'json' && whole) {
      this.json(text);
    } else {
      this.plain(text);
    }
  }

  private json(text: string) {
    try {
      const value = JSON.parse(text) as unknown;
      this.shapes(value);
      this.shadowRoot!.append(jsonTree(value));
    } catch {
      this.note(t('It is no valid JSON; this is its text.'));
      this.plain(text);
    }
  }

  private shapes(value: unknown) {
    const features = featuresOf(value);
    if (!features) return;
    const shapes = new GeoPreview();
    try {
      shapes.show(features);
      this.shadowRoot!.append(shapes);
    } catch {
      this.note(t('It looks like GeoJSON, but its shapes cannot be drawn.'));
    }
  }

  private plain(text: string) {
    const block = document.createElement('pre');
    block.tabIndex = 0;
    block.textContent = text;
    this.shadowRoot!.append(block);
  }

  private note(words: string) {
    this.shadowRoot!.querySelector('.note')!.textContent = words;
    (this.shadowRoot!.querySelector('.note') as HTMLElement).hidden = !words;
  }
}

customElements.define('winslow-text-preview', TextPreview);
