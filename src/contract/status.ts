import type { Job } from './job';
import type { Problem } from './problem';
import type { Session } from './session';

export type Band = '2g' | '5g' | '6g';

/** The access point software on disk and in memory, and how to get one that has WPS. */
export interface Daemon {
	package: string | null;
	installed_has_wps: boolean;
	/** null: no access point is on the air, so nobody can be asked */
	running_has_wps: boolean | null;
	pin_available: boolean;
	package_manager: 'opkg' | 'apk' | null;
	remedy: string[] | null;
}

/** One configured access point (wifi-iface section in mode ap), on the air or not. */
export interface AccessPoint {
	ifname: string | null;
	section: string;
	radio: string;
	ssid: string;
	bssid: string | null;
	band: Band | null;
	channel: number | null;
	enabled: boolean;
	persistent: boolean;
	ready: boolean;
	problems: Problem[];
	session: Session | null;
	job: Job | null;
}

/** The answer of `status`. `now` is the router's clock, seconds since the epoch. */
export interface Status {
	supported: boolean;
	daemon: Daemon;
	access_points: AccessPoint[];
	now: number;
}
