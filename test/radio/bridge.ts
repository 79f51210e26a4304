import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { UBUS, type Answer, type Message, type Method } from '../router/bus';
import { FileError } from '../router/files';
import type { Bss, BssConfig, CliResult, RadioConfig } from '../router/hostapd/index';
import type { SimulatedRouter } from '../router/router';
import { toBytes } from '../router/ucode/bytes';
import { ControlSocket } from './control';
import { hostapdConf, macFile } from './hostapd-conf';
import { accepted, answer, getClients, getStatus, wpsStatus, type Translate } from './replies';

/** Milliseconds that hostapd_cli may take. */
const CLI_LIMIT = 5_000;

/** The socket through which radios come and go: its name, in a folder of each daemon's own. */
const GLOBAL = 'global';

/** A radio as hostapd runs it. */
interface Radio {
	config: RadioConfig;
	conf: string;
	/** What hostapd has read, by path. */
	files: Map<string, string>;
	/** hostapd took its configuration. */
	accepted: boolean;
	onAir: boolean;
}

/**
 * Puts a real hostapd in the place of the simulated one: what netifd configures, what the `hostapd` bus objects answer
 * and what hostapd_cli does happens there, in one process for all radios. Bus, netifd, UCI, rpcd and the handler stay
 * as they are. A radio is called in UCI (`option phy`) as in the guest. Attach it before the router's radios come up,
 * that is right behind a constructor with `booted: false`.
 *
 * A change of one access point sets up its radio, where OpenWrt's hostapd sets up the one access point.
 */
export class RealHostapd {
	/** What hostapd said about this router's radios. */
	readonly log: string[] = [];
	/** What netifd wants, by radio. */
	readonly #wanted = new Map<string, RadioConfig>();
	readonly #radios = new Map<string, Radio>();
	/** To whom somebody has spoken, by path. */
	readonly #sockets = new Map<string, ControlSocket>();
	/** Addresses of devices that hostapd spoke of, by BSS. */
	readonly #heard = new Map<string, Set<string>>();
	#daemon: ChildProcess | null = null;
	#work: Promise<unknown> = Promise.resolve();
	/** The simulated daemon's own way to die and to come back: netifd watches it. */
	readonly #die: () => void;
	readonly #rise: () => void;

	/** @param folder of its sockets and files: another one for each daemon in the guest */
	constructor(
		readonly router: SimulatedRouter,
		readonly folder: string
	) {
		const { hostapd } = router;
		this.#die = hostapd.kill.bind(hostapd);
		this.#rise = hostapd.start.bind(hostapd);
		hostapd.configSet = (phy, config) => this.#want(phy, config);
		hostapd.cli = argv => this.cli(argv);
		hostapd.bss = ifname => this.#bss(ifname);
		hostapd.kill = () => this.kill();
		hostapd.restart = () => this.kill();
		this.#publish();
	}

	/** Takes the real one away; the radios are free for another router. */
	async close(): Promise<void> {
		for (const phy of [...this.#wanted.keys()]) this.#want(phy, null);
		await this.#work;
		const daemon = this.#daemon;
		this.#daemon = null;
		if (!daemon) return;
		daemon.kill();
		await once(daemon, 'exit');
	}

	/** The process ends without a word; netifd notices and sets the radios up again. */
	kill(): void {
		this.#daemon?.kill('SIGKILL');
	}

	/** What hostapd says of WPS, as the bus would. */
	async status(ifname: string): Promise<Message> {
		const { data } = answer(await this.#ask(ifname, 'WPS_GET_STATUS'), wpsStatus);
		return data ?? {};
	}

	/** All radios that netifd wants are. */
	get onAir(): boolean {
		return this.#wanted.size > 0 && [...this.#wanted.keys()].every(phy => this.#radios.get(phy)?.onAir);
	}

	/** The caller waits, as system() makes it. */
	cli(argv: string[]): CliResult {
		const { status, stdout } = spawnSync('hostapd_cli', argv, { encoding: 'utf8', timeout: CLI_LIMIT });
		return { code: status ?? 255, stdout };
	}

	// From the router

	/** `config_set`: true at once; whether it works shows when the objects appear, as on a router. */
	#want(phy: string, config: RadioConfig | null): boolean {
		if (config) this.#wanted.set(phy, structuredClone(config));
		else this.#wanted.delete(phy);
		this.#schedule(() => this.#apply(phy));
		return true;
	}

	#schedule(task: () => Promise<void>): void {
		this.#work = this.#work.then(task).catch(error => this.#say(String(error)));
	}

	async #apply(phy: string): Promise<void> {
		const config = this.#wanted.get(phy);
		const former = this.#radios.get(phy);
		const conf = config ? hostapdConf(config) : '';
		if (config && former?.accepted && former.conf === conf) {
			former.config = config;
			return this.#reload(former);
		}
		if (former) await this.#remove(phy, former);
		if (config) await this.#add(phy, config, conf);
	}

