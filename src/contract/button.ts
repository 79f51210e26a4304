/** What the WPS button on the case does: open a network, nothing, or what OpenWrt does by itself. */
export type ButtonAction = 'network' | 'off' | 'stock';

/** `present`: this release runs the scripts of /etc/rc.wps (OpenWrt 25.12 on). `network`: an SSID; null: the only one, or the first. */
export interface Button {
	present: boolean;
	action: ButtonAction;
	network: string | null;
}
