/** What LuCI's themes do not bring, in terms that suit all of them. */
export const STYLE = `
.wps [hidden], .wps :is(p, .wps-row):empty { display: none !important }
.wps-off, .wps-off * { visibility: hidden !important }
.wps-hidden { position: absolute; clip-path: inset(50%) }
.wps-quiet { opacity: .8 }
.wps-box { border: 1px solid #8888; border-radius: 6px; padding: .75em 1.25em 1.25em }
.wps h3 { display: inline }
.wps .cbi-section { margin-bottom: 1.5em }
.wps table { table-layout: fixed }
.wps th:nth-child(4) { width: 26% }
.wps .cbi-section-actions::before { display: none !important }
.wps p, .wps-row { margin: .4em 0; line-height: 1.5 }
.wps-row { display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em }
.wps label { display: flex; align-items: baseline; gap: .5em; min-height: 24px }
.wps label input:not([type=text]) { height: 1em; min-height: 0; margin: 0 }
.wps [role] { align-items: baseline }
.wps-stack { display: grid; align-items: start }
.wps-row > .wps-stack { align-items: center }
.wps-stack > * { grid-area: 1 / 1; min-width: 0 }
.wps-box > .wps-stack { margin: .75em 0 }
.wps-box > .wps-row > .btn { min-width: 10em }
.wps-news { display: grid; grid-template-columns: 5em 1fr; gap: 0 1.5em; line-height: 1.5 }
.wps-sign { font-size: 280%; line-height: 1.2; min-height: 1.2em; font-variant-numeric: tabular-nums }
.wps-news strong { font-size: 115%; overflow-wrap: anywhere }
[data-text]::before { content: attr(data-text) }
.wps-news .cbi-progressbar { margin: .25em 0; min-width: 0 }
[data-look=good] { color: color-mix(in srgb, #0a0 65%, currentColor) }
[data-look=bad] { color: color-mix(in srgb, #e00 70%, currentColor) }
.wps .cbi-button-link { all: unset; cursor: pointer; text-decoration: underline; line-height: 24px; outline: revert }
.wps :is(.btn, .wps-name, select) { min-height: 24px }
.wps summary { cursor: pointer; line-height: 24px; display: list-item; list-style: disclosure-closed inside }
.wps [open] > summary { list-style-type: disclosure-open }
.wps-name { width: 100%; max-width: 14em; box-sizing: border-box }
.wps-name:not(:focus) { border: dashed #8888 !important; border-width: 0 0 1px !important; background: none !important; box-shadow: none !important; padding: 0 !important }
@media (max-width: 600px) { .wps-news { grid-template-columns: 1fr } }
`;
