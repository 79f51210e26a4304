import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CORNER, environment, literal, menu, NO_VIEW, viewAt } from './shell';
import type { Place } from './shell';

/** Where a LuCI checkout keeps what a router has under /www. */
const HTDOCS = ['modules/luci-base/htdocs', 'themes/luci-theme-bootstrap/htdocs', 'libs/luci-lib-uqr/htdocs'];

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
	Object.assign(at('admin/network/wireless'), {
		title: 'Wireless',
		action: { type: 'view', path: 'network/wireless' }
	});
	for (const [path, { title, order, action }] of Object.entries(menu()))
		Object.assign(at(path), { title, order, action });
	return root;
}

/** What LuCI would fetch once for a session, laid ready: the menu and the router's features. */
function sessionStore(session: string): string {
	return JSON.stringify({ [session]: { menu: menuTree(), features: {}, preload: [], rpcBaseURL: '/ubus' } });
}

/** The same view in LuCI's real runtime and Bootstrap theme. */
export function luciPage(place: Place): string {
	const view = viewAt(place.path);
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Simulated router | WPS</title>
<script>
const dark = window.matchMedia('(prefers-color-scheme: dark)');
document.documentElement.setAttribute('data-darkmode', dark.matches);
sessionStorage.setItem('luci-session-store', ${literal(sessionStore(place.session))});
</script>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/luci-static/bootstrap/cascade.css">
<link rel="stylesheet" media="only screen and (max-device-width: 854px)" href="/luci-static/bootstrap/mobile.css">
<link rel="icon" href="/luci-static/bootstrap/logo_48.png" sizes="48x48">
<script src="/luci-static/resources/cbi.js"></script>
</head>
<body class="lang_en WPS" data-page="${place.path.replaceAll('/', '-')}">
<header>
<a class="brand" href="/">OpenWrt</a>
<ul class="nav" id="topmenu" style="display:none"></ul>
<div id="indicators" class="pull-right"></div>
</header>
<div id="maincontent" class="container">
<div id="tabmenu" style="display:none"></div>
<script src="/luci-static/resources/luci.js"></script>
<script>L = new LuCI(${literal(environment(place))});</script>
<div id="view">
${view ? `<div class="spinning">Loading view…</div><script>L.require('ui').then(ui => ui.instantiateView('${view}'));</script>` : NO_VIEW}
</div>
</div>
<footer><span>LuCI on a simulated router</span><ul class="breadcrumb pull-right" id="modemenu" style="display:none"></ul></footer>
${CORNER}
<script>L.require('menu-bootstrap')</script>
</body>
</html>
`;
}
