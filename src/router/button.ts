import * as fs from 'fs';

/** procd runs it for a key that the kernel knows as KEY_WPS_BUTTON (button-hotplug.c). */
const SCRIPT = '/etc/rc.button/wps';

/** Whose scripts it runs, from OpenWrt 25.12 on; before, it is a program of its own. */
const PLACE = '/etc/rc.wps/';

let there: boolean | null = null;

/** Whether this release runs our script for the button. It can't change while the router is up. */
export function hasButton(): boolean {
	there ??= index(fs.readfile(SCRIPT) ?? '', PLACE) >= 0;
	return there;
}
