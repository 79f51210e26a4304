import { spawnSync } from 'node:child_process';
import type { Message } from '../router/bus';
import type { Result, Target } from '../contract/target';

/** Real milliseconds that a test may take on a machine with other things to do, or over a network. */
export const PATIENCE = 30_000;

/**
 * One line for all that keys and networks consist of, unsaved changes too; no key leaves the router. WPS that is
 * off by '0' is the same as off by default: `disable` takes the option out.
 */
const CHECKSUM =
	`{ uci -q show wireless | grep -v "wps_pushbutton='0'" | sort; uci -q changes; ` +
	`cat /etc/hostapd-wps-*.psk 2>/dev/null; } | md5sum`;

/** What must be the same before and after. */
interface State {
	configuration: string;
	networks: string[];
	/** Windows that are open. */
	open: string[];
}

/** A router's `luci.wps`, asked over ssh; writes down every call. */
export class RemoteRouter implements Target {
	readonly calls: { text: string; code: number }[] = [];
	/** Tests that need the simulated router. */
	leftOut = 0;
	/** Why tests were skipped. */
	readonly notes: string[] = [];
	/** How many sessions the history has more. */
	sessions = 0;

	constructor(
		/** ssh://user@host[:port], as ssh itself understands it. */
		readonly uri: string
	) {}

	/** `ubus call` on the router; with -S its exit code is the ubus code. */
	call(method: string, args: Message = {}): Result {
		const json = JSON.stringify(args);
		const { code, stdout } = this.#run(`ubus -S call luci.wps ${method} '${json.replaceAll("'", `'\\''`)}'`);
		this.calls.push({ text: json === '{}' ? method : `${method} ${json}`, code });
		return { code, data: stdout.trim() ? JSON.parse(stdout) : undefined };
	}

	look(): State {
		const { code, data } = this.call('status');
		if (code !== 0) throw new Error(`${this.uri}: ubus call luci.wps status ends with ${code}; is it installed?`);
		const checksum = this.#run(CHECKSUM).stdout.trim();
		if (!checksum) throw new Error(`${this.uri}: uci or md5sum does not run`);
		const networks: any[] = data.access_points;
		return {
			configuration: checksum,
			networks: networks.map(
				({ section, ifname, enabled, persistent }) =>
					`${section} (${ifname ?? 'not on the air'}): WPS ${enabled ? 'on' : 'off'}${persistent ? ', kept' : ''}`
			),
			open: networks
				.filter(({ session }) => session?.open)
				.map(({ section, session }) => `${section} ${session.id}`)
		};
	}

	/** What is not as it was. */
	differences(before: State): string[] {
		const after = this.look();
		const found: string[] = [];
		if (after.configuration !== before.configuration) found.push('the wireless configuration or a key file');
		for (const network of after.networks) if (!before.networks.includes(network)) found.push(network);
		for (const network of before.networks) if (!after.networks.includes(network)) found.push(`no more: ${network}`);
		for (const window of after.open) if (!before.open.includes(window)) found.push(`open: ${window}`);
		return found;
	}

	/** The story of this run; ends with how the router is now. */
	tell(differences: string[]): void {
		const { calls, leftOut, notes, sessions, uri } = this;
		console.log(`\nWhat was asked of luci.wps on ${uri}, and each call's ubus code (0: answered):`);
		for (const { text, code } of calls)
			console.log(`  ${String(code).padStart(3)}  ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`);
		console.log(`${calls.length} calls. ${leftOut} tests need the simulated router and were left out.`);
		for (const note of notes) console.log(`Skipped: ${note}`);
		const remembers = `${sessions} session${sessions === 1 ? '' : 's'} more in the history, which a reboot clears`;
		console.log(
			differences.length > 0
				? `The router is NOT as it was: ${differences.join('; ')}.`
				: `The router is as it was: same configuration, same networks, no window left open` +
						(sessions > 0 ? `; only ${remembers}.` : '.')
		);
	}

	#run(command: string): { code: number; stdout: string } {
		const options = ['-oBatchMode=yes', '-oConnectTimeout=10'];
		const { status, stdout, stderr, error } = spawnSync('ssh', [...options, this.uri, command], {
			encoding: 'utf8',
			timeout: PATIENCE
		});
		if (status === null || status === 255)
			throw new Error(`${this.uri} is not reached: ${(error?.message ?? stderr.trim()) || 'ssh failed'}`);
		// 127: no ubus there; none of its codes
		if (status === 127) throw new Error(`${this.uri}: ${stderr.trim()}`);
		return { code: status, stdout };
	}
}

const uri = process.env['WPS_TARGET'];
if (uri && !/^ssh:\/\/[^/-][^/]*\/?$/.test(uri)) throw new Error('WPS_TARGET is ssh://user@host, or unset');

/** `WPS_TARGET=ssh://root@192.168.1.1` tries a real router, with what is safe there; null: the simulated one. */
export const REMOTE = uri ? new RemoteRouter(uri) : null;

if (REMOTE) {
	let start: State | null = null;
	before(function () {
		this.timeout(2 * PATIENCE);
		start = REMOTE.look();
	});
	after(function () {
		this.timeout(2 * PATIENCE);
		if (start === null) return;
		const differences = REMOTE.differences(start);
		REMOTE.tell(differences);
		if (differences.length > 0) throw new Error('The router is not as it was');
	});
}
