import { later, t } from '../texts';
export type Tool = 'select' | 'point' | 'lane' | 'line' | 'region' | 'measure';

export const tools: { tool: Tool; label: string; key: string; icon: string; hint: string }[] = [
  { tool: 'select', label: later('Select'), key: 'v', icon: 'M5 3l13 7-6 1.5L9 18z', hint: later('Click what you want to change; drag the frame to move it') },
  { tool: 'point', label: later('Point'), key: 'p', icon: 'M12 3v6M12 15v6M3 12h6M15 12h6M12 8a4 4 0 1 0 .01 0', hint: later('Click a spot that keeps still: a road marking, a manhole, a corner of a kerb') },
  { tool: 'lane', label: later('Lane'), key: 'l', icon: 'M4 20C8 16 6 9 12 8s5-3 8-4M4 20h.01M20 4h.01', hint: later('Click along the middle of a lane; a double click or E ends it') },
  { tool: 'line', label: later('Counting line'), key: 'c', icon: 'M4 19L20 5M2 17l4 4M18 3l4 4', hint: later('Click both ends of a line across the road') },
  { tool: 'region', label: later('Region'), key: 'r', icon: 'M4 8l8-4 8 5-3 10-11 1z', hint: later('Click the corners of an area; a double click or E ends it') },
  { tool: 'measure', label: later('Measure'), key: 'm', icon: 'M3 15L15 3l6 6L9 21zM8 10l2 2M11 7l3 3M5 13l3 3', hint: later('Click both ends of a known distance, then say how many metres it is') },
];

export const acts: { act: string; label: string; title: string; icon: string }[] = [
  { act: 'undo', label: later('Undo'), title: later('Undo (Ctrl+Z)'), icon: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 11h-4' },
  { act: 'redo', label: later('Redo'), title: later('Redo (Ctrl+Shift+Z)'), icon: 'M16 5l4 4-4 4M20 9H10a6 6 0 0 0 0 11h4' },
  { act: 'remove', label: later('Delete'), title: later('Delete what is chosen (Del)'), icon: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13' },
  { act: 'in', label: later('Zoom in'), title: later('Zoom in (+)'), icon: 'M10 4a6 6 0 1 0 .01 0M14.5 14.5L20 20M10 7v6M7 10h6' },
  { act: 'out', label: later('Zoom out'), title: later('Zoom out (-)'), icon: 'M10 4a6 6 0 1 0 .01 0M14.5 14.5L20 20M7 10h6' },
  { act: 'fit', label: later('Fit'), title: later('Whole frame (0)'), icon: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5' },
  { act: 'pixel', label: later('Pixel for pixel'), title: later('One pixel of the frame is one of the screen (1)'), icon: 'M5 8l3-2v12M19 8l-3 0M14 8l3-2v12' },
  { act: 'glass', label: later('Magnifier'), title: later('Magnifier at the pointer (G)'), icon: 'M10 4a6 6 0 1 0 .01 0M14.5 14.5L20 20' },
];

export const keysHelp = () => `
<kbd>P</kbd> <kbd>L</kbd> <kbd>C</kbd> <kbd>R</kbd> <kbd>M</kbd> <kbd>V</kbd> ${t('tools')} ·
<kbd>${t('Arrows')}</kbd> 1 px, <kbd>${t('Shift')}</kbd> 10, <kbd>${t('Alt')}</kbd> 0.1, <kbd>${t('Ctrl')}</kbd> 100 ·
<kbd>${t('Enter')}</kbd> ${t('sets at the cross hair')} · <kbd>E</kbd> ${t('ends a shape')} · <kbd>N</kbd> <kbd>B</kbd> ${t('next and previous')} · <kbd>K</kbd> ${t('keeps a suggestion')} ·
<kbd>${t('Del')}</kbd> ${t('removes')} · <kbd>${t('Ctrl')} Z</kbd> <kbd>${t('Ctrl')} ${t('Shift')} Z</kbd> · <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> <kbd>1</kbd> ${t('zoom')} · <kbd>G</kbd> ${t('magnifier')}`;

export function icon(path: string) {
  return `<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;
}
