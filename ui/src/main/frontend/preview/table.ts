// A table of separated values, and a chart of two of its columns.
import { drawChart } from './chart';
import { t } from '../texts';

const ROWS_AT_ONCE = 200;

const style = `
:host { display: block; min-width: 0; }
.choice { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 .4rem; }
select { font: inherit; color: inherit; background: light-dark(#fff, #232831); border: 1px solid #8886; border-radius: 6px; padding: 3px 6px; max-width: 12rem; }
.chart { margin-bottom: .8rem; color: var(--vaadin-text-color-secondary); }
.rows { max-height: 46vh; overflow: auto; border: 1px solid var(--vaadin-border-color-secondary, #8883); border-radius: 8px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92em; min-width: 100%; }
th, td { padding: .25rem .6rem; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--vaadin-border-color-secondary, #8883); }
th { position: sticky; top: 0; background: light-dark(#f3f5f9, #232831); }
td.number, th.number { text-align: right; }
tr[aria-selected=true] td { background: light-dark(#e6eeff, #24365f); }
button { font: inherit; margin: .4rem; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: -2px; }`;

export class TablePreview extends HTMLElement {
  private rows: string[][] = [];
  private head: string[] = [];
  private numeric: number[] = [];
  private readonly box = document.createElement('div');
  private readonly table = document.createElement('table');
  private readonly more = document.createElement('button');
  private onChoice?: (row: number) => void;

  show(text: string) {
    const all = parse(text);
    this.draw(all[0] ?? [], all.slice(1), true);
  }

  /** Without a chart; calls with the number of a row that is clicked, or chosen with Enter. */
  showRows(head: string[], rows: string[][], chosen: (row: number) => void) {
    this.onChoice = chosen;
    this.draw(head, rows, false);
    const rowOf = (event: Event) => (event.target as HTMLElement).closest('tr');
    const body = this.body;
    body.addEventListener('click', event => {
      const row = rowOf(event);
      if (row) chosen(row.sectionRowIndex);
    });
    body.addEventListener('keydown', event => {
      const row = rowOf(event);
      if (row && this.key(event.key, row.sectionRowIndex)) event.preventDefault();
    });
  }

  /** Marks a row and brings it into view. */
  choose(row: number) {
    while (this.body.rows.length <= row && this.left > 0) this.addRows();
    for (const each of this.body.rows) each.ariaSelected = String(each.sectionRowIndex === row);
    this.body.rows[row]?.scrollIntoView({ block: 'nearest' });
    this.reach(row);
  }

  private get body() { return this.table.tBodies[0]; }

  private get left() { return this.rows.length - this.body.rows.length; }

  private key(key: string, row: number) {
    const last = this.body.rows.length - 1;
    const to = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: last }[key];
    if (to !== undefined) {
      this.reach(Math.max(0, Math.min(last, to)));
      this.body.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    } else if (key === 'Enter' || key === ' ') this.onChoice?.(row);
    return to !== undefined || key === 'Enter' || key === ' ';
  }

  /** One row of all is reached with the tabulator. */
  private reach(row: number) {
    if (!this.body.rows[row]) return;
    for (const each of this.body.rows) each.tabIndex = each.sectionRowIndex === row ? 0 : -1;
  }

  private draw(head: string[], rows: string[][], chart: boolean) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.head = head;
    this.rows = rows;
    this.numeric = this.head.map((_, index) => index).filter(index => this.isNumeric(index));
    root.innerHTML = `<style>${style}</style>`;
    if (chart && this.numeric.length >= 2) this.addChart(root);
    this.addTable(root);
  }

  private isNumeric(column: number) {
    const sample = this.rows.slice(0, 200).map(row => row[column] ?? '').filter(Boolean);
    return sample.length > 0 && sample.every(value => value.trim() !== '' && isFinite(Number(value)));
  }

  private addChart(root: ShadowRoot) {
    const choice = document.createElement('div');
    choice.className = 'choice';
    const chart = document.createElement('div');
    chart.className = 'chart';
    const x = this.select(t('Across'), this.numeric[0]);
    const y = this.select(t('Upwards'), this.numeric[1]);
    const draw = () => drawChart(chart, this.rows.map(row => [Number(row[+x.value]), Number(row[+y.value])]), this.head[+x.value], this.head[+y.value]);
    for (const field of [y, x]) {
      field.addEventListener('change', draw);
      choice.append(field.parentElement!);
    }
    root.append(choice, chart);
    new ResizeObserver(draw).observe(chart);
  }

  private select(words: string, chosen: number) {
    const label = document.createElement('label');
    const field = document.createElement('select');
    for (const index of this.numeric) field.append(new Option(this.head[index] || t('column {0}', index + 1), String(index), false, index === chosen));
    label.append(words + ' ', field);
    return field;
  }

  private addTable(root: ShadowRoot) {
    this.box.className = 'rows';
    this.table.innerHTML = '<thead><tr></tr></thead><tbody></tbody>';
    this.head.forEach((name, index) => this.table.tHead!.rows[0].append(this.cell('th', name, index)));
    if (this.onChoice) this.table.setAttribute('role', 'grid');
    else this.box.tabIndex = 0;
    this.more.onclick = () => this.addRows();
    this.box.replaceChildren(this.table, this.more);
    root.append(this.box);
    this.addRows();
    if (this.onChoice) this.reach(0);
  }

  private addRows() {
    const from = this.body.rows.length;
    for (const row of this.rows.slice(from, from + ROWS_AT_ONCE)) {
      const line = this.body.insertRow();
      if (this.onChoice) {
        line.tabIndex = -1;
        line.ariaSelected = 'false';
      }
      this.head.forEach((_, index) => line.append(this.cell('td', row[index] ?? '', index)));
    }
    this.more.textContent = t('{0} rows more', this.left);
    this.more.hidden = this.left <= 0;
  }

  private cell(kind: 'th' | 'td', text: string, column: number) {
    const cell = document.createElement(kind);
    cell.textContent = text;
    if (this.numeric.includes(column)) cell.className = 'number';
    return cell;
  }
}

/** Commas, semicolons or tabs, whichever the first line has most of; quotes as spreadsheets write them. */
function parse(text: string): string[][] {
  const first = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  const separator = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const each = text[at];
    if (quoted) {
      if (each !== '"') cell += each;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (each === '"') quoted = true;
    else if (each === separator) {
      row.push(cell);
      cell = '';
    } else if (each === '\n') {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else if (each !== '\r') cell += each;
  }
  if (cell || row.length > 0) rows.push([...row, cell]);
  return rows;
}

customElements.define('winslow-table-preview', TablePreview);
