import { deepEqual, equal, match } from 'node:assert/strict';
import { rig, type TestPlugin } from './plugin';

/** One object `luci.wps` with one method `m`. */
const method = (call: (request: any, modules: any) => unknown, args: object = {}): TestPlugin => {
	return modules => ({ 'luci.wps': { m: { args, call: (request: object) => call(request, modules) } } });
};

describe('simulated rpcd', () => {
	describe('arguments', () => {
		const args = { text: '', flag: true, number: 0, long: 64, real: 1.5, list: [], table: {} };
		const { call } = rig(method(({ args: got }) => ({ got }), args));

		it('lets everything be missing', () => deepEqual(call('luci.wps', 'm').data, { got: {} }));

		for (const [name, good, bad] of [
			['text', 'x', 1],
			['flag', true, 1],
			['number', 5, '5'],
			['number', -1, 2 ** 40],
			['long', 2 ** 40, 5],
			['real', 1.5, 2],
			['list', [1], {}],
			['table', { a: 1 }, []],
			['text', '', null]
		] as const)
			it(`takes ${name} ${JSON.stringify(good)}, not ${JSON.stringify(bad)}`, () => {
				deepEqual(call('luci.wps', 'm', { [name]: structuredClone(good) as never }).data, {
					got: { [name]: good }
				});
				equal(call('luci.wps', 'm', { [name]: structuredClone(bad) as never }).code, 2);
			});

		it('refuses unknown names, but not the session', () => {
			equal(call('luci.wps', 'm', { other: 'x' }).code, 2);
			equal(call('luci.wps', 'm', { ubus_rpc_session: 'x' }).code, 0);
			equal(call('luci.wps', 'm', { ubus_rpc_session: 1 }).code, 2);
			equal(call('luci.wps', 'none').code, 3);
		});
	});

	describe('results', () => {
		const code = (...plugin: Parameters<typeof method>) => rig(method(...plugin)).call('luci.wps', 'm');

		it('an object is the reply', () => {
			deepEqual(
				code(() => ({ a: [1, 'x', null], f: () => 1 })),
				{ code: 0, data: { a: [1, 'x', null] }, milliseconds: 1 }
			);
		});
		for (const value of [null, undefined, [], 'text', 5, true])
			it(`${JSON.stringify(value)} is no data`, () => equal(code(() => value).code, 5));
		it('reply() carries a code and data', () => {
			const { code: status, data } = code(request => request.reply({ error: { code: 'x' } }, 6));
			deepEqual([status, data], [6, { error: { code: 'x' } }]);
		});
		it('error() carries a code', () => equal(code(request => request.error(8)).code, 8));
		it('answers once', () => {
			const { rpcd, call } = rig(
				method(request => {
					request.reply({ n: 1 });
					request.reply({ n: 2 });
				})
			);
			deepEqual(call('luci.wps', 'm').data, { n: 1 });
			match(rpcd.stderr.join(), /Reply has already been sent/);
		});
		it('an exception is code 9 and a trace', () => {
			const { rpcd, call } = rig(
				method(() => {
					throw new Error('left-hand side is null');
				})
			);
			equal(call('luci.wps', 'm').code, 9);
			match(rpcd.stderr.join(), /Unhandled ucode exception in 'm' method![^]*left-hand side is null/);
			equal(rpcd.running, true);
		});
		it('exit() is its code', () => {
			equal(
				rig((_modules, { exit }) => ({ 'luci.wps': { m: { call: () => exit(4) } } })).call('luci.wps', 'm')
					.code,
				4
			);
		});
	});

	describe('later answers', () => {
		const later: TestPlugin = ({ ubus, uloop }) => ({
			'luci.wps': {
				m: {
					args: { name: '' },
					call(request: { args: { name: string }; reply: (data: object) => void }) {
						uloop.timer(50, () => request.reply({ name: request.args.name }));
						return ubus.connect().defer('slow', 'never', {}, () => {});
					}
				}
			}
		});

		it('wait for a deferred call that was returned', () => {
			const { bus, call } = rig(later);
			bus.publish('slow', { never: () => {} });
			const { data, milliseconds } = call('luci.wps', 'm', { name: 'x' });
			deepEqual([data, milliseconds], [{ name: 'x' }, 51]);
		});

		it('read the arguments of the NEWEST call: the shared prototype', () => {
			const { bus, clock } = rig(later);
			bus.publish('slow', { never: () => {} });
			const answers: unknown[] = [];
			for (const name of ['first', 'second'])
				bus.defer('luci.wps', 'm', { name }, 1000, ({ data }) => answers.push(data?.['name']));
			clock.advance(100);
			deepEqual(answers, ['second', 'second']);
		});

		it('time out after 30 s', () => {
			const { bus, call } = rig(
				method((_request, { ubus }) => ubus.connect(null, 40).defer('slow', 'never', {}, () => {}))
			);
			bus.publish('slow', { never: () => {} });
			const { code, milliseconds } = call('luci.wps', 'm');
			deepEqual([code, milliseconds], [7, 30_001]);
		});

		it('come by req.defer() on a recent rpcd only', () => {
			const plugin = method((request, { uloop }) => {
				uloop.timer(10, () => request.reply({ late: true }));
				return request.defer();
			});
			deepEqual(rig(plugin, { recent: true }).call('luci.wps', 'm').data, { late: true });
			equal(rig(plugin).call('luci.wps', 'm').code, 9);
		});
	});

	describe('ubus', () => {
		it('answers null for a missing object and runs no callback', () => {
			const seen: unknown[] = [];
			const { call } = rig(
				method((_request, { ubus }) => {
					const connection = ubus.connect();
					const result = connection.defer('none', 'm', {}, (...values: unknown[]) => seen.push(values));
					return { result, code: connection.error(true), words: connection.error() };
				})
			);
			deepEqual(call('luci.wps', 'm').data, { result: null, code: 4, words: null });
			deepEqual(seen, []);
		});

		it('runs the callback with the code alone when nothing can be sent', () => {
			const seen: unknown[] = [];
			const { rpcd, call } = rig(
				method((_request, { ubus }) => {
					const connection = ubus.connect();
					rpcd.unreachable = true;
					return { result: connection.defer('x', 'm', {}, (...values: unknown[]) => seen.push(values)) };
				})
			);
			deepEqual(call('luci.wps', 'm').data, { result: null });
			deepEqual(seen, [[10]]);
		});

		it('times out by the connection, in whole seconds', () => {
			const { bus, clock, call } = rig(
				method((request, { ubus }) =>
					ubus
						.connect(null, 2)
						.defer('slow', 'never', {}, (code: number, data: unknown) => request.reply({ code, data }))
				)
			);
			bus.publish('slow', { never: () => {} });
			const began = clock.monotonic();
			deepEqual(call('luci.wps', 'm').data, { code: 7, data: null });
			equal(clock.monotonic() - began, 2001);
		});

		it('hands over data and code of a failed call', () => {
			const { bus, call } = rig(
				method((request, { ubus }) =>
					ubus
						.connect()
						.defer('other', 'm', { a: 1 }, (code: number, data: unknown) => request.reply({ code, data }))
				)
			);
			bus.publish('other', { m: args => ({ code: 6, data: { args } }) });
			deepEqual(call('luci.wps', 'm').data, { code: 6, data: { args: { a: 1 } } });
		});

		it('writes down a blocking call to rpcd itself', () => {
			const { rpcd, call } = rig(
				method((_request, { ubus }) => ({ result: ubus.connect().call('session', 'list') }))
			);
			deepEqual(call('luci.wps', 'm').data, { result: null });
			deepEqual(rpcd.blocked, [{ object: 'session', method: 'list', milliseconds: 30_000 }]);
		});

		it('delivers events later', () => {
			const seen: unknown[] = [];
			const { bus, clock } = rig(({ ubus }) => {
				ubus.connect().listener('foo.*', (type: string, message: unknown) => seen.push([type, message]));
				return {};
			});
			bus.event('foo.bar', { a: 1 });
			bus.event('bar', {});
			deepEqual(seen, []);
			clock.advance(1);
			deepEqual(seen, [['foo.bar', { a: 1 }]]);
		});
	});

	describe('timers', () => {
		it('know how long they take', () => {
			let timer: any;
			let count = 0;
			const { clock } = rig(({ uloop }) => {
				timer = uloop.timer(-1, () => count++);
				return {};
			});
			equal(timer.remaining(), -1);
			timer.set(100);
			clock.advance(40);
			equal(timer.remaining(), 60);
			timer.set(100);
			clock.advance(99);
			equal(count, 0);
			clock.advance(1);
			equal(count, 1);
			timer.set(5);
			equal(timer.cancel(), true);
			equal(timer.cancel(), false);
			clock.advance(100);
			equal(count, 1);
		});

		it('end all of rpcd with an exception', () => {
			const { rpcd, clock, call } = rig(({ uloop }) => {
				uloop.timer(10, () => {
					throw new Error('oops');
				});
				return { 'luci.wps': { m: { call: () => ({}) } } };
			});
			equal(call('luci.wps', 'm').code, 0);
			clock.advance(100);
			equal(rpcd.crashed?.message, 'oops');
			equal(rpcd.running, false);
			deepEqual(
				['luci.wps', 'session'].map(object => call(object, 'm').code),
				[4, 4]
			);
			rpcd.start();
			equal(rpcd.crashed, null);
			equal(call('luci.wps', 'm').code, 0);
		});
	});

	describe('life', () => {
		it('a restart runs the plugin anew, without the timers and listeners of the old one', () => {
			let runs = 0;
			const fired: number[] = [];
			const { rpcd, bus, clock } = rig(({ ubus, uloop }) => {
				const run = ++runs;
				uloop.timer(10, () => fired.push(run));
				ubus.connect().listener('*', () => fired.push(-run));
				return {};
			});
			const sid = rpcd.sessions.login('root') ?? '';
			rpcd.restart();
			bus.event('x', {});
			clock.advance(100);
			deepEqual(
				fired.filter(run => run > 0),
				[2]
			);
			equal(fired.includes(-1), false);
			equal(rpcd.sessions.allowed(sid, 'ubus', 'luci.wps', 'start'), true);
		});

		it('dies before any effect that is asked for', () => {
			const plugin = method((_request, { fs }) => {
				fs.writefile('/tmp/a', 'first');
				fs.writefile('/tmp/b', 'second');
				return {};
			});
			const { rpcd, files, call } = rig(plugin);
			const sid = rpcd.sessions.login('root') ?? '';
			rpcd.kill(2);
			equal(call('luci.wps', 'm').code, 7);
			deepEqual([files.text('/tmp/a'), files.text('/tmp/b')], ['first', 'sec']);
			match(String(rpcd.crashed), /killed before: write \/tmp\/b/);
			equal(rpcd.sessions.username(sid), null);
			rpcd.start();
			equal(call('luci.wps', 'm').code, 0);
			deepEqual(rpcd.steps, ['write /tmp/a', 'write /tmp/b']);
		});

		it('skips a script with a wrong definition', () => {
			const { rpcd, bus } = rig(() => ({ 'luci.wps': { m: { call: 'no function' } } }));
			match(rpcd.stderr.join(), /Invalid method callback/);
			deepEqual(bus.list('luci.wps'), []);
		});
	});

	describe('sessions', () => {
		const { rpcd, call, clock } = rig(method(() => ({})));
		const { sessions } = rpcd;
		const root = sessions.login('root') ?? '';
		const reader = sessions.login('reader') ?? '';

		it('know the rules of each login', () => {
			deepEqual(
				[root, reader].map(sid =>
					['status', 'start'].map(name => sessions.allowed(sid, 'ubus', 'luci.wps', name))
				),
				[
					[true, true],
					[true, false]
				]
			);
			equal(sessions.login('nobody'), null);
		});

		it('answer the question of the page', () => {
			const ask = (sid: string, permission: string) =>
				call('session', 'access', {
					ubus_rpc_session: sid,
					scope: 'access-group',
					object: 'luci-app-wps',
					function: permission
				}).data;
			deepEqual(
				[ask(root, 'write'), ask(reader, 'write'), ask(reader, 'read')],
				[{ access: true }, { access: false }, { access: true }]
			);
		});

		it('let anybody log in', () => {
			equal(sessions.allowed('0'.repeat(32), 'ubus', 'session', 'login'), true);
			equal(sessions.allowed('0'.repeat(32), 'ubus', 'luci.wps', 'status'), false);
			const { code, data } = call('session', 'login', { username: 'reader', password: 'x' });
			deepEqual([code, String(data?.['ubus_rpc_session']).length], [0, 32]);
			equal(call('session', 'login', { username: 'nobody', password: 'x' }).code, 6);
		});

		it('end when nobody uses them', () => {
			const sid = sessions.login('root', 10) ?? '';
			clock.advance(9000);
			equal(sessions.username(sid), 'root');
			clock.advance(9000);
			equal(sessions.username(sid), 'root');
			clock.advance(11_000);
			equal(sessions.username(sid), null);
		});
	});
});
