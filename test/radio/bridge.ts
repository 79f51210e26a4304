import { UBUS, type Answer, type Message, type Method } from '../router/bus';
import type { Bss, CliResult, RadioConfig } from '../router/hostapd/index';
import type { SimulatedRouter } from '../router/router';
import { Guest } from './guest/guest';
import { hostapdConf, macFile } from './hostapd-conf';
import { accepted, answer, getClients, getStatus, wpsStatus, type Translate } from './replies';

/** Seconds that hostapd in the guest may take to end. */
const END_LIMIT = 5;

/**
 * Puts the guest's hostapd in the place of the simulated one: what netifd configures, what the `hostapd.*` bus objects
 * answer and what hostapd_cli does happens there. Bus, netifd, UCI, rpcd and the handler stay as they are.
 * Attach it before the router's radios come up, that is right behind a constructor with `booted: false`.
 */
export class RealHostapd {
	/** What hostapd said about this router's radio. */
	readonly log: string[] = [];
	#config: RadioConfig | null = null;
	#conf = '';
	#keys = '';
	#names: string[] = [];
	#onAir = false;
	#running = false;
	/** The end of hostapd is our doing. */
	#ending = false;
	#work: Promise<unknown> = Promise.resolve();
	/** The simulated daemon's own way to die and to come back: netifd watches it. */
	readonly #die: () => void;
	readonly #rise: () => void;
	readonly #deaf: () => void;

	/** @param phy the guest's radio that stands for this router's */
	constructor(
		readonly router: SimulatedRouter,
		readonly guest: Guest,
		readonly phy: string
	) {
		const { hostapd } = router;
		this.#die = hostapd.kill.bind(hostapd);
		this.#rise = hostapd.start.bind(hostapd);
		hostapd.configSet = (_phy, config) => this.#configure(config);
		hostapd.cli = argv => this.#cli(argv);
		hostapd.bss = ifname => this.#bss(ifname);
		hostapd.kill = () => void this.kill();
		hostapd.restart = () => void this.kill();
		this.#deaf = guest.onLog(line => this.#hear(line));
	}

	/** Takes the real one away; the radio is free for another router. */
	async close(): Promise<void> {
		this.#configure(null);
		await this.#work;
		this.#deaf();
	}

	/** The process ends without a word; netifd notices and sets the radio up again. */
	async kill(): Promise<void> {
		await this.guest.must(`kill -9 $(cat ${this.#file('pid')})`);
	}

	/** What the control socket says of WPS, as the bus would. */
	async status(ifname: string): Promise<Message> {
		const { data } = answer(await this.#ask(ifname, 'wps_get_status'), wpsStatus);
		return data ?? {};
	}

	/** Everything that was ordered so far is done. */
	settled(): Promise<unknown> {
		return this.#work;
	}

	get onAir(): boolean {
		return this.#onAir;
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
		const keys = config ? this.#keyFiles(config) : '';
		if (this.#running && conf === this.#conf) {
			if (keys !== this.#keys) await this.#reloadKeys(keys);
			return;
		}
		await this.#stop();
		this.#conf = conf;
		this.#keys = keys;
		this.#names = config?.bss.map(bss => bss.ifname) ?? [];
		if (config) await this.#start();
	}

	async #start(): Promise<void> {
		const [first] = this.#names;
		const conf = this.#file('conf');
		const pid = this.#file('pid');
		const script = [
			Guest.file(conf, this.#conf),
			this.#keys,
			// The driver's interface takes the name that netifd gave it.
			`device=$(ls /sys/class/ieee80211/${this.phy}/device/net | head -n 1)`,
			`[ "$device" = ${first} ] || ip link set "$device" down name ${first}`,
			`(sh -c 'echo $$ >${pid}; exec hostapd ${conf}'; rm ${pid}; echo "@exit ${this.phy}") >/run/log 2>&1 &`,
			`until [ -e ${pid} ]; do usleep 10000; done`
		];
		this.#running = true;
		this.#ending = false;
		await this.guest.must(script.join('\n'));
	}

	async #stop(): Promise<void> {
		this.#leaveAir();
		if (!this.#running) return;
		this.#ending = true;
		const pid = this.#file('pid');
		await this.guest.must(
			`kill $(cat ${pid}); i=0; while [ -e ${pid} ] && [ $i -lt ${END_LIMIT * 20} ]; do usleep 50000; i=$((i+1)); done; [ ! -e ${pid} ]`,
			END_LIMIT + 5
		);
		this.#running = false;
	}

	async #reloadKeys(keys: string): Promise<void> {
		this.#keys = keys;
		const reload = this.#names.map(name => `hostapd_cli -i ${name} reload_wpa_psk`);
		await this.guest.must([keys, ...reload].join('\n'));
	}

	/** The key and address files that the configuration names, as they stand on the router, as commands. */
	#keyFiles({ bss }: RadioConfig): string {
		return bss
			.flatMap(({ ifname, pskFile, macfilter }) => [
				...(pskFile ? [Guest.file(pskFile, this.router.files.text(pskFile) ?? '')] : []),
				...(macfilter ? [Guest.file(macFile(ifname), macfilter.list.join('\n'))] : [])
			])
			.join('\n');
	}

	/** hostapd_cli of the guest; the caller waits, as system() makes it. */
	#cli(argv: string[]): CliResult {
		const words = argv.map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
		const { status, text } = this.guest.runBlocking(`hostapd_cli ${words}`);
		return { code: status, stdout: `${text}\n` };
	}

	/** As much of a BSS as the router looks at: its address. */
	#bss(ifname: string): Bss | undefined {
		const config = this.#config?.bss.find(bss => bss.ifname === ifname);
		return config && ({ onAir: this.#onAir, address: config.bssid } as Bss);
	}

	// From the guest

	#hear(line: string): void {
		const exit = line === `@exit ${this.phy}` || line.startsWith(`@exit ${this.phy} `);
		const [name = ''] = line.split(':', 1);
		if (exit) this.#ended();
		else if (this.#names.includes(name)) {
			this.#say(line);
			if (name === this.#names[0] && line.includes('AP-ENABLED')) this.#goOnAir();
			if (name === this.#names[0] && line.includes('AP-DISABLED')) this.#leaveAir();
		} else if (line.startsWith('WPS: ')) this.#say(line);
	}

	#say(line: string): void {
		this.log.push(line);
		this.router.hostapd.log(line);
	}

	#ended(): void {
		if (this.#ending) return;
		this.#running = false;
		this.#leaveAir();
		// procd starts the daemon anew, netifd configures it again.
		this.#die();
		this.#rise();
	}

	#goOnAir(): void {
		if (this.#onAir) return;
		this.#onAir = true;
		for (const name of this.#names) this.router.bus.publish(`hostapd.${name}`, this.#methods(name));
	}

	#leaveAir(): void {
		if (!this.#onAir) return;
		this.#onAir = false;
		for (const name of this.#names) this.router.bus.remove(`hostapd.${name}`);
	}

	/** The bus object of one BSS (facts §1). */
	#methods(ifname: string): Record<string, Method> {
		const method =
			(command: string, translate: Translate): Method =>
			(_args, reply) => {
				this.#ask(ifname, command)
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

	#ask(ifname: string, command: string) {
		return this.guest.run(`hostapd_cli -i ${ifname} ${command}`);
	}

	#file(extension: string): string {
		return `/run/${this.phy}.${extension}`;
	}
}
