import type { Explained, Rest } from './explain';

const NO_WPS: Explained = [_('The Wi-Fi software of this router has no WPS.')];
const TOGETHER = _('Set up as one');

const REST: Rest = {
	no_daemon: NO_WPS,
	daemon_without_wps: NO_WPS,
	daemon_restart_needed: [_('Wi-Fi software with WPS is installed, but does not run yet.')],
	not_managed: [_('Its radio is not run by OpenWrt.')],
	radio_stopped: [_('Wi-Fi was stopped on the command line.')],
	radio_failed: [_('Its radio did not start: see the system log.')],
	multi_ap_backhaul: [_('It is for the routers of a mesh only.')],
	unknown_encryption: [_('Its encryption is unknown.')],
	wep: [_('WPS does not work with WEP: use WPA2.')],
	tkip_only: [_('WPS does not work with TKIP: use CCMP (AES).')],
	enterprise: [_('WPS does not work with WPA Enterprise.')],
	wpa3_only: [_('WPS does not work with WPA3 alone.'), _('Few devices with WPS know WPA3: use WPA2 and WPA3 mixed.')],
	bad_key: [_('Its password is missing, too short or too long.')],
	ppsk: [_('Each device has a password of its own (PPSK).')],
	mac_authentication: [_('A server decides which devices may join.')],
	hidden_ssid: [_('WPS does not work with a hidden name.')],
	band_6ghz: [_('WPS does not work on 6 GHz.')],
	radar_check: [_('Its radio is listening for radar before it may send.')],
	silent: [
		_('It is silent: no device can find it.'),
		_('This happens when the settings of a radio change that is connected to another network, too.'),
		_('Get it back on the air')
	],
	overlap: [
		_('WPS has to pause.'),
		_('Two devices asked at once, or one has just joined another network: for two minutes no other is let in.')
	],
	full: [_('It has no room for another device.')],
	mac_allow_list: [_('Only devices on the list of the MAC filter can join.')],
	not_persistent: [
		_('Devices that join now are forgotten at the next restart.'),
		_('OpenWrt gives them a key that it does not store.'),
		_('Keep devices')
	],
	bands_apart: [_('WPS opens only one of its bands: they are not set up as one.'), '', TOGETHER],
	routers_apart: [_('A device between two routers takes them for two networks and joins neither.'), '', TOGETHER],
	pin_exposed: [
		_('The router has a WPS PIN of its own.'),
		_('A stranger can find it out by trying, and gets the password with it.'),
		_('Remove the PIN')
	],
	fast_roaming: [_('Fast roaming (802.11r) is on: some devices cannot join.')],
	pmf_required: [_('Protected frames (802.11w) are required: many devices cannot join.')],
	other_routers: [
		_('Other routers have this network, too.'),
		_('A device with a key of its own works with this router only.')
	]
};

/** What there is to say about all problems that are rare. */
export async function explainRest(): Promise<Rest> {
	return REST;
}
