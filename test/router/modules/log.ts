import type { Process } from './process';

/** ucode's log module: what goes to syslog. */
export function logModule(process: Process, write: (line: string) => void): Record<string, unknown> {
	let identity = 'rpcd';
	const level = (priority: unknown): string =>
		typeof priority === 'number' ? (LEVELS[priority & 7] ?? 'info') : String(priority);
	const log = (priority: unknown, format: unknown, ...values: unknown[]): boolean => {
		process.step(`log ${String(format)}`);
		let next = 0;
		const text = String(format).replace(/%[sdiJ%]/g, part => (part === '%%' ? '%' : String(values[next++])));
		write(`user.${level(priority)} ${identity}: ${text}`);
		return true;
	};
	const open = (name: unknown = null): boolean => {
		if (typeof name === 'string') identity = name;
		return true;
	};
	return {
		openlog: open,
		syslog: log,
		closelog: () => true,
		ulog_open: (_channels: unknown, _facility: unknown = null, name: unknown = null) => open(name),
		ulog: log,
		ulog_close: () => true,
		INFO: (...args: [unknown]) => log('info', ...args),
		NOTE: (...args: [unknown]) => log('notice', ...args),
		WARN: (...args: [unknown]) => log('warn', ...args),
		ERR: (...args: [unknown]) => log('err', ...args),
		...Object.fromEntries(LEVELS.map((name, index) => [CONSTANTS[index] ?? `LOG_${name.toUpperCase()}`, index])),
		LOG_PID: 1,
		LOG_NDELAY: 8,
		LOG_DAEMON: 24,
		LOG_USER: 8,
		LOG_LOCAL0: 128,
		ULOG_KMSG: 1,
		ULOG_SYSLOG: 2,
		ULOG_STDIO: 4
	};
}

const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warn', 'notice', 'info', 'debug'];
const CONSTANTS = [
	'LOG_EMERG',
	'LOG_ALERT',
	'LOG_CRIT',
	'LOG_ERR',
	'LOG_WARNING',
	'LOG_NOTICE',
	'LOG_INFO',
	'LOG_DEBUG'
];