	async #add(phy: string, config: RadioConfig, conf: string): Promise<void> {
		await this.#launch();
		const radio = { config, conf, files: this.#filesOf(config), accepted: false, onAir: false };
		this.#radios.set(phy, radio);
		const path = `${this.folder}/${phy}.conf`;
		write(new Map([[path, conf], ...radio.files]));
		// The driver's interface takes the name that netifd gave it; of others a killed hostapd may have left some.
		const [first = '', ...others] = namesOf(config);
		for (const name of others) if (existsSync(kernel(name))) execFileSync('iw', ['dev', name, 'del']);
		const [device = ''] = readdirSync(`/sys/class/ieee80211/${phy}/device/net`);
		if (device !== first) execFileSync('ip', ['link', 'set', device, 'down', 'name', first]);
		// It comes disabled.
		radio.accepted =
			isAccepted(await this.#command(`ADD ${first} config=${path}`)) &&
			isAccepted(await this.#ask(first, 'ENABLE'));
		if (!radio.accepted) this.#say(`hostapd.add_iface failed for phy ${phy} ifname=${first}`);
	}

	async #remove(phy: string, radio: Radio): Promise<void> {
		this.#leaveAir(radio);
		this.#radios.delete(phy);
		if (this.#daemon) await this.#command(`REMOVE ${namesOf(radio.config)[0]}`);
		for (const name of namesOf(radio.config)) this.#hangUp(socketOf(name));
	}

	/** What the socket through which radios come and go answers. */
	#command(command: string): Promise<string | null> {
		return this.#speak(`${this.folder}/${GLOBAL}`).ask(command);
	}

	/** What a BSS answers. */
	#ask(ifname: string, command: string): Promise<string | null> {
		return this.#speak(socketOf(ifname)).ask(command);
	}

	/** Those who have spoken to a BSS and are known there still. */
	async #stations(ifname: string): Promise<string> {
		const answers = [...(this.#heard.get(ifname) ?? [])].map(mac => this.#ask(ifname, `STA ${mac}`));
		return (await Promise.all(answers)).join('\n');
	}

	#speak(path: string): ControlSocket {
		const known = this.#sockets.get(path);
		if (known && !known.closed) return known;
		const socket = new ControlSocket(path);
		this.#sockets.set(path, socket);
		return socket;
	}

