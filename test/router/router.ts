import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { installButton, pressButton } from './case';
import { Bus, UBUS, type Answer, type Message } from './bus';
import { VirtualClock, type Clock } from './clock';
import { WIRELESS } from './config';
import { seenByDaemons } from './daemon-files';
import { Device, type Behaviour, type DeviceOptions } from './devices';
import { Files } from './files';
import { Hostapd, type Build } from './hostapd/index';
import { addHost } from './hosts';
import { Led, type LedOptions } from './leds';
import { Logd } from './logd';
import { Netifd } from './netifd';
import { writePackages, type PackageManager } from './packages';
import { programs, type Program } from './programs';
import { since, USUAL, type Release } from './release';
import { Rpcd, type RunPlugin, type Script } from './rpcd';
import { installScripts } from './scripts';
import type { AclFile, Login } from './sessions';
import { Supplicant } from './supplicant';
import { readConfig, writeDelta, type Delta } from './uci';
import { fromBinary } from './ucode/bytes';
import { runUcode } from './ucode/index';
import { realUcode } from './ucode/real/index';

const ROOT = resolve(import.meta.dirname, '../..');

/** The compiled handler; another one by the environment. */
const PLUGIN = process.env['WPS_PLUGIN'] ?? resolve(ROOT, 'root/usr/share/rpcd/ucode/luci.wps.uc');
/** The real interpreter, where the environment names one. */
const UCODE = process.env['UCODE'];
/** How long after a device has joined DHCP has an address for it, milliseconds (seen with dnsmasq and udhcpc). */
const LEASE_DELAY = 2_000;
const ACLS = resolve(ROOT, 'root/usr/share/rpcd/acl.d');
const SETTINGS = resolve(ROOT, 'root/etc/config/wps');

/** Bytes that one reading of /dev/urandom gives at most: more than anybody here asks for. */
const ENTROPY = 64;

/** The owner, somebody who may look at everything, and what README gives home automation: WPS and nothing else. */
const LOGINS: Record<string, Login> = {
	root: { read: ['*'], write: ['*'] },
	reader: { read: ['*'], write: [] },
	wps: { read: ['luci-app-wps'], write: ['luci-app-wps'] }
};

export interface RouterOptions {
	clock?: Clock;
	/** Text of /etc/config/wireless. */
	config?: string;
	/** What a router whose power was cut had in flash: its /etc, as it was at that moment. */
	flash?: Files;
	/** Files that are there before the router starts, as the boot guard leaves them: text by path. */
	put?: Record<string, string>;
	/** hostapd on disk; null: none at all. `full` unless told. */
	installed?: Build | null;
	/** hostapd in memory; as on disk unless told. */
	running?: Build;
	/** Its package; by the build unless told. */
	package?: string;
	/** By the release unless told. */
	packageManager?: PackageManager | null;
	/** hostapd-utils is there: joining by PIN. */
	pin?: boolean;
	/** rpcd since 2026-04: requests have `defer()`. */
	recent?: boolean;
	/** ucode before July 2025, up to 23.05: no ubus.guard(). */
	old?: boolean;
	/** `false`: the radios are not up yet when the constructor returns. */
	booted?: boolean;
	/** How long `hostapd -vwps` takes, milliseconds; Infinity: it never ends. */
	versionDelay?: number;
	/** Interface names; by the release unless told. */
	naming?: 'phy' | 'wlan';
	/** OpenWrt's release; `USUAL` unless told. */
	release?: Release;
	/** Another handler than the compiled one; null: none. */
	plugin?: Script | string | null;
	runPlugin?: RunPlugin;
	logins?: Record<string, Login>;
	/** LEDs of the case, by name. */
	leds?: Record<string, LedOptions>;
}

export interface CallResult extends Answer {
	/** How long the caller waited. */
	milliseconds: number;
}

