// A table of separated values, and a chart of two of its columns.
import { drawChart } from './chart';

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
button { font: inherit; margin: .4rem; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: -2px; }`;

export class TablePreview extends HTMLElement {
  private rows: string[][] = [];
  private head: string[] = [];
  private numeric: number[] = [];

  show(text: string) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const all = parse(text);
    this.head = all[0] ?? [];
    this.rows = all.slice(1);
    this.numeric = this.head.map((_, index) => index).filter(index => this.isNumeric(index));
    root.innerHTML = `<style>${style}</style>`;
    if (this.numeric.length >= 2) this.addChart(root);
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
    const x = this.select('Across', this.numeric[0]);
    const y = this.select('Upwards', this.numeric[1]);
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
    for (const index of this.numeric) field.append(new Option(this.head[index] || `column ${index + 1}`, String(index), false, index === chosen));
    label.append(words + ' ', field);
    return field;
  }

  private addTable(root: ShadowRoot) {
    const box = document.createElement('div');
    box.className = 'rows';
    box.tabIndex = 0;
    const table = document.createElement('table');
    table.innerHTML = '<thead><tr></tr></thead><tbody></tbody>';
    this.head.forEach((name, index) => table.tHead!.rows[0].append(this.cell('th', name, index)));
    box.append(table);
    root.append(box);
    this.addRows(box, table.tBodies[0], 0);
  }

  private addRows(box: HTMLElement, body: HTMLTableSectionElement, from: number) {
    for (const row of this.rows.slice(from, from + ROWS_AT_ONCE)) {
      const line = body.insertRow();
      this.head.forEach((_, index) => line.append(this.cell('td', row[index] ?? '', index)));
    }
    const left = this.rows.length - from - ROWS_AT_ONCE;
    if (left <= 0) return;
    const more = document.createElement('button');
    more.textContent = `${left.toLocaleString()} rows more`;
    more.addEventListener('click', () => {
      more.remove();
      this.addRows(box, body, from + ROWS_AT_ONCE);
    });
    box.append(more);
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
