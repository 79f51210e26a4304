import { corner, environment, literal, menu, NO_VIEW, SCRIPT, viewAt } from './shell';
import type { Place } from './shell';
import { textsOf } from './language';

/** The tabs below Network → Wireless, in LuCI's order. */
function tabs(path: string): string {
	const nodes = Object.entries(menu())
		.filter(([node, { title }]) => node.startsWith('admin/network/wireless/') && title)
		.sort(([, a], [, b]) => a.order - b.order);
	return nodes
		.map(([node, { title, action }]) => {
			const href = `${SCRIPT}/${action.type === 'alias' ? action.path : node}`;
			return node === path
				? `<li class="active"><a href="${href}" aria-current="page">${title}</a></li>`
				: `<li><a href="${href}">${title}</a></li>`;
		})
		.join('');
}

function page(place: Place, content: string): string {
	return `<!DOCTYPE html>
<html lang="${place.language.replace('_', '-')}">
<head>
<meta charset="utf-8">
<title>Simulated router - LuCI</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/style.css">
<script>const ENV = ${literal(environment(place))}; window.TRANSLATIONS = ${literal(textsOf(place.language))}</script>
</head>
<body>
<header><h1><a href="${SCRIPT}/admin/network/wireless/wps">Simulated router</a></h1></header>
<main id="maincontent">
${content}
</main>
</body>
</html>
`;
}

export function loginPage(place: Place): string {
	return page(
		place,
		`<h2>Authorization Required</h2>
<form method="post">
<p id="failed" class="alert-message error" role="alert" hidden>Invalid username and/or password! Please try again.</p>
<p><label>Username <input name="luci_username" id="luci_username" value="root" autocomplete="username"></label></p>
<p><label>Password <input name="luci_password" id="luci_password" type="password" autocomplete="current-password"></label></p>
<button class="btn cbi-button-apply">Log in</button>
</form>
<script src="/page/login.js"></script>`
	);
}

/** One view below its tabs, run by the stand-in for LuCI's runtime. */
export function standinPage(place: Place): string {
	const view = viewAt(place.path);
	return page(
		place,
		`<ul class="tabs">${tabs(place.path)}</ul>
<div id="view"${view ? ` data-view="${view}">Loading view…` : `>${NO_VIEW}`}</div>
${corner(place)}
<script src="/page/runtime.js"></script>`
	);
}
