// The beginning of a file that is text: a table with a chart, JSON that can be folded, or the text as it is.
import { TablePreview } from './table';
import { jsonTree } from './json-tree';

const style = `
:host { display: block; min-width: 0; }
.note { margin: 0 0 .5rem; color: var(--vaadin-text-color-secondary); }
pre, .tree { margin: 0; max-height: 60vh; overflow: auto; font: 12.5px/1.5 ui-monospace, 'JetBrains Mono', Menlo, 'DejaVu Sans Mono', monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: -2px; }
.tree details > :not(summary) { padding-left: 1.2em; } .tree summary { cursor: pointer; }
.key { color: light-dark(#1d4fb8, #8db2ff); } .string { color: light-dark(#176b3a, #74d99f); overflow-wrap: anywhere; } .value { color: light-dark(#8a5200, #f2bd5e); }
.many { color: var(--vaadin-text-color-secondary); }`;

class TextPreview extends HTMLElement {
  kind = 'text';
  size = 0;
  private address = '';

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style><p class="note" role="status">Loading …</p>`;
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
      this.note('It cannot be read now. Try again, or download it.');
    }
  }

  private show(text: string, whole: boolean) {
    const cut = whole ? '' : 'It is large; this is its beginning.';
    this.note(cut);
    if (this.kind === 'table') {
      const table = new TablePreview();
      this.shadowRoot!.append(table);
      table.show(whole ? text : text.slice(0, text.lastIndexOf('\n')));
    } else if (this.kind === 'json' && whole) {
      try {
        this.shadowRoot!.append(jsonTree(JSON.parse(text)));
      } catch {
        this.note('It is no valid JSON; this is its text.');
        this.plain(text);
      }
    } else {
      this.plain(text);
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
