import { announce } from './bus';

/** syslog, by ucode's own module where the router has it (OpenWrt 24.10 on), else by the program. */
let log: any = null;
try {
	log = require('log');
} catch {
	log = null;
}

/**
 * One line in the system log. Text from the air may hold anything: control characters are taken out,
 * so that nobody writes lines of his own.
 */
export function note(text: string): void {
	const line = replace(text, /[[:cntrl:]]/g, '?');

	if (log) log.syslog(log.LOG_NOTICE, `luci.wps: ${line}`);
	else system(['logger', '-p', 'daemon.notice', '-t', 'luci.wps', line], 500);
}

/** One event `luci.wps` on the bus. */
export function tell(message: object): void {
	announce('luci.wps', message);
}
