// The editor: bpmn-js, the panel beside it, drafts, and the problems that the server finds while one draws.
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import { completeDrawing, fit } from '../drawing';
import { draftOf, dropDraft, keepDraft } from './drafts';
import { ownModule } from './elements';
import { button, make } from './fields';
import { Panel, Problem } from './panel';
import { Log, Tell, Tester, Trial } from './tester';
import { locale, t } from '../texts';

const PAUSE_MILLIS = 350;
const LARGEST_ZOOM = 1.1;
const PALETTE_MARGIN = 24;

export type Source = { xml: string; draftKey: string; copyKey: string; base: string };

export class Editor {
  private readonly modeler: any;
  private readonly panel: Panel;
  private readonly tester: Tester;
  private readonly notice = make('div', 'wm-notice');
  private readonly status = make('span', 'wm-status');
  private readonly file = make('input');
  private readonly undo = button(t('Undo'), () => this.modeler.get('commandStack').undo(), t('Undo (Ctrl-Z)'));
  private readonly redo = button(t('Redo'), () => this.modeler.get('commandStack').redo(), t('Redo (Ctrl-Y)'));
  private readonly resize: ResizeObserver;
  private waiting = 0;
  private moved = false;
  private base: string;
  private shown: Problem[] = [];

  constructor(private readonly host: HTMLElement, private readonly source: Source, private readonly tell: Tell) {
    this.base = source.base;
    const canvas = make('div', 'wm-canvas');
    this.modeler = new Modeler({
      container: canvas,
      additionalModules: [ownModule as any],
      bpmnRenderer: {
        defaultFillColor: 'var(--winslow-diagram-fill)', defaultStrokeColor: 'var(--winslow-diagram-stroke)', defaultLabelColor: 'var(--winslow-diagram-label)',
      },
    } as any);
    this.tester = new Tester(() => this.panel.chosen(), () => this.process().id, this.tell);
    this.panel = new Panel(this.modeler, this.tester);
    const bar = make('div', 'wm-bar');
    this.status.setAttribute('role', 'status');
    bar.append(this.undo, this.redo, button(t('Fit'), () => this.fit(), t('Show all of it')),
      button(t('Open a file'), () => this.file.click(), t('Open a BPMN file in place of this')), button(t('Download'), () => void this.download(), t('Download the draft as a BPMN file')), this.status);
    this.file.type = 'file';
    this.file.accept = '.bpmn,.xml';
    this.file.hidden = true;
    this.file.addEventListener('change', () => void this.take());
    const work = make('div', 'wm-work');
    work.append(canvas, this.panel.root);
    host.replaceChildren(this.notice, bar, work, this.file);
    this.modeler.on('import.parse.complete', 2000, ({ definitions }: any) => definitions && completeDrawing(this.modeler.get('moddle'), definitions));
    this.modeler.on('commandStack.changed', () => this.changed());
    this.resize = new ResizeObserver(() => {
      this.modeler.get('canvas').resized();
      if (!this.moved && this.modeler.getDefinitions()) this.fit();
    });
    this.resize.observe(canvas);
    for (const gesture of ['wheel', 'pointerdown']) canvas.addEventListener(gesture, () => (this.moved = true), { passive: true });
    host.addEventListener('keydown', event => this.key(event));
    void this.open();
  }

