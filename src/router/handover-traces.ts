import * as fs from 'fs';

/** Whether there are files of ours, or the configuration names one: hostapd refuses a radio whose file is missing. */
export function hasHandovers(): boolean {
	return (
		length(fs.glob('/etc/hostapd-wps-*')) > 0 ||
		index(fs.readfile('/etc/config/wireless') ?? '', '/etc/hostapd-wps-') >= 0
	);
}
