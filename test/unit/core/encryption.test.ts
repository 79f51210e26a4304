import './builtins';
import { deepEqual } from 'node:assert/strict';
import type { Protection, Software } from '../../../src/contract/bss';
import { protectionOf, securityOf } from '../../../src/core/encryption';
import { UCODE } from './networks';

const SHELL: Software = { netifd: 'c', scripts: 'shell', uuid: false, dpp: false };
const MAIN: Software = { ...UCODE, uuid: true, dpp: true };

/** The same up to 24.10 and since. */
const ALIKE: [Protection, string[]][] = [
	[
		'ok',
		[
			...['psk2', 'psk2+ccmp', 'psk2+aes', 'psk2+tkip+ccmp', 'psk2+tkip+aes', 'psk2+ccmp+tkip', 'psk2+gcmp'],
			...['psk2+ccmp256', 'psk2+gcmp256', 'psk-mixed', 'psk-mixed+ccmp', 'psk-mixed+tkip+aes', 'sae-mixed'],
			...['sae-mixed+ccmp', 'psk3-mixed', 'psk+psk2', 'psk+psk2+ccmp']
		]
	],
	['open_network', ['none', 'open', 'owe', 'owe+ccmp', 'PSK2', 'SAE-MIXED', 'aes', '']],
	['tkip_only', ['psk', 'psk+tkip', 'psk+ccmp', 'psk+tkip+ccmp', 'psk2+tkip', 'psk-mixed+tkip']],
	['enterprise', ['wpa', 'wpa+ccmp', 'wpa2', 'wpa2+tkip', 'wpa-mixed', 'wpa3', 'wpa3-mixed', 'wpa3-192']],
	['wpa3_only', ['sae', 'sae+ccmp', 'sae+gcmp256', 'psk3', 'psk3+ccmp']]
];

/** What the shell scripts make of a name by its looks, and the ucode ones take literally. */
const APART: [name: string, shell: Protection, ucode: Protection][] = [
	['mixed-psk', 'tkip_only', 'unknown_encryption'],
	['psk2-mixed', 'ok', 'unknown_encryption'],
	['wpa-psk2', 'ok', 'unknown_encryption'],
	['wpa2psk', 'ok', 'unknown_encryption'],
	['psk2/tkip', 'tkip_only', 'unknown_encryption'],
	['psk2+foo+tkip', 'tkip_only', 'ok'],
	['sae-compat', 'wpa3_only', 'ok'],
	['sae-ext', 'wpa3_only', 'unknown_encryption'],
	['psk-sae', 'tkip_only', 'tkip_only'],
	['wep', 'wep', 'open_network'],
	['wep+shared', 'wep', 'open_network'],
	['8021x', 'enterprise', 'open_network'],
	['dpp', 'open_network', 'open_network']
];

describe('encryption', () => {
	it('that is not set is none', () => deepEqual(securityOf(null, UCODE), securityOf('none', UCODE)));

	for (const [protection, names] of ALIKE)
		for (const name of names)
			it(`${name || '(nothing)'} is ${protection}`, () =>
				deepEqual([protectionOf(name, SHELL), protectionOf(name, UCODE)], [protection, protection]));

	for (const [name, shell, ucode] of APART)
		it(`${name} is ${shell} to shell scripts, ${ucode} to ucode ones`, () =>
			deepEqual([protectionOf(name, SHELL), protectionOf(name, UCODE)], [shell, ucode]));

	it('dpp is a way of 802.1X where the scripts know it', () => deepEqual(protectionOf('dpp', MAIN), 'enterprise'));

	it('none is written: an open network', () =>
		deepEqual([protectionOf(null, SHELL), protectionOf(null, UCODE)], ['open_network', 'open_network']));
});
