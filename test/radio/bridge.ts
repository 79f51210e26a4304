import { execFile, execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { UBUS, type Answer, type Message, type Method } from '../router/bus';
import type { Bss, CliResult, RadioConfig } from '../router/hostapd/index';
import type { SimulatedRouter } from '../router/router';
import { toBytes } from '../router/ucode/bytes';
import { hostapdConf, macFile } from './hostapd-conf';
import { accepted, answer, getClients, getStatus, wpsStatus, type Translate } from './replies';

/** Milliseconds that hostapd_cli may take. */
const CLI_LIMIT = 5_000;

/**
 * Puts a real hostapd in the place of the simulated one: what netifd configures, what the `hostapd.*` bus objects
 * answer and what hostapd_cli does happens there. Bus, netifd, UCI, rpcd and the handler stay as they are.
 * Attach it before the router's radios come up, that is right behind a constructor with `booted: false`.
 */
export class RealHostapd {
	/** What hostapd said about this router's radio. */
	readonly log: string[] = [];
	#config: RadioConfig | null = null;
	#conf = '';
	#keys = new Map<string, string>();
	#names: string[] = [];
	#onAir = false;
	#daemon: ChildProcess | null = null;
	#work: Promise<unknown> = Promise.resolve();
	/** The simulated daemon's own way to die and to come back: netifd watches it. */
	readonly #die: () => void;
	readonly #rise: () => void;

	/** @param phy the radio that stands for this router's */
	constructor(
		readonly router: SimulatedRouter,
		readonly phy: string
	) {
		const { hostapd } = router;
		this.#die = hostapd.kill.bind(hostapd);
		this.#rise = hostapd.start.bind(hostapd);
		hostapd.configSet = (_phy, config) => this.#configure(config);
		hostapd.cli = argv => this.cli(argv);
		hostapd.bss = ifname => this.#bss(ifname);
		hostapd.kill = () => this.kill();
		hostapd.restart = () => this.kill();
	}

	/** Takes the real one away; the radio is free for another router. */
	async close(): Promise<void> {
		this.#configure(null);
		await this.#work;
	}

	/** The process ends without a word; netifd notices and sets the radio up again. */
	kill(): void {
		this.#daemon?.kill('SIGKILL');
	}

	/** What the control socket says of WPS, as the bus would. */
	async status(ifname: string): Promise<Message> {
		const { data } = answer(await ask(ifname, 'wps_get_status'), wpsStatus);
		return data ?? {};
	}

	get onAir(): boolean {
		return this.#onAir;
	}

	/** The caller waits, as system() makes it. */
	cli(argv: string[]): CliResult {
		const { status, stdout } = spawnSync('hostapd_cli', argv, { encoding: 'utf8', timeout: CLI_LIMIT });
		return { code: status ?? 255, stdout };
	}

	// From the router

	/** `config_set`: true at once; whether it works shows when the objects appear, as on a router. */
	#configure(config: RadioConfig | null): boolean {
		this.#config = config ? structuredClone(config) : null;
		this.#work = this.#work.then(() => this.#apply()).catch(error => this.#say(String(error)));
		return true;
	}

	async #apply(): Promise<void> {
		const config = this.#config;
		const conf = config ? hostapdConf(config) : '';
		const former = this.#keys;
		this.#keys = new Map(config ? this.#keyFiles(config) : []);
		if (this.#daemon && conf === this.#conf) {
			if (JSON.stringify([...this.#keys]) !== JSON.stringify([...former])) await this.#reloadKeys();
			return;
		}
		await this.#stop();
		this.#conf = conf;
		this.#names = config?.bss.map(bss => bss.ifname) ?? [];
		if (config) this.#start();
	}

	#start(): void {
		const [first = ''] = this.#names;
		const conf = `/run/${this.phy}.conf`;
		write(new Map([[conf, this.#conf], ...this.#keys]));
		// The driver's interface takes the name that netifd gave it.
		const [device = ''] = readdirSync(`/sys/class/ieee80211/${this.phy}/device/net`);
		if (device !== first) execFileSync('ip', ['link', 'set', device, 'down', 'name', first]);
		const daemon = spawn('hostapd', [conf], { stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [daemon.stdout, daemon.stderr])
			createInterface({ input: stream }).on('line', line => this.#hear(line));
		daemon.once('exit', () => this.#ended(daemon));
		this.#daemon = daemon;
	}

	async #stop(): Promise<void> {
		const daemon = this.#daemon;
		this.#leaveAir();
		this.#daemon = null;
		if (!daemon) return;
		daemon.kill();
		await once(daemon, 'exit');
	}

	async #reloadKeys(): Promise<void> {
		write(this.#keys);
		for (const name of this.#names) await ask(name, 'reload_wpa_psk');
	}

	/** The files of keys, credentials and addresses that the configuration names, as they stand on the router. */
	#keyFiles({ bss }: RadioConfig): [path: string, text: string][] {
		return bss.flatMap(({ ifname, pskFile, macfilter, raw }): [string, string][] => [
			...[pskFile ?? [], credentials(raw)].flat().flatMap((path): [string, string][] => {
				const text = this.router.files.text(path);
				return text === null ? [] : [[path, text]];
			}),
			...(macfilter ? [[macFile(ifname), `${macfilter.list.join('\n')}\n`] as [string, string]] : [])
		]);
	}

	/** As much of a BSS as the router looks at: its address. */
	#bss(ifname: string): Bss | undefined {
		const config = this.#config?.bss.find(bss => bss.ifname === ifname);
		return config && ({ onAir: this.#onAir, address: config.bssid } as Bss);
	}

	// From the daemon

	#hear(line: string): void {
		console.error(line);
		const [name = ''] = line.split(':', 1);
		if (this.#names.includes(name)) {
			this.#say(line);
			if (name === this.#names[0] && line.includes('AP-ENABLED')) this.#goOnAir();
			if (name === this.#names[0] && line.includes('AP-DISABLED')) this.#leaveAir();
		} else if (line.startsWith('WPS: ')) this.#say(line);
	}

	#say(line: string): void {
		this.log.push(line);
		this.router.hostapd.log(line);
	}

	#ended(daemon: ChildProcess): void {
		// Else it is our doing.
		if (daemon !== this.#daemon) return;
		this.#daemon = null;
		this.#leaveAir();
		// procd starts the daemon anew, netifd configures it again.
		this.#die();
		this.#rise();
	}

	#goOnAir(): void {
		if (this.#onAir) return;
		this.#onAir = true;
		for (const name of this.#names) {
			this.router.netdev(name, { address: String(this.#bss(name)?.address), carrier: true });
			this.router.bus.publish(`hostapd.${name}`, this.#methods(name));
		}
	}

	#leaveAir(): void {
		if (!this.#onAir) return;
		this.#onAir = false;
		for (const name of this.#names) {
			this.router.netdev(name, null);
			this.router.bus.remove(`hostapd.${name}`);
		}
	}

	/** The bus object of one BSS (facts §1). */
	#methods(ifname: string): Record<string, Method> {
		const method =
			(command: string, translate: Translate): Method =>
			(_args, reply) => {
				ask(ifname, command)
					.then(output => answer(output, translate))
					.catch((): Answer => ({ code: UBUS.TIMEOUT }))
					.then(reply);
			};
		return {
			get_clients: method('all_sta', getClients),
			get_status: method('status', getStatus(ifname)),
			get_features: () => ({ code: UBUS.OK, data: { ht_supported: true, vht_supported: false } }),
			del_client: ({ addr }, reply) =>
				typeof addr === 'string' && /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(addr)
					? method(`deauthenticate ${addr}`, accepted)({}, reply)
					: { code: UBUS.INVALID_ARGUMENT },
			wps_start: method('wps_pbc', accepted),
			wps_status: method('wps_get_status', wpsStatus),
			wps_cancel: method('wps_cancel', accepted)
		};
	}
}

/** What hostapd_cli answers; it ends with 255 when nobody is there. */
function ask(ifname: string, command: string): Promise<string> {
	return new Promise((done, fail) =>
		execFile(
			'hostapd_cli',
			['-i', ifname, ...command.split(' ')],
			{ timeout: CLI_LIMIT },
			(error, stdout, stderr) => (error?.killed ? fail(error) : done(stdout + stderr))
		)
	);
}

/** The credentials that raw lines name, which hostapd hands over in place of its own. */
function credentials(raw: string[]): string[] {
	return raw.filter(line => line.startsWith('extra_cred=')).map(line => line.slice('extra_cred='.length));
}

function write(files: Map<string, string>): void {
	for (const [path, text] of files) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, toBytes(text), { mode: 0o600 });
	}
}
