import { Guest } from './guest/guest';
import { until } from './wait';

/** The system bus, for one daemon and whoever asks it. */
const BUS_CONF = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
	<type>system</type>
	<listen>unix:path=/run/dbus/system_bus_socket</listen>
	<policy context="default">
		<allow user="*"/>
		<allow own="*"/>
		<allow send_destination="*" eavesdrop="true"/>
		<allow eavesdrop="true"/>
	</policy>
</busconfig>`;

/** The interface keeps its name. */
const IWD_CONF = '[General]\nUseDefaultInterface=true';

const STORE = '/var/lib/iwd';

/** A real device with iwd on one of the guest's radios; there is one only. It looks on all channels. */
export class IwdDevice {
	#started = false;

	/** @param radio the guest's radio, from 0 */
	constructor(
		readonly guest: Guest,
		readonly radio: number
	) {}

	get ifname(): string {
		return `wlan${this.radio}`;
	}

	get mac(): string {
		return `02:00:00:00:0${this.radio}:00`;
	}

	/** Switches it on, if it is not; it knows what it knew before. */
	async start(): Promise<void> {
		if (this.#started && (await this.#state()) !== null) return;
		if (!this.#started)
			await this.guest.must(
				[
					`mkdir -p /run/dbus /etc/iwd ${STORE}`,
					Guest.file('/etc/dbus.conf', BUS_CONF),
					Guest.file('/etc/iwd/main.conf', IWD_CONF),
					'dbus-daemon --config-file=/etc/dbus.conf --fork'
				].join('\n')
			);
		this.#started = true;
		await this.guest.must(`iwd --phys phy${this.radio} >/run/log 2>&1 & echo $! >/run/iwd.pid`);
		await until(async () => (await this.#state()) !== null, 60, 'iwd to start');
	}

	/** Switches it off. */
	async stop(): Promise<void> {
		await this.guest.must('kill $(cat /run/iwd.pid)');
		await until(async () => (await this.#state()) === null, 15, 'iwd to end');
	}

	/** Somebody presses its button; it says what came of it when it is connected or has given up. */
	async press(): Promise<void> {
		const call = await this.#call('net.connman.iwd.SimpleConfiguration.PushButton', 130);
		await this.guest.must(`${call} >/run/log 2>&1 &`);
	}

	/** Its owner has it forget a network; it stays on. */
	async forget(ssid: string): Promise<void> {
		await this.guest.must(`rm ${STORE}/${ssid}.psk`);
		await until(async () => !(await this.isConnected(ssid)), 30, `iwd to leave ${ssid}`);
	}

	/** Is it connected to this network? */
	async isConnected(ssid: string): Promise<boolean> {
		const { text } = await this.guest.run(`iw dev ${this.ifname} link`);
		return (await this.#state()) === 'connected' && text.split('\n').includes(`\tSSID: ${ssid}`);
	}

	async waitConnected(ssid: string, seconds = 60): Promise<void> {
		await until(() => this.isConnected(ssid), seconds, `iwd to be connected to ${ssid}`);
	}

	/** What it has stored of a network. */
	async stored(ssid: string): Promise<string> {
		return this.guest.must(`cat ${STORE}/${ssid}.psk`);
	}

	/** `connected` and so on; null: iwd is not there. */
	async #state(): Promise<string | null> {
		const get = await this.#call('org.freedesktop.DBus.Properties.Get');
		const { status, text } = await this.guest.run(`${get} string:net.connman.iwd.Station string:State`);
		return status === 0 ? (/string "(.*)"/.exec(text)?.[1] ?? null) : null;
	}

	/** @param limit seconds */
	async #call(method: string, limit = 5): Promise<string> {
		const index = await this.guest.must(`cat /sys/class/net/${this.ifname}/ifindex`);
		const path = `/net/connman/iwd/${this.radio}/${index.trim()}`;
		return `dbus-send --system --print-reply --reply-timeout=${limit}000 --dest=net.connman.iwd ${path} ${method}`;
	}
}
