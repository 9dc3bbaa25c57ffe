/** The styles of every page: system fonts, light and dark by the reader's choice, and dark ink on paper. */
export const PAGE_STYLE = `
:root { --ground: #fff; --ink: #1c2128; --soft: #59626d; --line: #d7dce1; --tile: #f4f6f8; --risk: #a3320b; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15191e; --ink: #e8ebee; --soft: #a3acb6; --line: #343b43; --tile: #1e242b; --risk: #ff9a70; }
}
@media print {
  :root { --ground: #fff; --ink: #000; --soft: #333; --line: #999; --tile: #fff; --risk: #8a2a08; }
  section { break-inside: auto; } figure, tr, .tiles { break-inside: avoid; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.25rem 0 0.75rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; border-top: 1px solid var(--line); padding-top: 1.25rem; }
p { margin: 0 0 0.5rem; }
.kicker, .note, .empty { color: var(--soft); }
.note { font-size: 0.9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1.5rem 0; }
.tiles div { background: var(--tile); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; }
.tiles p { margin: 0; font-size: 0.9rem; color: var(--soft); }
.tiles .value { font-size: 1.8rem; color: var(--ink); font-variant-numeric: tabular-nums; }
figure { margin: 0 0 1rem; }
figure svg { display: block; width: 100%; height: auto; }
figure text { fill: var(--ink); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: left; color: var(--soft); padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; }
.under th { font-weight: 400; padding-left: 1.8rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.risk { color: var(--risk); font-size: 0.75rem; border: 1px solid; border-radius: 0.25rem; padding: 0 0.3rem; }
`;
