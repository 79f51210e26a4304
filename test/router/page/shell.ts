import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HOUSEHOLD } from '../household';
import { SCENES } from '../scenes';
import { STORIES, type Group } from '../stories';
import { LANGUAGES } from './language';

export const SCRIPT = '/cgi-bin/luci';

/** What the shells have in common: for whom, and which node of the menu. */
export interface Place {
	session: string;
	path: string;
	/** A folder of po/, or `en`. */
	language: string;
}

interface MenuNode {
	title: string;
	order: number;
	action: { type: string; path: string };
}

const ROOT = resolve(import.meta.dirname, '../../..');

export type Menu = Record<string, MenuNode>;

/** The nodes that the package adds to LuCI's menu. */
export function menu(): Menu {
	return JSON.parse(readFileSync(resolve(ROOT, 'root/usr/share/luci/menu.d/luci-app-wps.json'), 'utf8')) as Menu;
}

/** LuCI's own page, next to which the package puts its tab. */
export const WIRELESS = { path: 'admin/network/wireless', view: 'network/wireless' };

/** The view at this path, if there is one. */
export function viewAt(path: string): string | null {
	const action = menu()[path]?.action;
	return action?.type === 'view' ? action.path : path === WIRELESS.path ? WIRELESS.view : null;
}

/** A value for a script element. */
export function literal(value: unknown): string {
	return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The variables that LuCI's header hands to its scripts. */
export function environment({ session, path }: Place): Record<string, unknown> {
	return {
		media: '/luci-static/bootstrap',
		resource: '/luci-static/resources',
		resource_version: String(Date.now()),
		scriptname: SCRIPT,
		requestpath: path.split('/'),
		dispatchpath: path.split('/'),
		pathinfo: '/' + path,
		documentroot: '/www',
		pollinterval: 5,
		ubuspath: '/ubus',
		sessionid: session,
		token: session,
		nodespec: { satisfied: true, readonly: false }
	};
}

/** Buttons of the bar, each by the word of its story. */
function buttons(group: Group): string {
	return Object.entries(STORIES)
		.flatMap(([word, { bar }]) => (bar?.[0] === group ? [`<button value="${word}">${bar[1]}</button>`] : []))
		.join('\n');
}

const option = (value: string, text: string, chosen = false) =>
	`<option value="${value}"${chosen ? ' selected' : ''}>${text}</option>`;

const CHOICE = Object.entries(HOUSEHOLD).map(([name, { about }]) => option(name, `${name} (${about})`));

/** The world around the router, in a corner of the page: devices, the button and the light of its case, houses, languages. */
export function corner({ language }: Place): string {
	const scenes = Object.entries(SCENES).map(([name, { about }]) => option(name, `${name}: ${about}`));
	const languages = LANGUAGES.map(name => option(name, name, name === language));
	return `<aside id="simulator" aria-label="Simulator">
Press the WPS button on: ${buttons('device')}
<span>or <button value="button">the router</button> <i class="light" role="img" aria-label="WPS light" hidden></i></span>
<details><summary>More</summary>
<p>Press it on: ${buttons('other')}</p>
<p class="chosen"><select aria-label="Device">${CHOICE.join('')}</select>
<button value="join">press its button</button> ${buttons('chosen')}</p>
<p>The router: ${buttons('router')}</p>
<p><label>House: <select name="scene"><option value="">another …</option>${scenes.join('')}</select></label>
<label>Language: <select name="language">${languages.join('')}</select></label></p>
</details>
<output></output>
</aside>
<link rel="stylesheet" href="/page/corner.css">
<script src="/page/corner.js"></script>`;
}

export const NO_VIEW = '<p>The simulated router has no page here: see the WPS tab.</p>';
