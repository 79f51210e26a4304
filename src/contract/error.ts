/** What the tab says without an error, too. */
export const NO_ANSWER = _('The Wi-Fi software did not answer.');
export const WPS_IS_OFF = _('WPS is off on this network.');

/** Each way a call can fail: the ubus status (libubox ubusmsg.h) and one sentence for a person, who gets it translated. */
export const ERRORS = {
	invalid_argument: { status: 2, message: _('The arguments are not valid.') },
	ambiguous_target: { status: 2, message: _('Several networks are ready: name one.') },
	pin_invalid: { status: 2, message: _('This is not a valid WPS PIN: check its digits.') },
	wps_not_supported: { status: 3, message: _('The running Wi-Fi software has no WPS.') },
	unknown_target: { status: 4, message: _('There is no such network or access point.') },
	unknown_device: { status: 4, message: _('No such device has joined by WPS.') },
	not_on_air: { status: 4, message: _('The network is configured, but not on the air.') },
	already_open: { status: 6, message: _('WPS is active already.') },
	busy: { status: 6, message: _('Another change is still under way.') },
	timeout: { status: 7, message: NO_ANSWER },
	wps_disabled: { status: 8, message: WPS_IS_OFF },
	overlap: {
		status: 8,
		message: _('Several devices asked to join within two minutes: stop WPS on the others and wait.')
	},
	unsuitable_network: { status: 8, message: _('WPS cannot work with the settings of this network.') },
	devices_would_go: { status: 8, message: _('Devices with keys of their own would lose them.') },
	button_absent: { status: 8, message: _('This version of OpenWrt leaves no place for the WPS button.') },
	not_saved: { status: 9, message: _('The settings could not be written.') },
	pin_unavailable: { status: 8, message: _('Joining by PIN needs the package hostapd-utils.') }
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** The body of a failed call. `argument` names the culprit of an `invalid_argument`, `devices` is the number of `devices_would_go`. */
export interface Failure {
	error: { code: ErrorCode; message: string; argument?: string; devices?: number };
}
