import './builtins';
import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import type { Bss } from '../../../src/contract/bss';
import { credentialBytes } from '../../../src/core/credential';
import { credentialPath, foreignLines, isOurs, nextCredentialPath, uuidOf } from '../../../src/core/handover';
import { disabling, enabling, restorable, unionFor, unveiled, veiled, type Changes } from '../../../src/core/switching';
import { network } from './networks';

const RADIO1 = { name: 'radio1', band: '5g', channel: 36 } as const;
const OFF = { wps: false, psk_file: null };

const home = (change: Parameters<typeof network>[0] = {}) => network({ ...OFF, ...change });
const five = (change: Parameters<typeof network>[0] = {}) =>
	network({ section: 'home5', ifname: 'phy1-ap0', ...OFF, ...change }, RADIO1);

const UUID = '77707300-0123-4456-8789-abcdef012345';
const LINES = (name: string) => ['skip_cred_build=1', `extra_cred=/etc/hostapd-wps-${name}.cred`];

describe('enabling', () => {
	it('of one access point: push button, no way to a PIN of the router, the password handed over', () =>
		deepEqual(enabling([home()], 'shared', { kind: 'single' }), {
			home: {
				wps_pushbutton: '1',
				wps_pin: null,
				ap_pin: null,
				wps_label: null,
				ext_registrar: null,
				wps_independent: null,
				hostapd_bss_options: LINES('home')
			}
		}));

	it('of a group: hostapd keeps them together', () => {
		const changes = enabling([home(), five()], 'shared', { kind: 'group' });
		deepEqual(
			Object.values(changes).map(change => change['wps_independent']),
			['0', '0']
		);
		deepEqual(changes['home5']?.['hostapd_bss_options'], LINES('home5'));
	});

	it('with one UUID: each has it, behind the lines of the owner', () => {
		const changes = enabling([home({ raw: ['dtim_period=3'] }), five()], 'shared', { kind: 'uuid', uuid: UUID });
		deepEqual(changes['home']?.['hostapd_bss_options'], ['dtim_period=3', `uuid=${UUID}`, ...LINES('home')]);
		deepEqual(changes['home5']?.['hostapd_bss_options'], [`uuid=${UUID}`, ...LINES('home5')]);
	});

	it('with keys of their own: one file for all, and nothing handed over by us', () => {
		const changes = enabling([home({ raw: LINES('home') }), five()], 'own', { kind: 'group' });
		for (const change of Object.values(changes)) {
			equal(change['wpa_psk_file'], '/etc/hostapd-wps-home.psk');
			equal(change['hostapd_bss_options'], null);
		}
	});

	it('takes our file of keys away when the password is handed over, and leaves the owner’s', () => {
		const ours = enabling([home({ psk_file: '/etc/hostapd-wps-home.psk' })], 'shared', { kind: 'single' });
		equal(ours['home']?.['wpa_psk_file'], null);
		const his = enabling([home({ psk_file: '/etc/mine.psk' })], 'shared', { kind: 'single' });
		equal('wpa_psk_file' in his['home']!, false);
	});
});

describe('disabling', () => {
	const read = (bss: Bss, changes: Changes): Bss => ({
		...bss,
		raw: (changes[bss.section]?.['hostapd_bss_options'] as string[] | null) ?? []
	});

	it('takes away what enabling wrote, and nothing else', () => {
		const before = [home({ raw: ['dtim_period=3', 'uuid=87654321-9abc-def0-1234-56789abcdef0'] }), five()];
		for (const union of [{ kind: 'uuid', uuid: UUID }, { kind: 'group' }] as const) {
			const on = enabling(before, 'shared', union);
			const off = disabling(before.map(bss => read(bss, on)));
			deepEqual(off['home'], {
				wps_pushbutton: null,
				wps_label: null,
				wps_independent: null,
				hostapd_bss_options: ['dtim_period=3', 'uuid=87654321-9abc-def0-1234-56789abcdef0']
			});
			equal(off['home5']?.['hostapd_bss_options'], null);
		}
	});

	it('cannot put a PIN back', () =>
		deepEqual(restorable({ wps_pushbutton: '1', wps_pin: null, ap_pin: null, wps_label: null }), [
			'wps_pushbutton',
			'wps_label'
		]));
});

