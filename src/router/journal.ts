import { announce, type Call, type Reply } from './bus';

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

/** A line of the system log, as logd answers it; it numbers them. */
export interface LogLine {
	id: number;
	msg: string;
}

/** Asks logd for the last lines (ubox log/logd.c); a router may have another log, and no such object. */
export function linesCall(count: number): Call {
	return { object: 'log', method: 'read', args: { lines: count, stream: false } };
}

/** What it answered, the oldest first. */
export function readLines(reply: Reply | null): LogLine[] {
	return reply?.data?.log ?? [];
}

/** One event `luci.wps` on the bus. */
export function tell(message: object): void {
	announce('luci.wps', message);
}
