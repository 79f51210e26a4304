import { Bus } from '../../router/bus';
import { VirtualClock } from '../../router/clock';
import { Files } from '../../router/files';
import { Rpcd, type RunPlugin } from '../../router/rpcd';
import type { AclFile } from '../../router/sessions';
import type { Message } from '../../router/bus';

/** A plugin as a JavaScript function instead of a ucode text: the tests of rpcd need no ucode. */
export type TestPlugin = (modules: Record<string, any>, globals: Record<string, any>) => unknown;

const ACL: AclFile = {
	'luci-app-wps': {
		read: { ubus: { 'luci.wps': ['status'] } },
		write: { ubus: { 'luci.wps': ['start'] } }
	}
};

/** rpcd with a plugin on a bus of its own. */
export function rig(plugin: TestPlugin, { recent = false } = {}) {
	const clock = new VirtualClock();
	const bus = new Bus(clock);
	const files = new Files(clock);
	const syslog: string[] = [];
	const runPlugin: RunPlugin = (_source, _file, { modules, globals }) => plugin(modules, globals);
	const rpcd = new Rpcd({
		clock,
		bus,
		files,
		script: () => ({ file: '/usr/share/rpcd/ucode/test.uc', source: '' }),
		runPlugin,
		run: ([name]) => (name === 'true' ? { code: 0, stdout: '' } : { code: 127, stdout: '' }),
		syslog: line => syslog.push(line),
		acls: () => [ACL],
		logins: { root: { read: ['*'], write: ['*'] }, reader: { read: ['*'], write: [] } },
		recent,
		old: false
	});
	rpcd.start();

	/** Calls and lets the clock run until the answer is there. */
	function call(object: string, method: string, args: Message = {}, timeout = 60_000) {
		const began = clock.monotonic();
		let answer = null as { code: number; data?: Message } | null;
		bus.defer(object, method, args, timeout, result => (answer = result));
		while (!answer && clock.runNext(timeout + 1));
		return { ...(answer ?? { code: -1 }), milliseconds: clock.monotonic() - began };
	}

	return { clock, bus, files, rpcd, syslog, call };
}
