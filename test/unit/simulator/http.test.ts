import { deepEqual, equal, match } from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { WallClock } from '../../router/clock';
import { HttpServer } from '../../router/http';
import { SimulatedRouter } from '../../router/router';

const NOBODY = '0'.repeat(32);

describe('simulated web server', () => {
	const router = new SimulatedRouter({
		clock: new WallClock(50),
		plugin: { file: 'test.uc', source: '' },
		runPlugin: () => ({
			'luci.wps': {
				status: { call: () => ({ fine: true }) },
				start: {
					args: { ifname: '' },
					call: (request: { reply: (data: object, code: number) => void }) =>
						request.reply({ error: { code: 'already_open' } }, 6)
				},
				history: { args: { limit: 0 }, call: () => null }
			}
		})
	});
	const server = new HttpServer(router);
	let base = '';

	before(async () => {
		base = `http://127.0.0.1:${await server.listen()}`;
	});
	after(() => server.close());

	const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
		fetch(base + path, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...headers },
			body: typeof body === 'string' ? body : JSON.stringify(body)
		});
	const ubus = async (body: unknown): Promise<any> => (await post('/ubus', body)).json();
	const call = (sid: string, object: string, method: string, args: object = {}, id = 1) => ({
		jsonrpc: '2.0',
		id,
		method: 'call',
		params: [sid, object, method, args]
	});
	const login = async (username: string): Promise<string> => {
		const { result } = await ubus(call(NOBODY, 'session', 'login', { username, password: 'x' }));
		return result[1].ubus_rpc_session;
	};

	it('logs in, and refuses strangers', async () => {
		equal((await login('root')).length, 32);
		deepEqual((await ubus(call(NOBODY, 'session', 'login', { username: 'x', password: 'x' }))).result, [6]);
		deepEqual(await ubus(call(NOBODY, 'luci.wps', 'status')), {
			jsonrpc: '2.0',
			id: 1,
			error: { code: -32002, message: 'Access denied' }
		});
	});

	it('answers code and data, of a failure too', async () => {
		const sid = await login('root');
		deepEqual((await ubus(call(sid, 'luci.wps', 'status'))).result, [0, { fine: true }]);
		deepEqual((await ubus(call(sid, 'luci.wps', 'start', { ifname: 'x' }))).result, [
			6,
			{ error: { code: 'already_open' } }
		]);
		deepEqual((await ubus(call(sid, 'luci.wps', 'start', { other: 1 }))).result, [2]);
		deepEqual((await ubus(call(sid, 'luci.wps', 'history'))).result, [5]);
	});

	it('lets the reader only look', async () => {
		const sid = await login('reader');
		equal((await ubus(call(sid, 'luci.wps', 'status'))).result[0], 0);
		equal((await ubus(call(sid, 'luci.wps', 'start'))).error.code, -32002);
		const question = { scope: 'access-group', object: 'luci-app-wps', function: 'write' };
		deepEqual(
			(await ubus(call(sid, 'session', 'access', { ...question, ubus_rpc_session: sid }))).error.code,
			-32602
		);
		deepEqual((await ubus(call(sid, 'session', 'access', question))).result, [0, { access: false }]);
		deepEqual((await ubus(call(await login('root'), 'session', 'access', question))).result, [0, { access: true }]);
	});

	it('shows as with netifd that it slips the session in', async () => {
		const sid = router.rpcd.sessions.create();
		equal((await ubus(call(sid, 'network.wireless', 'status'))).error.code, -32002);
		deepEqual((await router.request('network.wireless', 'status', { ubus_rpc_session: sid })).code, 2);
	});

	it('answers batches in order and knows bad requests', async () => {
		const sid = await login('root');
		const answers = await ubus([
			call(sid, 'luci.wps', 'status', {}, 7),
			call(sid, 'none', 'status', {}, 8),
			{ jsonrpc: '2.0', id: 9, method: 'other' },
			'rubbish',
			{ jsonrpc: '2.0', id: 10, method: 'call', params: [sid, 'luci.wps'] }
		]);
		deepEqual(
			answers.map(({ id, error }: { id: number; error?: { code: number } }) => [id, error?.code ?? 0]),
			[
				[7, 0],
				[8, -32000],
				[9, -32601],
				[null, -32700],
				[10, -32700]
			]
		);
		equal((await ubus('no json')).error.code, -32700);
	});

	it('lists objects and signatures to anybody', async () => {
		const { result } = await ubus({ jsonrpc: '2.0', id: 1, method: 'list', params: ['luci.wps'] });
		deepEqual(result, { 'luci.wps': { status: {}, start: { ifname: 'string' }, history: { limit: 'number' } } });
		const names = (await ubus({ jsonrpc: '2.0', id: 1, method: 'list' })).result;
		equal(names.includes('luci.wps') && names.includes('session'), true);
	});

	it('hands out uci only to whom it is granted', async () => {
		const sid = await login('reader');
		const { result } = await ubus(
			call(sid, 'uci', 'get', { config: 'wireless', section: 'default_radio0', option: 'ssid' })
		);
		deepEqual(result, [0, { value: 'Home' }]);
		deepEqual((await ubus(call(sid, 'uci', 'get', { config: 'rpcd' }))).result, [6]);
	});

	it('serves the page after a login, the compiled view, and nothing else', async () => {
		const tab = `${base}/cgi-bin/luci/admin/network/wireless/wps`;
		equal((await fetch(tab)).status, 403);
		const page = await fetch(tab, { headers: { Cookie: `a=b; sysauth_http=${await login('root')}` } });
		equal(page.status, 200);
		match(page.headers.get('content-type') ?? '', /text\/html/);
		const view = await fetch(`${base}/luci-static/resources/view/wps.js`);
		equal(view.headers.get('content-type'), 'text/javascript');
		for (const path of ['/luci-static/../package.json', '/luci-static/%2e%2e/%2e%2e/package.json', '/package.json'])
			equal((await fetch(base + path)).status, 404, path);
	});

	it('obeys the person at the simulator', async () => {
		const act = async (body: object) => {
			const response = await post('/simulator', body);
			return [response.status, await response.json()] as const;
		};
		match(JSON.stringify(await act({ action: 'join', device: 'toaster' })), /toaster: button pressed/);
		equal(router.devices.get('toaster')?.state, 'scanning');
		equal((await act({ action: 'dance' }))[0], 400);
		deepEqual(await act({ action: 'call', object: 'luci.wps', method: 'status' }), [
			200,
			{ code: 0, data: { fine: true } }
		]);
		const before = router.bus.list('luci.wps')[0]?.id;
		await act({ action: 'rpcd restart' });
		equal(before === router.bus.list('luci.wps')[0]?.id, false);
	});

	it('shows events as ubus listen does, for as long as somebody reads', async () => {
		const stop = new AbortController();
		const response = await fetch(`${base}/simulator`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: '{"action":"listen","object":"luci.*"}',
			signal: stop.signal
		});
		router.bus.event('other', {});
		router.bus.event('luci.wps', { type: 'joined' });
		const { value } = await response.body!.getReader().read();
		equal(new TextDecoder().decode(value), '{ "luci.wps": {"type":"joined"} }\n');
		stop.abort();
	});

	it('answers only whoever means it', async () => {
		server.token = 'secret';
		equal((await post('/simulator', { action: 'list' }, { 'X-Simulator': 'other' })).status, 403);
		equal((await post('/simulator', { action: 'list' }, { 'X-Simulator': 'secret' })).status, 200);
	});

	it('speaks the language that was chosen', async () => {
		const session = await login('root');
		const page = async (language: string) => {
			const headers = { Cookie: `sysauth_http=${session}; simulator_language=${language}` };
			return (await fetch(`${base}/cgi-bin/luci/admin/network/wireless/wps`, { headers })).text();
		};
		match(await page('de'), /<html lang="de">[^]*"Start WPS":"WPS starten"/);
		match(await page('../../etc'), /<html lang="en">/);
	});

	it('is closed to other sites', async () => {
		equal((await post('/simulator', '{"action":"join"}', { 'Content-Type': 'text/plain' })).status, 405);
		const status = await new Promise(done =>
			httpRequest(base, { headers: { Host: 'evil.example' } }, ({ statusCode }) => done(statusCode)).end()
		);
		equal(status, 403);
	});
});
