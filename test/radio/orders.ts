import type { Answer, Message } from '../router/bus';
import type { CliResult } from '../router/hostapd/index';
import type { HostEntry } from '../router/hosts';

/** A look at one of the routers in the guest. */
export interface RouterState {
	onAir: boolean;
	/** What hostapd said about its radio. */
	log: string[];
	/** How often `wps_status` was asked for. */
	looks: number;
	/** The handler's events. */
	events: Message[];
}

/** What the suite, on the host, may ask of the routers in the guest. Each router goes by its number. */
export interface Orders {
	/** Starts one by the text of its /etc/config/wireless, which names the guest's radios. */
	open(config: string): number;
	/** Makes it the router of this name of a house; the guest has one broker, on which all houses are. */
	joinHouse(router: number, name: string): void;
	look(router: number): RouterState;
	/** A call on its bus. */
	request(router: number, object: string, method: string, args: Message, timeout: number): Answer;
	/** `hostapd_cli` as its handler would run it. */
	cli(router: number, argv: string[]): CliResult;
	/** What hostapd itself says of WPS. */
	wpsStatus(router: number, ifname: string): Message;
	/** hostapd dies without a word. */
	kill(router: number): void;
	/** Somebody changes options of a section by hand, commits and reloads; null deletes. */
	setOptions(router: number, section: string, options: Record<string, string | string[] | null>): void;
	/** DHCP knows a device. */
	addHost(router: number, host: HostEntry): void;
	/** This LED of the guest is the WPS light of its case. */
	lendLed(router: number, led: string): void;
	/** Its web server takes the guest's port 80. */
	serve(router: number): void;
	close(router: number): void;
}

/** One line of JSON there, and one back. */
export interface Order {
	id: number;
	order: keyof Orders;
	args: unknown[];
}

export interface Reply {
	id: number;
	answer?: unknown;
	error?: string;
}

/** Where the guest's web server is, inside. */
export const WEB = { address: '10.0.2.15', port: 80 };