/** A whole router: bus, files, hostapd, netifd, rpcd with the compiled handler, and devices around it. */
export class SimulatedRouter {
	readonly clock: Clock;
	readonly bus: Bus;
	readonly files: Files;
	readonly hostapd: Hostapd;
	readonly netifd: Netifd;
	readonly supplicant: Supplicant;
	readonly logd: Logd;
	readonly rpcd: Rpcd;
	readonly devices = new Map<string, Device>();
	readonly leds = new Map<string, Led>();
	/** Syslog: `facility.priority name: text`. */
	readonly log: string[] = [];
	readonly events: { type: string; message: Message }[] = [];
	/** Programs that were run, with arguments. */
	readonly programs: string[][] = [];
	/** How long `hostapd -vwps` takes, milliseconds; Infinity: it never ends. Over half a second on a busy router. */
	versionDelay = 0;
	/** Runs a program of the router's. */
	readonly run = programs(path => this.#program(path), this.programs);
	/** Told of each new line of syslog. */
	onLog: (line: string) => void = () => {};
	readonly #options: RouterOptions;
	#packages: PackageManager | null;
	#address = 100;

	constructor(options: RouterOptions = {}) {
		const { installed = 'full', recent = false, release = USUAL, old = !since(release, '24.10') } = options;
		this.#options = options;
		this.versionDelay = options.versionDelay ?? 0;
		const usual = since(release, '25.12') ? 'apk' : 'opkg';
		this.#packages = options.packageManager === undefined ? usual : options.packageManager;
		this.clock = options.clock ?? new VirtualClock();
		this.bus = new Bus(this.clock);
		this.bus.listen('*', (type, message) => this.events.push({ type, message }));
		this.logd = new Logd(this.bus, this.clock);
		this.files = new Files(this.clock);
		this.files.onRead('/dev/urandom', () => fromBinary(randomBytes(ENTROPY).toString('latin1')));
		this.files.put('/etc/config/wireless', options.config ?? WIRELESS);
		this.files.put('/etc/config/wps', readFileSync(SETTINGS, 'utf8'));
		installButton(this.files, release);
		installScripts(this.files, release);
		this.installLeds();
		for (const path of options.flash?.paths('/etc') ?? [])
			this.files.put(path, options.flash?.text(path) ?? '', options.flash?.attributes(path) ?? {});
		for (const [path, text] of Object.entries(options.put ?? {})) this.files.put(path, text);
		this.#installParts();
		const version = release === 'main' ? 'SNAPSHOT' : `${release}.0`;
		this.files.put('/etc/openwrt_release', `DISTRIB_ID='OpenWrt'\nDISTRIB_RELEASE='${version}'\n`);
		this.install(installed, options.package);
		if (options.pin ?? true) this.files.put('/usr/sbin/hostapd_cli', 'ELF', { mode: 0o755 });

		const daemonFiles = seenByDaemons(this.files);
		this.hostapd = new Hostapd({
			bus: this.bus,
			clock: this.clock,
			files: daemonFiles,
			log: line => this.syslog(`daemon.notice hostapd: ${line}`),
			netdev: (ifname, state) => this.netdev(ifname, state),
			clearsStartDisabled: since(release, 'main'),
			running: options.running ?? installed ?? 'basic',
			installed: installed ?? 'basic'
		});
		if (installed === null) this.hostapd.kill();
		this.supplicant = new Supplicant({
			bus: this.bus,
			clock: this.clock,
			hostapd: this.hostapd,
			netdev: (ifname, state) => this.netdev(ifname, state)
		});
		this.netifd = new Netifd({
			bus: this.bus,
			clock: this.clock,
			hostapd: this.hostapd,
			files: daemonFiles,
			supplicant: this.supplicant,
			release,
			naming: options.naming ?? (since(release, '23.05') ? 'phy' : 'wlan'),
			read: () => {
				const sections = this.#readWireless();
				return {
					devices: sections.filter(section => section['.type'] === 'wifi-device'),
					interfaces: sections.filter(section => section['.type'] === 'wifi-iface'),
					stations: sections.filter(section => section['.type'] === 'wifi-station')
				};
			}
		});
		this.rpcd = new Rpcd({
			clock: this.clock,
			bus: this.bus,
			files: this.files,
			script: () => readScript(options.plugin),
			runPlugin: options.runPlugin ?? (UCODE ? realUcode(UCODE) : runUcode),
			run: this.run,
			syslog: line => this.syslog(line),
			acls: readAcls,
			logins: options.logins ?? LOGINS,
			recent,
			old
		});
		this.netifd.boot();
		if (this.clock instanceof VirtualClock && (options.booted ?? true)) this.clock.advance(10_000);
		this.rpcd.start();
	}

	// Looking in from a shell

	/** What `ubus call` in a shell gets; runs the clock until the answer is there. */
	call(object: string, method: string, args: Message = {}): CallResult {
		const { clock } = this;
		if (!(clock instanceof VirtualClock)) throw new Error('With a running clock: request()');
		const began = clock.monotonic();
		let answer = null as Answer | null;
		const abort = this.bus.defer(object, method, args, 30_000, result => (answer = result));
		while (!answer && clock.runNext(began + 30_001 - clock.monotonic()));
		abort();
		return { ...(answer ?? { code: UBUS.TIMEOUT }), milliseconds: clock.monotonic() - began };
	}

	/** The same with a clock that runs by itself. */
	request(object: string, method: string, args: Message = {}, timeout = 30_000): Promise<Answer> {
		return new Promise(done => this.bus.defer(object, method, args, timeout, done));
	}

	/** Lets seconds pass. */
	advance(seconds: number): void {
		if (!(this.clock instanceof VirtualClock)) throw new Error('Time passes by itself');
		this.clock.advance(seconds * 1000);
	}

	/** Lets time pass until something is so; false when it is not within the seconds. */
	until(condition: () => boolean, seconds = 200): boolean {
		if (!(this.clock instanceof VirtualClock)) throw new Error('Time passes by itself');
		const end = this.clock.monotonic() + seconds * 1000;
		while (!condition()) if (!this.clock.runNext(end - this.clock.monotonic())) return condition();
		return true;
	}

	/** Events of the handler. */
	get handlerEvents(): Message[] {
		return this.events.filter(({ type }) => type === 'luci.wps').map(({ message }) => message);
	}

	syslog(line: string): void {
		this.log.push(line);
		this.logd.add(line);
		this.onLog(line);
	}

	// Configuration

	/** Text of the committed wireless configuration. */
	get config(): string {
		return this.files.text('/etc/config/wireless') ?? '';
	}

	/** Somebody commits another configuration and reloads. */
	configure(text: string): void {
		this.files.put('/etc/config/wireless', text);
		this.netifd.reload();
	}

	/** Changes options of one section, commits and reloads; null deletes. */
	setOptions(section: string, options: Record<string, string | string[] | null>): void {
		const lines = this.config.split('\n');
		const start = lines.findIndex(line => new RegExp(`^config \\S+ '?${section}'?$`).test(line));
		if (start < 0) throw new Error(`No section ${section}`);
		for (const [option, value] of Object.entries(options)) {
			const next = lines.findIndex((line, index) => index > start && line.startsWith('config '));
			const end = next < 0 ? lines.length : next;
			const kept = lines
				.slice(start + 1, end)
				.filter(line => !new RegExp(`^\\s+(option|list) ${option} `).test(line));
			const added = [value ?? []]
				.flat()
				.map(item => `\t${Array.isArray(value) ? 'list' : 'option'} ${option} '${item}'`);
			lines.splice(start + 1, end - start - 1, ...added, ...kept);
		}
		this.configure(lines.join('\n'));
	}

	/** Changes that somebody staged and did not commit: in a shell, or in LuCI with this session. */
	stage(changes: Delta[], sid?: string): void {
		const path = `${sid ? `/var/run/rpcd/uci-${sid}` : '/tmp/.uci'}/wireless`;
		this.files.put(path, changes.map(change => writeDelta('wireless', change)).join(''), { mode: 0o600 });
	}

	/** A package swap: the running hostapd stays what it is until it is restarted. */
	install(build: Build | null, name = build === 'full' ? 'wpad-mbedtls' : 'wpad-basic-mbedtls'): void {
		this.files.drop('/usr/sbin/hostapd');
		if (build) this.files.put('/usr/sbin/hostapd', `ELF ${build}`, { mode: 0o755 });
		writePackages(this.files, this.#packages, build ? [name, 'hostapd-common'] : []);
		if (build && this.hostapd) this.hostapd.installed = build;
	}

	/** Our package in another version: its files are there, and rpcd loads them. */
	reinstall(): void {
		this.#installParts();
		this.rpcd.restart();
	}

	#installParts(): void {
		for (const { file, source } of readParts(this.#options.plugin)) this.files.put(file, source);
	}

	// Devices and hands

	/** A device in the house; when it has joined, it gets a lease like any other. */
	device(name: string, options: DeviceOptions = {}): Device {
		const known = this.devices.get(name);
		if (known) return known;
		const number = (0x10 + this.devices.size).toString(16);
		const device = new Device({
			clock: this.clock,
			hostapd: this.hostapd,
			name,
			mac: options.mac ?? `02:00:5e:00:53:${number}`,
			signal: options.signal ?? -48,
			...options
		});
		const ip = `192.168.1.${this.#address++}`;
		device.onState = state => {
			if (state !== 'joined') return;
			this.clock.after(LEASE_DELAY, () => addHost(this.files, this.clock.epoch(), { mac: device.mac, ip, name }));
		};
		this.devices.set(name, device);
		return device;
	}

	/** Somebody presses the WPS button of a device. */
	press(name: string, behaviour: Behaviour = 'join'): Device {
		const device = this.device(name);
		device.pressButton(behaviour);
		return device;
	}

	/** The button on the router's case, let go after so many seconds. */
	pressRouterButton(seconds = 0): void {
		pressButton(this.bus, this.files, seconds);
	}

	/** The kernel finds the LEDs of the case, as they are from the start. */
	installLeds(): void {
		for (const [name, led] of Object.entries(this.#options.leds ?? { 'green:wps': {} }))
			this.leds.set(name, new Led(this.files, name, led));
	}

	/** An LED of the case. */
	led(name = 'green:wps'): Led {
		const led = this.leds.get(name);
		if (!led) throw new Error(`No LED ${name}`);
		return led;
	}

	/** `hostapd_cli wps_pbc` and the like, from another shell. */
	shell(...argv: string[]): { code: number; stdout: string } {
		return this.hostapd.cli(argv);
	}

	#readWireless(): ReturnType<typeof readConfig> {
		try {
			return readConfig(this.files, 'wireless');
		} catch {
			return [];
		}
	}

	/** A wireless interface in sysfs: mac80211 gives it a carrier while it beacons, or is connected. Null: it is gone. */
	netdev(ifname: string, state: { address: string; carrier: boolean } | null): void {
		const folder = `/sys/class/net/${ifname}`;
		if (!state) return this.files.drop(folder);
		this.files.put(`${folder}/address`, `${state.address}\n`);
		this.files.put(`${folder}/carrier`, state.carrier ? '1\n' : '0\n');
	}

	#program(path: string): Program | null {
		const known: Record<string, Program> = {
			'/usr/sbin/hostapd': ([flag = '']) => ({
				code: flag.startsWith('-v') && this.hostapd.hasFeature(flag.slice(2)) ? 0 : 1,
				stdout: '',
				milliseconds: this.versionDelay
			}),
			'/usr/sbin/hostapd_cli': (args, limit) => this.hostapd.cli(args, limit),
			'/usr/bin/logger': args => {
				const tag = args.indexOf('-t');
				const priority = args.indexOf('-p');
				const text = args.filter(
					(_word, index) => ![tag, tag + 1, priority, priority + 1].includes(index) || index < 0
				);
				const words = text.filter(word => word !== '--');
				this.syslog(
					`${priority < 0 ? 'user.notice' : args[priority + 1]} ${tag < 0 ? 'root' : args[tag + 1]}: ${words.join(' ')}`
				);
				return 0;
			},
			'/sbin/wifi': () => {
				this.netifd.reload();
				return 0;
			},
			'/sbin/reload_config': () => {
				this.netifd.reload();
				return 0;
			}
		};
		if (path.startsWith('/usr/sbin/') && !this.files.has(path)) return null;
		return known[path] ?? null;
	}

	/** The options it was made with. */
	get options(): RouterOptions {
		return this.#options;
	}
}

function readScript(plugin: Script | string | null | undefined): Script | null {
	if (plugin === null) return null;
	if (typeof plugin === 'object') return plugin;
	const path = plugin ?? PLUGIN;
	if (!existsSync(path)) throw new Error(`${path} is missing: npm run build`);
	return { file: path, source: readFileSync(path, 'utf8') };
}

/** What a handler loads when it needs it, from beside it on disk. */
function readParts(plugin: Script | string | null | undefined): Script[] {
	const folder = resolve(dirname(typeof plugin === 'string' ? plugin : PLUGIN), '../../ucode/luci/wps');
	if (plugin === null || typeof plugin === 'object' || !existsSync(folder)) return [];
	return readdirSync(folder).map(name => ({
		file: `/usr/share/ucode/luci/wps/${name}`,
		source: readFileSync(resolve(folder, name), 'utf8')
	}));
}

function readAcls(): AclFile[] {
	if (!existsSync(ACLS)) return [];
	return readdirSync(ACLS)
		.filter(name => name.endsWith('.json'))
		.sort()
		.map(name => JSON.parse(readFileSync(resolve(ACLS, name), 'utf8')) as AclFile);
}
