export const LINE_HEIGHT = 19;

export const style = `
:host { display: flex; flex-direction: column; min-height: 180px; overflow: hidden; border-radius: 10px; background: #14171d; color: #d8dce4; container-type: inline-size;
  font: 12.5px/${LINE_HEIGHT}px ui-monospace, 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
:host([hidden]) { display: none; }
.bar { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 7px 10px; background: #1d2129; font: 13px system-ui, sans-serif; color-scheme: dark; }
button, a.button { font: inherit; color: inherit; border: 1px solid #555c69; border-radius: 6px; display: inline-flex; align-items: center; min-height: 28px; box-sizing: border-box; padding: 3px 9px; background: #2b313c; cursor: pointer;
  text-decoration: none; white-space: nowrap; }
button:hover, a.button:hover { background: #363d4a; }
button[aria-pressed=true] { background: #1a5fe0; border-color: #1a5fe0; color: #fff; }
button:disabled { opacity: .45; cursor: default; }
.find { display: flex; flex: 1 1 220px; max-width: 460px; align-items: center; border: 1px solid #555c69; border-radius: 6px; background: #14171d; }
.find:focus-within { outline: 2px solid #7aa7ff; }
.find.wrong { border-color: #ff8a80; }
input { flex: 1; min-width: 60px; font: inherit; color: inherit; border: 0; outline: 0; background: none; padding: 4px 8px; }
.find span { color: #aab2c0; padding: 0 4px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.find button { border: 0; background: none; min-height: 24px; min-width: 26px; padding: 2px 6px; }
.find button[aria-pressed=true] { background: #1a5fe0; }
.count { margin-left: auto; color: #aab2c0; font-variant-numeric: tabular-nums; }
.trouble { color: #ffb3ab; }
:focus-visible { outline: 2px solid #7aa7ff; outline-offset: -2px; }
input:focus-visible { outline: 0; }
.view { flex: 1; overflow: auto; position: relative; contain: strict; }
.rows { position: sticky; top: 0; left: 0; height: 0; width: max-content; min-width: 100%; }
.rows > div { height: ${LINE_HEIGHT}px; white-space: pre; padding-right: 16px; border-left: 3px solid transparent; }
.rows > .chosen { background: #2a3550; border-left-color: #7aa7ff; }
.rows > .current { background: #4a3d12; }
.rows > .current :is(.number, .time) { color: #d9dee7; }
.number { display: inline-block; min-width: 58px; text-align: right; padding-right: 14px; color: #8791a1; text-decoration: none; user-select: none; }
.number:hover { color: #d8dce4; text-decoration: underline; }
.time { color: #8791a1; padding-right: 12px; }
.ERR { color: #ffb3ab; } .SYSTEM { color: #82b1ff; }
.rows > .error { border-left-color: #e5484d; } .error .text { color: #ff8a80; font-weight: 600; }
.rows > .warn { border-left-color: #b57d12; } .warn .text { color: #f2bd5e; }
mark { background: #e5b748; color: #17130a; border-radius: 2px; }
@container (max-width: 620px) { .time, .wide { display: none; } .number { min-width: 40px; padding-right: 8px; } }`;