	#hangUp(path: string): void {
		this.#sockets.get(path)?.close();
		this.#sockets.delete(path);
	}

	/** One process, to which radios come and from which they go. */
	async #launch(): Promise<void> {
		if (this.#daemon) return;
		mkdirSync(this.folder, { recursive: true });
		const daemon = spawn('hostapd', ['-g', `${this.folder}/${GLOBAL}`], { stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [daemon.stdout, daemon.stderr])
			createInterface({ input: stream }).on('line', line => this.#hear(line));
		daemon.once('exit', () => this.#ended(daemon));
		this.#daemon = daemon;
		while (this.#daemon === daemon && !existsSync(`${this.folder}/${GLOBAL}`)) await sleep(50);
	}

	/** The uplink of this radio is connected: what it was to wait for has come. */
	async #wake(phy: string): Promise<void> {
		const radio = this.#radios.get(phy);
		if (radio?.accepted) for (const name of namesOf(radio.config)) await this.#ask(name, 'UPDATE_BEACON');
	}

	/** Keys are read again where they differ from what hostapd has (bss_reload_psk of hostapd.uc). */
	async #reload(radio: Radio): Promise<void> {
		const files = this.#filesOf(radio.config);
		for (const { ifname, pskFile } of radio.config.bss) {
			if (pskFile === null || files.get(pskFile) === radio.files.get(pskFile)) continue;
			write(new Map([[pskFile, files.get(pskFile) ?? '']]));
			await this.#ask(ifname, 'RELOAD_WPA_PSK');
		}
		// All else is read with the configuration only.
		for (const { pskFile } of radio.config.bss)
			if (pskFile !== null) radio.files.set(pskFile, files.get(pskFile) ?? '');
	}

	/** The files of keys, credentials and addresses that the configuration names, as they stand on the router. */
	#filesOf({ bss }: RadioConfig): Map<string, string> {
		const named = bss.flatMap(({ pskFile, raw }) => [pskFile ?? [], credentials(raw)].flat());
		const there = named.flatMap((path): [string, string][] => {
			const text = this.router.files.text(path);
			return text === null ? [] : [[path, text]];
		});
		const addresses = bss.flatMap(({ ifname, macfilter }): [string, string][] =>
			macfilter ? [[macFile(ifname), `${macfilter.list.join('\n')}\n`]] : []
		);
		return new Map([...there, ...addresses]);
	}

	#radioOf(ifname: string): Radio | undefined {
		return [...this.#radios.values()].find(({ config }) => namesOf(config).includes(ifname));
	}

	#configOf(ifname: string): BssConfig | undefined {
		return this.#radioOf(ifname)?.config.bss.find(bss => bss.ifname === ifname);
	}

	/** As much of a BSS as the router looks at: its address. */
	#bss(ifname: string): Bss | undefined {
		const config = this.#configOf(ifname);
		return config && ({ onAir: this.#radioOf(ifname)?.onAir, address: config.bssid } as Bss);
	}

	// From the daemon

	#hear(line: string): void {
		console.error(line);
		const [name = ''] = line.split(':', 1);
		const radio = this.#radioOf(name);
		if (radio) {
			this.#say(line);
			const mac = /: STA ([0-9a-f:]{17}) IEEE 802\.11: /.exec(line)?.[1];
			if (mac) this.#heard.get(name)?.add(mac);
			const isFirst = name === namesOf(radio.config)[0];
			if (isFirst && line.includes('AP-ENABLED')) this.#goOnAir(radio);
			if (isFirst && line.includes('AP-DISABLED')) this.#leaveAir(radio);
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
		for (const radio of this.#radios.values()) this.#leaveAir(radio);
		this.#radios.clear();
		for (const path of [...this.#sockets.keys()]) this.#hangUp(path);
		rmSync(`${this.folder}/${GLOBAL}`, { force: true });
		// procd starts the daemon anew, netifd configures it again.
		this.#die();
		this.#rise();
		this.#publish();
	}

	#goOnAir(radio: Radio): void {
		if (radio.onAir) return;
		radio.onAir = true;
		for (const { ifname } of radio.config.bss) {
			// Whether it beacons is the kernel's word.
			for (const file of ['address', 'carrier'])
				this.router.files.onRead(`${kernel(ifname)}/${file}`, () => readKernel(`${kernel(ifname)}/${file}`));
			this.#heard.set(ifname, new Set());
			this.router.bus.publish(`hostapd.${ifname}`, this.#methods(ifname));
		}
	}

	#leaveAir(radio: Radio): void {
		if (!radio.onAir) return;
		radio.onAir = false;
		for (const { ifname } of radio.config.bss) this.router.bus.remove(`hostapd.${ifname}`);
	}

	// The bus

	/** The main object (hostapd.uc, main_obj), as far as anybody here calls it. */
	#publish(): void {
		const { bus } = this.router;
		bus.remove('hostapd');
		bus.publish('hostapd', {
			reload: () => {
				for (const phy of this.#wanted.keys()) this.#schedule(() => this.#apply(phy));
				return { code: UBUS.OK };
			},
			apsta_state: ({ phy, up }) => {
				// Behind what netifd wanted before.
				if (up === true) this.#schedule(() => this.#wake(String(phy)));
				return { code: UBUS.OK };
			}
		});
	}

	/** The bus object of one BSS. */
	#methods(ifname: string): Record<string, Method> {
		const later =
			(question: () => Promise<string | null>, translate: Translate): Method =>
			(_args, reply) => {
				question()
					.then(output => answer(output, translate))
					.catch((): Answer => ({ code: UBUS.TIMEOUT }))
					.then(reply);
			};
		const method = (command: string, translate: Translate) => later(() => this.#ask(ifname, command), translate);
		return {
			get_clients: later(() => this.#stations(ifname), getClients),
			get_status: method('STATUS', getStatus(ifname)),
			get_features: () => ({ code: UBUS.OK, data: { ht_supported: true, vht_supported: false } }),
			del_client: ({ addr }, reply) =>
				typeof addr === 'string' && /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(addr)
					? method(`DEAUTHENTICATE ${addr}`, accepted)({}, reply)
					: { code: UBUS.INVALID_ARGUMENT },
			update_beacon: method('UPDATE_BEACON', accepted),
			wps_start: method('WPS_PBC', accepted),
			wps_status: method('WPS_GET_STATUS', wpsStatus),
			wps_cancel: method('WPS_CANCEL', accepted)
		};
	}
}

/** Its access points, the radio's own interface first. */
function namesOf({ bss }: RadioConfig): string[] {
	return bss.map(({ ifname }) => ifname);
}

/** The credentials that raw lines name, which hostapd hands over in place of its own. */
function credentials(raw: string[]): string[] {
	return raw.filter(line => line.startsWith('extra_cred=')).map(line => line.slice('extra_cred='.length));
}

/** An interface in sysfs. */
function kernel(ifname: string): string {
	return `/sys/class/net/${ifname}`;
}

/** The carrier of an interface that is down can't be read. */
function readKernel(path: string): string {
	try {
		return readFileSync(path, 'latin1');
	} catch (error) {
		throw new FileError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'ENOENT' : 'EINVAL');
	}
}

/** Where a BSS is spoken to (`ctrl_interface`). */
function socketOf(ifname: string): string {
	return `/var/run/hostapd/${ifname}`;
}

function isAccepted(answer: string | null): boolean {
	return answer === 'OK\n';
}

function write(files: Map<string, string>): void {
	for (const [path, text] of files) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, toBytes(text), { mode: 0o600 });
	}
}
