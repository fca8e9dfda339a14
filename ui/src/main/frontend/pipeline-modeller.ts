// Draws pipelines. The editor, which is heavy, is loaded when the element comes into a page.
import type { Editor } from './modeller/editor';

class PipelineModeller extends HTMLElement {
  xml = '';
  draftKey = '';
  copyKey = '';
  base = '';
  private editor?: Promise<Editor | undefined>;

  connectedCallback() {
    const editor = this.open(() => this.editor === editor);
    this.editor = editor;
  }

  disconnectedCallback() {
    void this.editor?.then(editor => editor?.close());
    this.editor = undefined;
  }

  /** A page sets the properties after it has put the element in, and may take it out and put it in again while the editor is loaded. */
  private async open(stillWanted: () => boolean) {
    const { Editor } = await import('./modeller/editor');
    if (!stillWanted()) return undefined;
    return new Editor(this, { xml: this.xml, draftKey: this.draftKey, copyKey: this.copyKey, base: this.base },
      (event, detail) => this.dispatchEvent(new CustomEvent(event, { detail })));
  }

  async currentXml() { return (await this.editor)?.xml(); }

  async showProblems(problems: string) { (await this.editor)?.show(JSON.parse(problems)); }

  async showTrial(number: number, trial: string) { (await this.editor)?.tried(number, JSON.parse(trial)); }

  async showLogs(logs: string) { (await this.editor)?.logs(JSON.parse(logs)); }

  async deployed() { (await this.editor)?.deployed(); }
}

customElements.define('winslow-pipeline-modeller', PipelineModeller);
