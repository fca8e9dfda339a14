// The diagram of a pipeline with the state of each step. Drawn in light DOM, because diagram-js looks for its nodes in the document.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { completeDrawing, fit } from './drawing';

type Mark = { state: string; label: string };

const LARGEST_ZOOM = 1.25;

class PipelineDiagram extends HTMLElement {
  private viewer?: any;
  private source = '';
  private shown: Record<string, Mark> = {};
  private wanted: Record<string, Mark> = {};
  private looked = '';
  private outlined = '';
  private drawn = false;
  private moved = false;
  private resize?: ResizeObserver;

  connectedCallback() {
    const canvas = document.createElement('div');
    canvas.className = 'winslow-diagram-canvas';
    this.replaceChildren(canvas);
    this.viewer = new NavigatedViewer({
      container: canvas,
      bpmnRenderer: {
        defaultFillColor: 'var(--winslow-diagram-fill)',
        defaultStrokeColor: 'var(--winslow-diagram-stroke)',
        defaultLabelColor: 'var(--winslow-diagram-label)',
      },
    });
    this.viewer.on('import.parse.complete', ({ definitions }: any) => definitions && completeDrawing(this.viewer.get('moddle'), definitions));
    this.viewer.get('eventBus').on('element.click', (event: any) =>
      this.dispatchEvent(new CustomEvent('step-chosen', { detail: { id: event.element.id } })));
    canvas.addEventListener('wheel', () => (this.moved = true), { passive: true });
    canvas.addEventListener('pointermove', event => (this.moved ||= event.buttons !== 0), { passive: true });
    // The first layout of a page is not its last: fit again until the person has moved the diagram.
    this.resize = new ResizeObserver(() => {
      this.viewer?.get('canvas').resized();
      if (this.drawn && !this.moved) this.fit();
    });
    this.resize.observe(canvas);
    this.draw();
  }

  disconnectedCallback() {
    this.resize?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
    this.drawn = false;
    this.shown = {};
  }

  set xml(xml: string) {
    this.source = xml;
    this.draw();
  }

  set marks(marks: Record<string, Mark>) {
    this.wanted = marks ?? {};
    if (this.drawn) this.mark();
  }

  /** The step that the person looks at. */
  set chosen(id: string) {
    this.looked = id ?? '';
    if (this.drawn) this.outline();
  }

  private outline() {
    const registry = this.viewer.get('elementRegistry');
    const canvas = this.viewer.get('canvas');
    if (registry.get(this.outlined)) canvas.removeMarker(this.outlined, 'winslow-looked-at');
    if (registry.get(this.looked)) canvas.addMarker(this.looked, 'winslow-looked-at');
    this.outlined = this.looked;
  }

  /** Steps are reached by Tab and opened by Enter, and say how they stand. */
  private makeReachable() {
    const registry = this.viewer.get('elementRegistry');
    for (const element of registry.filter((each: any) => each.businessObject?.$instanceOf?.('bpmn:Activity') && !each.labelTarget)) {
      const shape: SVGElement = registry.getGraphics(element);
      shape.setAttribute('tabindex', '0');
      shape.setAttribute('role', 'button');
      shape.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        this.dispatchEvent(new CustomEvent('step-chosen', { detail: { id: element.id } }));
      });
      this.name(element.id);
    }
  }

  private name(id: string) {
    const registry = this.viewer.get('elementRegistry');
    const shape = registry.getGraphics(id);
    if (!shape?.hasAttribute('tabindex')) return;
    const mark = this.wanted[id];
    const words = [registry.get(id).businessObject.name || id, mark?.state, mark?.label === mark?.state ? '' : mark?.label];
    shape.setAttribute('aria-label', words.filter(Boolean).join(', '));
  }

  private async draw() {
    const viewer = this.viewer;
    if (!viewer || !this.source) return;
    this.drawn = false;
    try {
      await viewer.importXML(this.source);
    } catch (error) {
      if (viewer === this.viewer) this.dispatchEvent(new CustomEvent('diagram-failed', { detail: { message: String(error) } }));
      return;
    }
    // The page may have taken the element out, and put it in again, meanwhile.
    if (viewer !== this.viewer) return;
    this.drawn = true;
    this.shown = {};
    this.outlined = '';
    this.fit();
    this.mark();
    this.makeReachable();
    this.outline();
  }

  private fit() {
    fit(this.viewer.get('canvas'), LARGEST_ZOOM);
  }

  /** Only what differs is touched, so that a push of all marks is cheap. */
  private mark() {
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    for (const id of new Set([...Object.keys(this.shown), ...Object.keys(this.wanted)])) {
      if (!registry.get(id)) continue;
      const before = this.shown[id];
      const now = this.wanted[id];
      if (before?.state !== now?.state) {
        if (before) canvas.removeMarker(id, 'winslow-step-' + before.state);
        if (now) canvas.addMarker(id, 'winslow-step-' + now.state);
      }
      if (before?.state !== now?.state || before?.label !== now?.label) {
        this.name(id);
        overlays.remove({ element: id, type: 'winslow-badge' });
        if (now?.label) {
          const badge = document.createElement('div');
          badge.className = 'winslow-badge winslow-badge-' + now.state;
          badge.textContent = now.label;
          overlays.add(id, 'winslow-badge', { position: { top: -12, right: 26 }, html: badge });
        }
      }
    }
    this.shown = this.wanted;
  }
}

customElements.define('winslow-pipeline-diagram', PipelineDiagram);
