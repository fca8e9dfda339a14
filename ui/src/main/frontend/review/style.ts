export const style = `
[hidden] { display: none !important; }
:host { --line: light-dark(#0002, #fff3); --soft: light-dark(#f3f5f9, #20252e); --blue: light-dark(#1d56d0, #8db2ff); --amber: light-dark(#8a5200, #f2bd5e); display: flex; flex-direction: column; min-width: 0; border: 1px solid var(--line); border-radius: 12px;
  overflow: hidden; font-size: 14px; background: var(--aura-surface-color, Canvas); }
.panes { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 2px; background: #0c0e12; outline-offset: -3px; }
.pane { position: relative; display: grid; aspect-ratio: var(--film, 16 / 9); max-height: 68vh; }
.pane > * { position: absolute; inset: 0; width: 100%; height: 100%; }
video { object-fit: contain; background: #0c0e12; } canvas { cursor: pointer; }
.pane .name { inset: 8px auto auto 8px; width: auto; height: auto; padding: 2px 9px; border-radius: 99px; background: #000a; color: #fff; font-size: 12px; font-weight: 600; pointer-events: none; z-index: 1; }
.bar { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; padding: 6px 10px; background: var(--soft); }
.bar.seek { flex-wrap: nowrap; padding-bottom: 0; }
input[type=range] { flex: 1; min-width: 60px; accent-color: var(--blue); min-height: 24px; }
.timeline { padding: 6px 14px 2px; cursor: crosshair; touch-action: pan-y; user-select: none; outline-offset: -3px; }
.timeline p { display: flex; gap: 14px; font-variant-numeric: tabular-nums; opacity: 1; } .timeline .ends { justify-content: space-between; opacity: .85; }
.timeline svg { display: block; width: 100%; overflow: visible; } .timeline path { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; stroke-width: 1.8; }
.timeline .ground { stroke: currentColor; stroke-opacity: .3; stroke-width: 1; } .timeline .attempt { stroke: var(--blue); } .timeline .now { stroke: light-dark(#b3261e, #ff9b92); }
.timeline .before { stroke: var(--amber); stroke-dasharray: 5 4; }
.strip p span { border-bottom: 2px solid var(--blue); } .strip p span + span { border-bottom: 2px dashed var(--amber); }
.time { font-variant-numeric: tabular-nums; white-space: nowrap; font-size: 13px; }
button, select { font: inherit; min-height: 34px; min-width: 34px; padding: 3px 9px; border-radius: 8px; border: 1px solid transparent; background: transparent; color: inherit; cursor: pointer; }
select { border-color: light-dark(#0004, #fff5); background: light-dark(#fff, #232831); max-width: 15rem; }
button:hover { background: light-dark(#0000000d, #ffffff14); }
button[aria-pressed=true] { background: light-dark(#e0eaff, #24365e); color: light-dark(#12409f, #bcd2ff); }
button[aria-pressed]::before { content: "○ "; } button[aria-pressed=true]::before { content: "● "; }
.rule { width: 1px; height: 22px; margin: 0 4px; background: var(--line); } .gap { flex: 1; }
label { display: inline-flex; gap: 6px; align-items: center; font-size: 13px; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: 2px; }
.below { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 10px 24px; padding: 10px 14px; align-items: start; }
.vehicle { min-width: 0; } .vehicle svg { display: block; cursor: pointer; } h3 { margin: 0 0 4px; font-size: 14px; } p { margin: 0; font-size: 13px; opacity: .85; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; } th, td { padding: 3px 10px; text-align: right; border-bottom: 1px solid var(--line); } th:first-child, td:first-child { text-align: left; padding-left: 0; }
.bad { padding: 8px 14px; color: light-dark(#9c1c14, #ffb3ab); background: light-dark(#fdeaea, #431b1b); }
@media (max-width: 800px) { .panes { grid-auto-flow: row; } .below { grid-template-columns: minmax(0, 1fr); } button, select { min-height: 40px; min-width: 40px; } .rule { display: none; } .pane { max-height: 50vh; } }`;
