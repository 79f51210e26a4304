import './builtins';
import { equal, match } from 'node:assert/strict';
import { canPersist, isKeyFile, keyFilePath, keyFileText } from '../../../src/core/keyfile';
import { network } from './networks';

describe('key file', () => {
	it('lies where it survives, under the name of its section', () => {
		equal(keyFilePath('home'), '/etc/hostapd-wps-home.psk');
		equal(keyFilePath('default_radio0'), '/etc/hostapd-wps-default_radio0.psk');
	});

	it('hands the key of the network to every device, in one line', () => {
		equal(keyFileText('correct horse'), 'wps=1 00:00:00:00:00:00 correct horse\n');
		match(keyFileText('8 spaces'), /^wps=1 (00:){5}00 [^\n]+\n$/);
	});

	it('takes a key with every sign as it is', () => {
		for (const key of ['$& $1 `\'"\\', '%s%d', 'Schlüssel', '0'.repeat(64)])
			equal(keyFileText(key), `wps=1 00:00:00:00:00:00 ${key}\n`);
	});

	it('is known by its place', () => {
		for (const section of ['home', 'default_radio0', 'cfg033579']) equal(isKeyFile(keyFilePath(section)), true);
		const others = [
			null,
			'',
			'/etc/my.psk',
			'/var/run/hostapd-phy0-ap0.psk',
			'/etc/hostapd-wps-.psk',
			'/etc/hostapd-wps-home.psk.old',
			'/mnt/etc/hostapd-wps-home.psk',
			'/etc/hostapd-wps-home.psk\n',
			'/etc/hostapd-wps-../../home.psk'
		];
		for (const path of others) equal(isKeyFile(path), false, String(path));
	});

	const cases: [name: string, Parameters<typeof network>[0], possible: boolean][] = [
		['WPA2', { encryption: 'psk2', psk_file: null }, true],
		['WPA2 with a cipher', { encryption: 'psk2+ccmp', psk_file: null }, true],
		['WPA and WPA2', { encryption: 'psk-mixed', psk_file: null }, true],
		['WPA2 and WPA3', { encryption: 'sae-mixed', psk_file: null }, true],
		['a network that has it already', {}, true],
		['a network whose section had another name', { psk_file: keyFilePath('cfg033579') }, true],
		['WPA3 alone', { encryption: 'sae', psk_file: null }, false],
		['an open network', { encryption: 'none', psk_file: null }, false],
		['WEP', { encryption: 'wep', psk_file: null }, false],
		['TKIP', { encryption: 'psk2+tkip', psk_file: null }, false],
		['user names', { encryption: 'wpa2', psk_file: null }, false],
		['a key file of the owner', { psk_file: '/etc/my.psk' }, false],
		['keys of single devices', { stations: true, psk_file: null }, false],
		['keys of single devices beside our file', { stations: true }, false]
	];
	for (const [name, change, possible] of cases)
		it(`is ${possible ? '' : 'not '}for ${name}`, () => equal(canPersist(network(change)), possible));
});
