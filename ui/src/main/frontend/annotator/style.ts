export const style = `
:host { --line: light-dark(#0002, #fff3); --soft: light-dark(#f3f5f9, #20252e); --blue: light-dark(#1d56d0, #8db2ff); display: grid; grid-template-columns: minmax(0, 1fr) 330px;
  grid-template-rows: auto minmax(0, 1fr) auto; height: max(480px, calc(100vh - 230px)); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; font-size: 14px;
  background: var(--aura-surface-color, Canvas); }
.bar { grid-column: 1; display: flex; flex-wrap: wrap; gap: 3px; align-items: center; padding: 6px 8px; background: var(--soft); scrollbar-width: thin; }
button { font: inherit; display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 34px; min-width: 34px; padding: 3px 9px; border-radius: 8px; border: 1px solid transparent;
  background: transparent; color: inherit; cursor: pointer; white-space: nowrap; flex: none; }
button:hover { background: light-dark(#0000000d, #ffffff14); }
button[aria-pressed=true] { background: light-dark(#1d56d0, #8db2ff); color: light-dark(#fff, #10131a); }
button:disabled { opacity: .4; cursor: default; }
.bar button { padding: 3px 7px; gap: 5px; } .bar [data-act] { padding: 3px 5px; min-width: 32px; }
.bar .rule { flex: none; width: 1px; height: 22px; margin: 0 4px; background: var(--line); }
.status { grid-column: 1; display: flex; gap: 4px 18px; flex-wrap: wrap; align-items: center; padding: 5px 12px; min-height: 22px; font-variant-numeric: tabular-nums; font-size: 13px; background: var(--soft); }
.status .hint { flex: 1; opacity: .85; min-width: 12em; }
details.keys { grid-column: 1; } .keys summary { cursor: pointer; padding: 2px 0; } kbd { font: 600 11px ui-monospace, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; }
.stage { grid-column: 1; position: relative; min-height: 0; overflow: hidden; background: #0c0e12; }
.stage > svg { width: 100%; height: 100%; touch-action: none; display: block; cursor: crosshair; user-select: none; -webkit-user-select: none; }
.stage > svg.select { cursor: grab; }
.glass { position: absolute; width: 150px; height: 150px; border-radius: 50%; border: 2px solid #fff; box-shadow: 0 2px 12px #000a; pointer-events: none; }
.ask { position: absolute; display: flex; gap: 6px; align-items: center; padding: 8px; border-radius: 10px; background: light-dark(#fff, #232831); color: light-dark(#16181d, #eef0f4); box-shadow: 0 4px 20px #0008; }
.ask input { width: 6em; }
:focus-visible { outline: 2px solid #4c8dff; outline-offset: 2px; }
.stage > svg:focus-visible { outline-offset: -3px; }
.grip { fill: transparent; } .under { fill: none; stroke: #000; stroke-opacity: .65; }
.point { cursor: move; outline: none; } .point .under { stroke-width: 5; } .point .over { fill: none; stroke: #ffd400; stroke-width: 2; }
.point.suggested .over { stroke: #6fd6ff; } .point.suggested .ring { stroke-dasharray: 4 3; }
.point.chosen .over { stroke: #35e06a; stroke-width: 3; } .point.bad .over { stroke: #ff5449; stroke-width: 3; } .point.bad text { fill: #ff8d85; }
.point:focus-visible .grip, .corner:focus-visible .grip { stroke: #fff; stroke-dasharray: 3 2; stroke-width: 2; }
.shape { cursor: pointer; outline: none; } .shape:focus-visible .under { stroke: #fff; stroke-opacity: 1; }
polyline, polygon { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; stroke-linecap: round; }
.reach { stroke: transparent; stroke-width: 16; } .shape .under { stroke-width: 5; } .shape .over { stroke-width: 2.5; } .shape.chosen .over { stroke-width: 4; }
.lane { --ink: #35c8ff; } .line { --ink: #ff6bd0; } .region { --ink: #b79bff; } .measure { --ink: #9dff5a; }
.shape .over, .unfinished { stroke: var(--ink); } .region .over { fill: #b79bff2e; } .unfinished { stroke-width: 2.5; stroke-dasharray: 6 4; }
.corner, .edge { cursor: move; outline: none; } .corner rect { fill: #fff; stroke: #000; stroke-width: 1.5; } .corner.chosen rect { fill: #35e06a; }
.edge { cursor: copy; } .plus { stroke: #fff; stroke-width: 2; opacity: .75; } .edge .grip { r: 9px; fill: #0006; }
.cursor { fill: none; stroke: #fff; stroke-width: 1.5; pointer-events: none; filter: drop-shadow(0 0 1px #000); }
.stage text { font: 600 13px system-ui, sans-serif; fill: #fff; paint-order: stroke; stroke: #000c; stroke-width: 3px; pointer-events: none; }
aside { grid-column: 2; grid-row: 1 / -1; overflow: auto; padding: 14px; border-left: 1px solid var(--line); display: flex; flex-direction: column; gap: 10px; }
h3 { display: flex; align-items: center; gap: 8px; margin: 8px 0 0; font-size: 15px; } h3 small { margin-left: auto; font-weight: 400; } h3 button { margin-left: auto; min-height: 26px; font-size: 13px; color: var(--blue); }
p { margin: 0; opacity: .85; font-size: 13px; line-height: 1.4; }
.check { display: grid; gap: 8px; padding: 10px 12px; border-radius: 10px; background: light-dark(#eaf1ff, #1b2a4a); }
.check.good { background: light-dark(#e4f6ea, #17331f); } .check.bad { background: light-dark(#fdeaea, #431b1b); }
.check b { font-size: 17px; } .check ul { margin: 0; padding-left: 18px; font-size: 13px; line-height: 1.4; }
.rows { display: grid; gap: 2px; }
.row { display: grid; grid-template-columns: 34px 1fr 1fr 54px 30px; gap: 5px; align-items: center; padding: 2px 4px; border-radius: 8px; }
.row.named { grid-template-columns: 22px 1fr 30px; }
.row.chosen { background: light-dark(#d9f5e2, #1d4229); }
.row .number { min-height: 30px; min-width: 30px; padding: 0; font-weight: 650; } .row .dot { width: 12px; height: 12px; border-radius: 3px; background: var(--ink); margin: auto; }
.row .off { white-space: nowrap; font-size: 12px; text-align: right; font-variant-numeric: tabular-nums; } .row .off.bad { color: light-dark(#b3261e, #ff9b92); font-weight: 700; }
.row .keep { color: light-dark(#176b3a, #74d99f); min-width: 30px; padding: 0; } .row.suggested { grid-template-columns: 34px 1fr auto 30px; } .row .seen { font-size: 13px; opacity: .85; }
input { font: inherit; width: 100%; box-sizing: border-box; min-height: 32px; padding: 2px 7px; border-radius: 7px; color: inherit; border: 1px solid light-dark(#0006, #fff6); background: light-dark(#fff, #0000); }
input:user-invalid, input.wrong { border-color: light-dark(#b3261e, #ff9b92); }
.remove { padding: 0; min-height: 30px; min-width: 30px; opacity: .75; }
.kept { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
@media (max-width: 1000px) { :host { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 56vh auto auto; height: auto; }
  aside { grid-column: 1; grid-row: auto; border: 0; border-top: 1px solid var(--line); overflow: visible; } }
@media (max-width: 700px) { .bar { flex-wrap: nowrap; overflow-x: auto; } .bar .words { display: none; } .bar button { min-width: 40px; min-height: 40px; } .status .keys { display: none; }
  .bar [data-act] { order: 1; } .remove, .row .number, .row .keep { min-height: 40px; min-width: 36px; } input { min-height: 40px; } }`;
