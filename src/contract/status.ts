import type { Button } from './button';
import type { KeyKind } from './device';
import type { House } from './house';
import type { Job } from './job';
import type { Problem } from './problem';
import type { Session } from './session';

export type Band = '2g' | '5g' | '6g';

/** The access point software on disk and in memory, and how to get one that has WPS. */
export interface Daemon {
	package: string | null;
	/** null: not known, the program did not answer in time */
	installed_has_wps: boolean | null;
	/** null: no access point is on the air, so nobody can be asked */
	running_has_wps: boolean | null;
	pin_available: boolean;
	package_manager: 'opkg' | 'apk' | null;
	remedy: string[] | null;
}

/** One BSS (a wifi-iface section in mode ap on one radio), on the air or only configured. */
export interface AccessPoint {
	ifname: string | null;
	section: string;
	radio: string;
	bssid: string | null;
	band: Band | null;
	channel: number | null;
	enabled: boolean;
	ready: boolean;
	on_air: boolean;
	problems: Problem[];
}

/** What a person calls "my Wi-Fi": the access points of this router that accept the same credential (core/network.ts). */
export interface Network {
	ssid: string;
	sections: string[];
	/** Where a start opens it. */
	bands: Band[];
	enabled: boolean;
	ready: boolean;
	/** What a device that joins now gets. */
	keys: KeyKind;
	problems: Problem[];
	session: Session | null;
	job: Job | null;
	access_points: AccessPoint[];
}

/** What the boot guard has taken away, and will put back. */
export interface Guard {
	when: number;
	sections: string[];
}

/** The answer of `status`. `now` is the router's clock, seconds since the epoch; `light` the LED that shows WPS. */
export interface Status {
	supported: boolean;
	daemon: Daemon;
	networks: Network[];
	button: Button;
	light: string | null;
	guard: Guard | null;
	house: House | null;
	now: number;
}
