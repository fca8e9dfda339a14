// Draws pipelines. The editor, which is heavy, is loaded when the element comes into a page.
import type { Editor } from './modeller/editor';

class PipelineModeller extends HTMLElement {
  xml = '';
  draftKey = '';
  copyKey = '';
  base = '';
  private editor?: Promise<Editor>;

  connectedCallback() {
    // Properties are set after the element is in the page.
    this.editor = Promise.resolve().then(async () => {
      const { Editor } = await import('./modeller/editor');
      return new Editor(this, { xml: this.xml, draftKey: this.draftKey, copyKey: this.copyKey, base: this.base },
        (event, detail) => this.dispatchEvent(new CustomEvent(event, { detail })));
    });
  }

  disconnectedCallback() {
    void this.editor?.then(editor => editor.close());
    this.editor = undefined;
  }

  async currentXml() { return (await this.editor!).xml(); }

  async showProblems(problems: string) { (await this.editor)?.show(JSON.parse(problems)); }

  async showTrial(trial: string) { (await this.editor)?.tried(JSON.parse(trial)); }

  async deployed() { (await this.editor)?.deployed(); }
}

customElements.define('winslow-pipeline-modeller', PipelineModeller);
