import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { corner, environment, literal, menu, NO_VIEW, viewAt, WIRELESS } from './shell';
import type { Place } from './shell';
import { hashedTexts } from './language';

/** Where a LuCI checkout keeps what a router has under /www. */
const HTDOCS = [
	'modules/luci-base/htdocs',
	'libs/luci-lib-uqr/htdocs',
	'themes/luci-theme-bootstrap/htdocs',
	'themes/luci-theme-material/htdocs',
	'themes/luci-theme-openwrt/htdocs',
	'themes/luci-theme-openwrt-2020/htdocs'
];

/** LuCI's themes: the folder of their files, the script of their menu, and what their templates put around a page. */
interface Theme {
	media: string;
	menu: string;
	before: string;
	after: string;
}

const HIDDEN = 'style="display:none"';

const MENUBAR = `<div id="menubar"><h2 class="navigation"><a id="navigation" name="navigation">Navigation</a></h2>
<span class="hostname"><a href="/">OpenWrt</a></span><span id="indicators"></span></div>
<div id="modemenu" ${HIDDEN}></div>
<div id="maincontainer"><div id="mainmenu"></div><div id="maincontent"><div id="tabmenu" ${HIDDEN}></div>`;

const THEMES: Record<string, Theme> = {
	bootstrap: {
		media: 'bootstrap',
		menu: 'menu-bootstrap',
		before: `<header><a class="brand" href="/">OpenWrt</a><ul class="nav" id="topmenu" ${HIDDEN}></ul>
<div id="indicators" class="pull-right"></div></header>
<div id="maincontent" class="container"><div id="tabmenu" ${HIDDEN}></div>`,
		after: `</div><footer><span>LuCI on a simulated router</span><ul class="breadcrumb pull-right" id="modemenu" ${HIDDEN}></ul></footer>`
	},
	material: {
		media: 'material',
		menu: 'menu-material',
		before: `<header><div class="fill"><div class="container"><span class="showSide"></span>
<a class="brand" href="#">OpenWrt</a><span class="status" id="indicators"></span></div></div></header>
<div class="main"><div class="loading"><span>Collecting data...</span></div>
<div class="main-left" id="mainmenu" ${HIDDEN}></div>
<div class="main-right"><div class="modemenu-buttons" ${HIDDEN}><ul id="modemenu"></ul></div><div class="darkMask"></div>
<div id="maincontent"><div class="container"><div id="tabmenu" ${HIDDEN}></div>`,
		after: '</div></div></div></div>'
	},
	openwrt: { media: 'openwrt.org', menu: 'menu-openwrt', before: MENUBAR, after: '</div></div>' },
	'openwrt-2020': { media: 'openwrt2020', menu: 'menu-openwrt2020', before: MENUBAR, after: '</div></div>' }
};

const TYPES: Record<string, string> = {
	js: 'text/javascript',
	css: 'text/css',
	svg: 'image/svg+xml',
	png: 'image/png'
};

/** A file of LuCI's own, if the checkout has it. */
export function luciFile(luciDir: string, path: string): { type: string; body: Buffer } | null {
	if (path.includes('..')) return null;
	for (const htdocs of HTDOCS) {
		const file = resolve(luciDir, htdocs, '.' + path);
		const type = TYPES[path.split('.').pop()!];
		if (type && existsSync(file)) return { type, body: readFileSync(file) };
	}
	return null;
}

interface TreeNode {
	satisfied: boolean;
	title?: string;
	order?: number;
	action?: object;
	children?: Record<string, TreeNode>;
}

/** The menu as the dispatcher would answer it: the way to the tab, and the tab. */
function menuTree(): TreeNode {
	const root: TreeNode = { satisfied: true };
	const at = (path: string) => {
		let node = root;
		for (const name of path.split('/')) {
			node.children ??= {};
			node = node.children[name] ??= { satisfied: true };
		}
		return node;
	};
	Object.assign(at('admin'), { title: 'Administration', action: { type: 'firstchild' } });
	Object.assign(at('admin/network'), { title: 'Network', action: { type: 'firstchild' } });
	Object.assign(at(WIRELESS.path), {
		title: 'Wireless',
		action: { type: 'view', path: WIRELESS.view }
	});
	for (const [path, { title, order, action }] of Object.entries(menu()))
		Object.assign(at(path), { title, order, action });
	return root;
}

/** What LuCI would fetch once for a session, laid ready: the menu and the router's features. */
function sessionStore(session: string): string {
	return JSON.stringify({ [session]: { menu: menuTree(), features: {}, preload: [], rpcBaseURL: '/ubus' } });
}

/** The same view in LuCI's real runtime and one of its themes. */
export function luciPage(place: Place, luciDir: string, theme = 'bootstrap'): string {
	const view = viewAt(place.path);
	const { media, menu, before, after } = THEMES[theme] ?? THEMES['bootstrap']!;
	const env = { ...environment(place), media: `/luci-static/${media}` };
	return `<!DOCTYPE html>
<html lang="${place.language.replace('_', '-')}">
<head>
<meta charset="utf-8">
<title>Simulated router | WPS</title>
<script>
const dark = window.matchMedia('(prefers-color-scheme: dark)');
document.documentElement.setAttribute('data-darkmode', dark.matches);
sessionStorage.setItem('luci-session-store', ${literal(sessionStore(place.session))});
</script>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/luci-static/${media}/cascade.css">
${media === 'bootstrap' ? '<link rel="stylesheet" media="only screen and (max-device-width: 854px)" href="/luci-static/bootstrap/mobile.css">' : ''}
<link rel="icon" href="data:,">
<script src="/luci-static/resources/cbi.js"></script>
<script>window.TR = ${literal(hashedTexts(place.language, luciDir))}</script>
</head>
<body class="lang_${place.language} WPS logged-in" data-page="${place.path.replaceAll('/', '-')}">
${before}
<script src="/luci-static/resources/luci.js"></script>
<script>L = new LuCI(${literal(env)});</script>
<div id="view">
${view ? `<div class="spinning">Loading view…</div><script>L.require('ui').then(ui => ui.instantiateView('${view}'));</script>` : NO_VIEW}
</div>
${after}
${corner(place)}
<script>L.require('${menu}')</script>
</body>
</html>
`;
}
