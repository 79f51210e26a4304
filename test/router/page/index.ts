import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { LANGUAGES } from './language';
import { luciFile, luciPage } from './luci';
import { SCRIPT, WIRELESS } from './shell';
import { loginPage, standinPage } from './standin';

export interface PageRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	cookies: Record<string, string>;
	body: string;
}

export interface PageReply {
	status: number;
	type: string;
	body: string | Buffer;
	headers?: Record<string, string>;
}

const FILES: Record<string, string> = {
	'runtime.js': 'text/javascript',
	'login.js': 'text/javascript',
	'corner.js': 'text/javascript',
	'wireless.js': 'text/javascript',
	'corner.css': 'text/css',
	'style.css': 'text/css'
};

const WIRELESS_VIEW = `/luci-static/resources/view/${WIRELESS.view}.js`;

const UQR = '/luci-static/resources/uqr.js';

/** The library that LuCI's uqr is cut out of, as a class of LuCI. */
function uqr(): string {
	const source = readFileSync(createRequire(import.meta.url).resolve('uqr'), 'utf8');
	return `'use strict';\nconst exports = {};\n${source}\nreturn exports;\n`;
}

const TAB = SCRIPT + '/admin/network/wireless/wps';

/**
 * The pages of the simulated router: login, tabs, and the shell in which the compiled view runs. That is
 * LuCI's own runtime when `luciDir` names a LuCI checkout (`?theme=` chooses one of its themes), else the stand-in. Answers null for what is not
 * a page: /ubus and the compiled files are the server's.
 */
export function pages({ luciDir }: { luciDir?: string } = {}): (request: PageRequest) => PageReply | null {
	const html = (status: number, body: string, headers?: Record<string, string>): PageReply => ({
		status,
		type: 'text/html; charset=utf-8',
		body,
		headers: { 'Cache-Control': 'no-store', ...headers }
	});

	return ({ path, query, cookies }) => {
		const name = path.startsWith('/page/')
			? path.slice('/page/'.length)
			: path === WIRELESS_VIEW
				? 'wireless.js'
				: '';
		const type = FILES[name];
		if (type) return { status: 200, type, body: readFileSync(resolve(import.meta.dirname, name)) };

		const file = luciDir && path.startsWith('/luci-static/') ? luciFile(luciDir, path) : null;
		if (file) return { status: 200, ...file };
		if (!luciDir && path === UQR) return { status: 200, type: 'text/javascript', body: uqr() };

		if (['/', SCRIPT, SCRIPT + '/'].includes(path)) return html(302, '', { Location: TAB });
		if (!path.startsWith(SCRIPT + '/admin')) return null;

		const chosen = cookies['simulator_language'] ?? '';
		const place = {
			session: cookies['sysauth_http'] ?? '',
			path: path.slice(SCRIPT.length + 1),
			language: LANGUAGES.includes(chosen) ? chosen : 'en'
		};
		if (!place.session) return html(403, loginPage(place), { 'X-LuCI-Login-Required': 'yes' });
		return html(200, luciDir ? luciPage(place, luciDir, query.get('theme') ?? 'bootstrap') : standinPage(place));
	};
}
