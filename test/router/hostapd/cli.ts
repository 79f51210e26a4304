import type { Bss } from './bss';
import type { Hostapd } from './daemon';
import { addPin, cancel, pushButton } from './methods';
import { pinChecksum } from './pins';

export interface CliResult {
	code: number;
	stdout: string;
	/** How long it took, if it did. */
	milliseconds?: number;
}

/** wpa_ctrl_request waits so long for an answer (hostap src/common/wpa_ctrl.c). */
const PATIENCE = 10_000;

type Command = (bss: Bss, args: string[]) => string | CliResult;

const ok = (accepted: boolean) => (accepted ? 'OK\n' : 'FAIL\n');

/** The commands of hostapd_cli that concern WPS, and `status` (hostap hostapd/ctrl_iface.c). A string is the daemon's reply. */
const COMMANDS: Record<string, Command> = {
	status: bss => status(bss),
	ping: () => 'PONG\n',
	wps_pbc: bss => ok(pushButton(bss)),
	wps_cancel: bss => ok(cancel(bss)),
	wps_get_status: bss => {
		const { pbc, result, reason, peer } = bss.stats;
		const lines = [`PBC Status: ${pbc}`, `Last WPS result: ${result}`];
		if (result === 'Failed' && reason) lines.push(`Failure Reason: ${reason}`);
		if (peer) lines.push(`Peer Address: ${peer}`);
		return `${lines.join('\n')}\n`;
	},
	wps_check_pin: (_bss, [text]) => (text === undefined ? usage('wps_check_pin', 'PIN') : checkPin(text)),
	wps_pin: (bss, [who, pin, timeout, addr]) => {
		if (who === undefined || pin === undefined) return usage('wps_pin', 'UUID and PIN');
		const uuid = who === 'any' ? null : who.toLowerCase();
		if (uuid && !/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/.test(uuid)) return 'FAIL\n';
		return ok(addPin(bss, uuid, pin, Number.parseInt(timeout ?? '0', 10) || 0, addr?.toLowerCase() ?? null));
	}
};

/**
 * `-i IFNAME COMMAND …`: the code is the exit code, FAIL and UNKNOWN COMMAND included in 0. A
 * command that has reached the socket of a daemon that is busy is obeyed when it wakes, whatever became of hostapd_cli.
 * @param limit  milliseconds after which it is killed; 0: never
 */
export function runCli(daemon: Hostapd, argv: string[], limit = 0): CliResult {
	const { ifname, words } = options(argv);
	const first = daemon.bssList[0];
	const bss = ifname === null ? first : daemon.bss(ifname);
	if (!daemon.alive || !bss)
		return { code: 255, stdout: 'Failed to connect to hostapd - wpa_ctrl_open: No such file or directory\n' };
	const [name = 'status', ...args] = words;
	const prefix = ifname === null ? `Selected interface '${bss.ifname}'\n` : '';
	const command = daemon.hasWps || !name.startsWith('wps_') ? COMMANDS[name] : () => 'UNKNOWN COMMAND\n';
	if (!command) return { code: 255, stdout: `${prefix}Unknown command '${name}'\n` };
	const patience = Math.min(PATIENCE, limit || PATIENCE);
	if (daemon.hung || daemon.slow > patience) {
		daemon.whenAwake(() => command(bss, args));
		const stdout = `${prefix}'${name.toUpperCase()}' command timed out.\n`;
		return { code: 254, stdout, milliseconds: daemon.hung ? PATIENCE : Math.min(daemon.slow, PATIENCE) };
	}
	const answer = command(bss, args);
	return typeof answer === 'string'
		? { code: 0, stdout: prefix + answer, milliseconds: daemon.slow }
		: { ...answer, stdout: prefix + answer.stdout };
}

/** Options come first; `-p` names the folder of the sockets. */
function options(argv: string[]): { ifname: string | null; words: string[] } {
	let ifname: string | null = null;
	let index = 0;
	for (; index < argv.length && argv[index]?.startsWith('-'); index += 2) {
		const [flag, value] = [argv[index], argv[index + 1]];
		if (flag === '-i' && value !== undefined) ifname = value;
		else if (flag?.startsWith('-i') && flag.length > 2) {
			ifname = flag.slice(2);
			index--;
		}
	}
	return { ifname, words: argv.slice(index) };
}

function usage(name: string, what: string): CliResult {
	return { code: 255, stdout: `Invalid '${name}' command - ${what} required.\n` };
}

/** The digits alone, without a newline, or why they are no PIN. */
function checkPin(text: string): string {
	const digits = text.replace(/\D/g, '');
	if (digits.length !== 4 && digits.length !== 8) return 'FAIL\n';
	return digits.length === 8 && !pinChecksum(digits) ? 'FAIL-CHECKSUM\n' : digits;
}

function status(bss: Bss): string {
	const { radio } = bss;
	const left = radio.cacLeft;
	const lines = [
		`state=${radio.state}`,
		`phy=${radio.config.wiphy}`,
		`freq=${radio.config.freq}`,
		`cac_time_seconds=${radio.config.cac}`,
		`cac_time_left_seconds=${left ?? 'N/A'}`,
		`channel=${radio.config.channel}`
	];
	radio.bss.forEach((each, index) => {
		lines.push(
			`bss[${index}]=${each.ifname}`,
			`bssid[${index}]=${each.address}`,
			`ssid[${index}]=${each.config.ssid}`
		);
		lines.push(`num_sta[${index}]=${each.stations.size}`);
	});
	return `${lines.join('\n')}\n`;
}