describe('unionFor', () => {
	const fresh = () => UUID;
	const both = [home(), five()];
	const other = network({ section: 'guest', ssid: 'Guests', independent: false });

	it('one access point needs none', () => deepEqual(unionFor([home()], [], null, fresh), { kind: 'single' }));
	it('the first network of several bands is the group', () =>
		deepEqual(unionFor(both, [], null, fresh), { kind: 'group' }));
	it('the next ones share a UUID: all of the group would open together', () =>
		deepEqual(unionFor(both, [other], null, fresh), { kind: 'uuid', uuid: UUID }));
	it('that of before, where it has one', () =>
		deepEqual(unionFor([home({ uuid: 'x' }), five()], [other], null, fresh), { kind: 'uuid', uuid: 'x' }));
	it('a network that is not in the group does not matter', () =>
		deepEqual(unionFor(both, [network({ section: 'guest' })], null, fresh), { kind: 'group' }));
	it('the house has one for all its routers', () =>
		deepEqual(unionFor([home()], [], 'h', fresh), { kind: 'uuid', uuid: 'h' }));
});

describe('what hostapd reads beside its configuration', () => {
	for (const [path, ours] of [
		['/etc/hostapd-wps-home.cred', true],
		['/etc/hostapd-wps-cfg033579.cred', true],
		['/etc/hostapd-wps-.cred', false],
		['/etc/hostapd-wps-../x.cred', false],
		['/tmp/etc/hostapd-wps-home.cred', false],
		['/etc/hostapd-wps-home.psk', false],
		[null, false]
	] as const)
		it(`${path} is ${ours ? '' : 'not '}a credential of ours`, () => equal(isOurs(path, 'cred'), ours));

	it('finds the credential among other lines', () => {
		equal(credentialPath(['a=b', 'extra_cred=/root/his', ...LINES('home')]), '/etc/hostapd-wps-home.cred');
		equal(credentialPath(['extra_cred=/root/his', 'skip_cred_build=1']), null);
	});

	it('leaves lines of the owner, also the same ones where nothing is ours', () => {
		deepEqual(foreignLines(['skip_cred_build=1', 'extra_cred=/root/his']), [
			'skip_cred_build=1',
			'extra_cred=/root/his'
		]);
		deepEqual(foreignLines(['a=1', ...LINES('home'), `uuid=${UUID}`, 'b=2']), ['a=1', 'b=2']);
	});

	it('has another name each time that hostapd shall read it again', () => {
		const usual = '/etc/hostapd-wps-home.cred';
		const next = nextCredentialPath(usual, 'home');
		notEqual(next, usual);
		equal(isOurs(next, 'cred'), true);
		equal(nextCredentialPath(next, 'home'), usual);
	});

	it('is a UUID of ours, by its beginning', () => {
		const uuid = uuidOf('0123456789abcdef01234567');
		match(uuid, /^77707300-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
		deepEqual(foreignLines([`uuid=${uuid}`]), []);
	});
});

/** Bytes as ucode's strings hold them, as hexadecimal digits. */
const digits = (bytes: string) => Buffer.from(bytes, 'latin1').toString('hex');

describe('credentialBytes', () => {
	it('is one Credential attribute with the key as text', () =>
		equal(
			digits(credentialBytes('Home', 'secret12')),
			[
				'100e002f',
				'1026000101',
				'10450004' + Buffer.from('Home').toString('hex'),
				'100300020020',
				'100f00020008',
				'10270008' + Buffer.from('secret12').toString('hex'),
				'10200006ffffffffffff'
			].join('')
		));
});

describe('what is written down of a change', () => {
	const named = (lines: string | string[] | null): Changes => ({
		home: { wps_pushbutton: '1', hostapd_bss_options: lines }
	});
	const OUR = [`uuid=${UUID}`, ...LINES('home')];
	const round = (lines: string | string[] | null, present: string | string[] | null) =>
		unveiled(veiled(named(lines)), named(present));

	it('is no line of somebody else, not even one that begins like ours', () => {
		const theirs = ['ap_pin=12345670', `uuid=${UUID} ap_pin=12345670`, 'extra_cred=/tmp/secret'];
		deepEqual(veiled(named([...theirs, ...OUR])), named(OUR));
		deepEqual(veiled(named(`a=secret ${OUR[1]}`)), named([OUR[1]!]));
		deepEqual(veiled(named(theirs)), named(null));
		deepEqual(veiled(named(null)), named(null));
	});

	it('is put back with the lines that are theirs now, in their order', () => {
		deepEqual(round(['a=1', 'b=2', ...OUR], ['a=1', 'b=2']), named(['a=1', 'b=2', ...OUR]));
		deepEqual(round(['a=1', 'b=2'], ['a=1', 'b=2', ...OUR]), named(['a=1', 'b=2']));
		deepEqual(round(OUR, 'a=1  b=2 '), named(['a=1', 'b=2', ...OUR]));
		deepEqual(round(['a=1'], null), named(null));
		deepEqual(round(null, OUR), named(null));
	});

	it('is the same that an earlier version wrote down in full', () =>
		deepEqual(unveiled(named(['a=1', ...OUR]), named(['a=1'])), named(['a=1', ...OUR])));
});