  async xml(): Promise<string> {
    if (this.host.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  deployed() {
    clearTimeout(this.waiting);
    dropDraft(this.source.draftKey);
  }

  show(problems: Problem[]) {
    const overlays = this.modeler.get('overlays');
    const canvas = this.modeler.get('canvas');
    const registry = this.modeler.get('elementRegistry');
    overlays.remove({ type: 'wm-problem' });
    for (const problem of this.shown) if (registry.get(problem.element)) canvas.removeMarker(problem.element, 'winslow-step-wrong');
    for (const id of new Set(problems.map(problem => problem.element))) {
      const element = registry.get(id);
      if (!element || element === canvas.getRootElement()) continue;
      const count = problems.filter(problem => problem.element === id).length;
      const badge = make('div', 'winslow-badge winslow-badge-wrong', '! ' + count);
      badge.title = problems.filter(problem => problem.element === id).map(problem => problem.problem + '. ' + problem.remedy).join('\n');
      overlays.add(id, 'wm-problem', { position: { top: -12, left: -8 }, html: badge });
      canvas.addMarker(id, 'winslow-step-wrong');
    }
    this.shown = problems;
    this.panel.show(problems);
  }

  tried(number: number, trial: Trial) { this.tester.show(number, trial); }

  logs(logs: Log[]) { this.tester.showLogs(logs); }

  close() {
    clearTimeout(this.waiting);
    this.resize.disconnect();
    this.tester.close();
    this.panel.close();
    this.modeler.destroy();
  }

  private async open() {
    const draft = draftOf(this.source.draftKey);
    if (draft) {
      this.base = draft.base;
      await this.load(draft.xml);
      this.offerOriginal(draft.time);
    } else {
      await this.original();
    }
  }

  private async original() {
    if (await this.load(this.source.xml) && this.source.copyKey) this.rename();
  }

  /** A copy is a pipeline of its own. */
  private rename() {
    const process = this.process();
    const name = t('Copy of {0}', process.name ?? process.id);
    this.modeler.get('modeling').updateModdleProperties(this.modeler.get('canvas').getRootElement(), process, { id: this.source.copyKey, name });
  }

  private process() { return this.modeler.getDefinitions().rootElements.find((each: any) => each.$type === 'bpmn:Process'); }

  private offerOriginal(time: number) {
    const behind = this.base === this.source.base ? '' : ' ' + t('It was begun from version {0}; by now version {1} is deployed.', this.base, this.source.base);
    this.notice.replaceChildren(make('span', '', t('This is your draft of {0}, which is not deployed.', new Date(time).toLocaleString(locale)) + behind),
      button(t('Throw it away'), async () => {
        const kept = await this.xml();
        const keptBase = this.base;
        dropDraft(this.source.draftKey);
        this.base = this.source.base;
        await this.original();
        this.notice.replaceChildren(make('span', '', t('The draft is thrown away.')), button(t('Undo'), async () => {
          this.base = keptBase;
          await this.load(kept);
          this.keep(kept);
          this.notice.replaceChildren();
        }));
      }));
  }

  /** As it is drawn now, deployed or not. */
  private async download() {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([await this.xml()], { type: 'application/xml' }));
    link.download = this.process().id + '.bpmn';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** What was drawn before can be had back; it stays, too, where the file is none that can be drawn. */
  private async take() {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    const before = this.modeler.getDefinitions() ? await this.xml() : undefined;
    const xml = await file.text();
    this.notice.replaceChildren();
    if (await this.load(xml)) {
      this.keep(xml);
      this.notice.prepend(make('span', '', t('{0} is open, as a draft.', file.name)));
      if (before === undefined) return;
      this.notice.append(button(t('Undo'), async () => {
        this.notice.replaceChildren();
        await this.load(before);
        this.keep(before);
      }));
    } else if (before !== undefined) {
      const wrong = [...this.notice.childNodes];
      await this.load(before);
      this.notice.replaceChildren(...wrong);
    }
  }

  /** False where it cannot be drawn, which is said. */
  private async load(xml: string): Promise<boolean> {
    try {
      const { warnings } = await this.modeler.importXML(xml);
      const lost = warnings.filter((warning: any) => /unparsable|unresolved/.test(warning.message));
      if (lost.length) this.notice.replaceChildren(make('span', '', t('Saved from here, this file would lose: {0}', lost.map((warning: any) => warning.message).join('; '))));
      this.fit();
      this.buttons();
      this.edited(xml);
      return true;
    } catch (error) {
      this.notice.replaceChildren(make('span', '', t('This pipeline cannot be drawn: {0}.', error instanceof Error ? error.message : String(error))));
      return false;
    }
  }

  /** All of it, beside the palette. */
  private fit() {
    fit(this.modeler.get('canvas'), LARGEST_ZOOM, (this.host.querySelector('.djs-palette')?.clientWidth ?? 0) + PALETTE_MARGIN);
  }

  private changed() {
    this.buttons();
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(async () => {
      const { xml } = await this.modeler.saveXML({ format: true });
      this.keep(xml);
      this.tester.trySoon();
      this.edited(xml);
    }, PAUSE_MILLIS);
  }

  private edited(xml: string) { this.tell('pipeline-edited', { xml, key: this.process()?.id ?? '' }); }

  private keep(xml: string) {
    const fault = keepDraft(this.source.draftKey, xml, this.base);
    this.status.textContent = fault || t('Draft kept in this browser, {0}', new Date().toLocaleTimeString(locale));
  }

  private buttons() {
    const stack = this.modeler.get('commandStack');
    this.undo.disabled = !stack.canUndo();
    this.redo.disabled = !stack.canRedo();
  }

  private key(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void this.xml().then(xml => this.keep(xml));
    }
  }
}
