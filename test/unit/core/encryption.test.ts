import './builtins';
import { equal } from 'node:assert/strict';
import { protectionOf, type Protection } from '../../../src/core/encryption';

/** What hostapd does with WPS by UCI's `encryption` (facts 2.4, §3); names as wifi-scripts reads them (iface.uc, parse_encryption). */
const NAMES: Record<Protection, string[]> = {
	ok: [
		'psk2',
		'psk2+ccmp',
		'psk2+aes',
		'psk2+tkip+ccmp',
		'psk2+tkip+aes',
		'psk2+ccmp+tkip',
		'psk2+aes+tkip',
		'psk2+gcmp',
		'psk2+ccmp256',
		'psk2+gcmp256',
		'psk-mixed',
		'psk-mixed+ccmp',
		'psk-mixed+aes',
		'psk-mixed+tkip+ccmp',
		'psk-mixed+tkip+aes',
		'sae-mixed',
		'sae-mixed+ccmp',
		'sae-compat',
		'psk3-mixed'
	],
	open_network: ['', 'none', 'open', 'owe'],
	wep: ['wep', 'wep-open', 'wep-shared', 'wep+open', 'wep+shared', 'wep-mixed'],
	tkip_only: ['psk', 'psk+tkip', 'psk+ccmp', 'psk+tkip+ccmp', 'psk2+tkip', 'psk-mixed+tkip'],
	enterprise: [
		'wpa',
		'wpa+tkip',
		'wpa+ccmp',
		'wpa2',
		'wpa2+ccmp',
		'wpa2+tkip',
		'wpa-mixed',
		'wpa-mixed+tkip+ccmp',
		'wpa3',
		'wpa3-mixed',
		'wpa3-192',
		'8021x',
		'dpp'
	],
	wpa3_only: ['sae', 'sae+ccmp', 'sae+gcmp256', 'psk3', 'psk3+ccmp']
};

const SAYS: Record<Protection, string> = {
	ok: 'works',
	open_network: 'has no key to hand over',
	wep: 'is WEP',
	tkip_only: 'has no AES for WPA2',
	enterprise: 'asks for user names',
	wpa3_only: 'is WPA3 alone'
};

describe('encryption', () => {
	for (const [protection, names] of Object.entries(NAMES) as [Protection, string[]][])
		for (const name of names)
			it(`${name || '(none)'} ${SAYS[protection]}`, () => equal(protectionOf(name), protection));
});
