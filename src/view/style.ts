/** What LuCI's themes do not bring, in terms that suit all of them. */
export const STYLE = [
	'.wps-card { border: 1px solid #8886; border-radius: 4px; margin: 0 0 1em; padding: 1em }',
	'.wps-card > :empty, .wps-card p:empty, .wps-card [hidden] { display: none !important }',
	'.wps-card p, .wps-card .cbi-button { margin: .5em 0 }',
	'.wps-row { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; line-height: 1.5 }',
	'.wps-row h3 { width: auto; border: 0; margin: 0; padding: 0; line-height: inherit; overflow-wrap: anywhere }',
	'.wps-row .cbi-button-link { all: unset; cursor: pointer; text-decoration: underline; outline: revert }',
	'.wps-card li { color: inherit }',
	'.wps-quiet { opacity: .8 }',
	'.wps-time { font-size: 300%; line-height: 1.3; font-variant-numeric: tabular-nums }',
	'.wps-card .cbi-progressbar { margin: 0 0 1em; max-width: 30em }'
];
