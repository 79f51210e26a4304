import './builtins';
import { deepEqual, equal } from 'node:assert/strict';
import type { Bss, Software } from '../../../src/contract/bss';
import { bssesNow } from '../../../src/core/wireless/bsses';
import { readConfiguration } from '../../../src/core/wireless/configuration';
import { softwareOf } from '../../../src/core/wireless/software';
import { sectionsOf } from '../../vectors/simulated';
import { UCODE } from './networks';

const SHELL: Software = { netifd: 'c', scripts: 'shell', uuid: false, dpp: false };

const RADIO = "config wifi-device 'radio0'\n\toption type mac80211\n\toption band 2g\n\toption channel 1\n";
const OTHER = "config wifi-device 'radio1'\n\toption type mac80211\n\toption band 5g\n\toption channel 36\n";

/** A wifi-iface section with these options over the usual ones. */
function iface(name: string, options: Record<string, string | string[]> = {}): string {
	const all = { device: 'radio0', mode: 'ap', ssid: 'Home', encryption: 'psk2', key: 'secret12345', ...options };
	const lines = Object.entries(all).map(([option, value]) =>
		Array.isArray(value)
			? value.map(each => `\tlist ${option} '${each}'\n`).join('')
			: `\toption ${option} '${value}'\n`
	);
	return `config wifi-iface ${name}\n${lines.join('')}`;
}

/** All access points of a configuration. */
function read(
	uci: string,
	{ software = UCODE, status = null as unknown, staged = {}, handlers = ['mac80211'] } = {}
): Bss[] {
	const sections = Object.fromEntries(sectionsOf(uci).map(section => [section['.name'], section]));
	return bssesNow(readConfiguration(sections, software), status, staged, handlers);
}

/** The one access point of a section with these options. */
function only(options: Record<string, string | string[]>, software = UCODE): Bss {
	const [bss] = read(RADIO + iface('home', options), { software });
	return bss!;
}

const running = (section: string, ifname: string, config: Record<string, unknown> = {}) => ({
	section,
	ifname,
	config
});

const STATUS = { up: true, pending: false, autostart: true, disabled: false, retry_setup_failed: false };

describe('the reading of the configuration', () => {
	it('lists access points by radio, and then by their place', () => {
		const uci = OTHER + iface('five', { device: 'radio1' }) + RADIO + iface('a') + iface('b');
		deepEqual(
			read(uci).map(({ section, radio }) => [section, radio.name]),
			[
				['five', 'radio1'],
				['a', 'radio0'],
				['b', 'radio0']
			]
		);
	});

	it('lists one section on each of its radios, but a multi-link network once', () => {
		const uci = RADIO + OTHER + iface('home', { device: ['radio0', 'radio1'] });
		equal(read(uci).length, 2);
		const status = {
			radio0: { ...STATUS, interfaces: [running('home', 'ap-mld0')] },
			radio1: { ...STATUS, interfaces: [running('home', 'ap-mld0')] }
		};
		deepEqual(
			read(uci, { status }).map(({ ifname }) => ifname),
			['ap-mld0']
		);
	});

	it('numbers keys, and tells none', () => {
		const uci =
			RADIO +
			iface('a') +
			iface('b', { key: 'another12345' }) +
			iface('c', { ssid: 'Guests' }) +
			'config wifi-iface d\n\toption device radio0\n\toption mode ap\n\nconfig wifi-iface e\n\toption device radio0\n\toption mode ap\n';
		const bsses = read(uci);
		const [a, b, c, d, e] = bsses.map(({ key_number }) => key_number);
		deepEqual([a === c, a === b, d === e, d === a], [true, false, false, false]);
		equal(JSON.stringify(bsses).includes('12345'), false);
	});

	it('knows which names offer WPA3', () => {
		const names = ['psk2', 'sae', 'sae-mixed', 'psk3', 'sae-compat', 'wpa3', 'owe', 'none'];
		const offer = (software: Software) => names.filter(encryption => only({ encryption }, software).sae).join(' ');
		equal(offer(UCODE), 'sae sae-mixed psk3 sae-compat');
		equal(offer(SHELL), 'sae sae-mixed psk3 sae-compat');
	});

	it("knows the words of a radio's options for which the scripts stop", () => {
		const refusal = (mode: string) =>
			read(RADIO.replace('channel 1\n', `channel 1\n\toption require_mode ${mode}\n`) + iface('home'))[0]!.radio
				.refusal;
		for (const mode of ['n', 'ac', 'ax']) equal(refusal(mode), null, mode);
		equal(refusal('be')?.option, 'require_mode');
	});

	describe('what netifd says of a radio', () => {
		const uci = RADIO + iface('home');
		const radio = (said: object) =>
			read(uci, { status: { radio0: { ...STATUS, interfaces: [], ...said } } })[0]!.radio;
		const states = ({ managed, up, stopped, failed }: Bss['radio']) => ({ managed, up, stopped, failed });

		it('it is up', () => deepEqual(states(radio({})), { managed: true, up: true, stopped: false, failed: false }));
		it('wifi down was said', () => equal(radio({ up: false, autostart: false }).stopped, true));
		it('it has given up', () => equal(radio({ up: false, retry_setup_failed: true }).failed, true));
		it('nothing yet, where there is a script for it', () =>
			deepEqual(states(read(uci, { status: {} })[0]!.radio), {
				managed: true,
				up: null,
				stopped: false,
				failed: false
			}));
		it('nothing, for want of a script', () =>
			equal(read(uci, { status: {}, handlers: [] })[0]!.radio.managed, false));
		it("nothing of a vendor's radio", () =>
			equal(read(uci.replace('mac80211', 'mt7628'), { status: {} })[0]!.radio.managed, false));
	});

	describe('which section netifd means', () => {
		const uci = RADIO + iface('named') + iface('', { ssid: 'One' }) + iface('', { ssid: 'Two' });
		const names = (software: Software, sections: string[]) => {
			const interfaces = sections.map((section, place) => running(section, `phy0-ap${place}`));
			return read(uci, { software, status: { radio0: { ...STATUS, interfaces } } }).map(({ ifname }) => ifname);
		};
		it('by place, up to 24.10: all of the type count', () =>
			deepEqual(names(SHELL, ['named', '@wifi-iface[1]', '@wifi-iface[2]']), [
				'phy0-ap0',
				'phy0-ap1',
				'phy0-ap2'
			]));
		it('by name since', () =>
			deepEqual(names(UCODE, ['named', 'cfg033579', 'cfg043579']), ['phy0-ap0', 'phy0-ap1', 'phy0-ap2']));
	});

	describe('whether netifd runs it as it is configured', () => {
		const asked = { wps_pushbutton: '1', hostapd_bss_options: ['a=1', 'b=2'] };
		const taken = {
			ssid: 'Home',
			encryption: 'psk2',
			key: 'secret12345',
			wps_pushbutton: true,
			hostapd_bss_options: ['a=1', 'b=2']
		};
		const applied = (config: object | null, options: Record<string, string | string[]> = asked) => {
			const interfaces = config === null ? [] : [running('home', 'phy0-ap0', { ...config })];
			return read(RADIO + iface('home', options), { status: { radio0: { ...STATUS, interfaces } } })[0]!.applied;
		};
		it('it does not run it', () => equal(applied(null), null));
		it('it does', () => equal(applied(taken), true));
		it('off and not there are one', () => equal(applied({ ...taken, hidden: false, ppsk: null }), true));
		it('a word that means nothing is not there', () => equal(applied(taken, { ...asked, hidden: 'yes' }), true));
		for (const [option, value] of Object.entries({
			ssid: 'Former',
			key: 'former12345',
			encryption: 'none',
			wps_pushbutton: false,
			hidden: true,
			multi_ap: 1,
			wps_independent: 0,
			wpa_psk_file: '/etc/x.psk',
			hostapd_bss_options: ['b=2', 'a=1'],
			auth_server: ['192.168.1.5'],
			ieee80211w: 2
		}))
			it(`not where its ${option} is another one`, () => equal(applied({ ...taken, [option]: value }), false));
	});

	it('tells of uplinks beside it by their interfaces', () => {
		const interfaces = [
			running('home', 'phy0-ap0', { mode: 'ap' }),
			running('up', 'phy0-sta0', { mode: 'sta' }),
			running('mesh', 'phy0-mesh0', { mode: 'mesh' }),
			{ section: 'off', config: { mode: 'sta' } }
		];
		const [bss] = read(RADIO + iface('home'), { status: { radio0: { ...STATUS, interfaces } } });
		deepEqual(bss!.uplinks, ['phy0-sta0', 'phy0-mesh0']);
	});

	it('is unsaved where somebody changes the section or its radio', () => {
		const uci = RADIO + iface('a') + iface('b');
		const unsaved = (staged: Record<string, boolean>) => read(uci, { staged }).map(bss => bss.unsaved);
		deepEqual(unsaved({ a: true }), [true, false]);
		deepEqual(unsaved({ radio0: true }), [true, true]);
		deepEqual(unsaved({ other: true }), [false, false]);
	});

	describe('what hostapd is told besides', () => {
		it('independence', () => {
			const independent = (value: string, raw: string[] = [], software = UCODE) =>
				only({ wps_independent: value, hostapd_bss_options: raw }, software).independent;
			deepEqual(
				[only({}).independent, independent('1'), independent('0'), independent('1', ['wps_independent=0'])],
				[true, true, false, false]
			);
			// No number: the shell scripts never see it, hostapd takes it for 0 in what the ucode ones write.
			deepEqual([independent('no', [], SHELL), independent('no')], [true, false]);
		});
		it('how many devices it takes', () => {
			deepEqual(
				[only({}).capacity, only({ maxassoc: '5' }).capacity, only({ maxassoc: '0' }).capacity],
				[null, 5, null]
			);
			deepEqual([only({ max_num_sta: '4' }).capacity, only({ max_num_sta: '4' }, SHELL).capacity], [4, null]);
			equal(only({ maxassoc: '5', hostapd_bss_options: ['max_num_sta=7'] }).capacity, 7);
		});
		it('its UUID, where the scripts know the option', () => {
			const uuid = '12345678-9abc-def0-1234-56789abcdef0';
			deepEqual([only({ uuid }).uuid, only({ uuid }, { ...UCODE, uuid: true }).uuid], [null, uuid]);
			equal(only({ hostapd_bss_options: [`uuid=${uuid}`] }).uuid, uuid);
		});
		it('raw lines, which shell scripts part at blanks', () => {
			const raw = ['a=1 b=2', 'c=3'];
			deepEqual(only({ hostapd_bss_options: raw }).raw, raw);
			deepEqual(only({ hostapd_bss_options: raw }, SHELL).raw, ['a=1', 'b=2', 'c=3']);
		});
		for (const [option, value] of Object.entries({ wps_pin: '12345670', wps_label: '1', ext_registrar: 'true' }))
			it(`a PIN by ${option}`, () => equal(only({ [option]: value }).faults.pin_exposed, option));
		it('no PIN by a word for no', () =>
			equal(only({ wps_label: '0', ext_registrar: 'yes' }).faults.pin_exposed, undefined));
	});

	describe('a radio stays down', () => {
		const refused = (uci: string, software = UCODE) => read(uci, { software })[0]!.radio.refusal?.option ?? null;
		const onIface = (options: Record<string, string | string[]>, software = UCODE) =>
			refused(RADIO + iface('home', options), software);
		const onRadio = (option: string, value: string) =>
			refused(`${RADIO}\toption ${option} '${value}'\n${iface('home')}`);

		/** From here to there the ucode scripts let it pass; no end where they check none. */
		const IFACE: Record<string, [from: number | null, to: number]> = {
			access_network_type: [null, 15],
			iw_access_network_type: [null, 15],
			anqp_domain_id: [null, 65535],
			assoc_sa_query_max_timeout: [1, 4294967295],
			ieee80211w_max_timeout: [1, 4294967295],
			assoc_sa_query_retry_timeout: [1, 4294967295],
			ieee80211w_retry_timeout: [1, 4294967295],
			dtim_period: [1, 255],
			dynamic_vlan: [0, 2],
			eapol_version: [1, 2],
			ieee80211w: [0, 2],
			ocv: [null, 15],
			reassociation_deadline: [1000, 65535],
			sae_pwe: [0, 2]
		};
		const RADIOS: typeof IFACE = {
			beacon_int: [15, 65535],
			cell_density: [null, 3],
			he_bss_color: [1, 128],
			log_level: [null, 4],
			mbssid: [null, 2],
			rx_stbc: [null, 4],
			vht160: [null, 2],
			vht_link_adapt: [null, 3],
			vht_max_a_mpdu_len_exp: [null, 7]
		};
		for (const [ends, of] of [
			[IFACE, (option: string, value: string) => onIface({ [option]: value })],
			[RADIOS, onRadio]
		] as const)
			for (const [option, [from, to]] of Object.entries(ends))
				it(`where ${option} is beyond ${from ?? 'no end'} and ${to}`, () => {
					const inside = [to, ...(from === null ? [0, -1] : [from])];
					const outside = [to + 1, ...(from === null ? [] : [from - 1])];
					for (const value of inside) equal(of(option, String(value)), null, `${value}`);
					for (const value of outside) equal(of(option, String(value)), option, `${value}`);
				});
		it('not by such a value where the scripts are shell, which look at none', () =>
			equal(onIface({ dtim_period: '256' }, SHELL), null));

		it('by a raw line that is none: it is empty, a comment, or name and value', () => {
			const raw = (...lines: string[]) => onIface({ hostapd_bss_options: lines });
			deepEqual([raw(''), raw('# x'), raw('ap_isolate=1'), raw('ap_isolate=')], [null, null, null, null]);
			for (const line of ['?', 'x', '=1', '2a=1']) equal(raw('ap_isolate=1', line), 'hostapd_bss_options', line);
		});
	});

	describe('the software', () => {
		const sh = 'sae_password_file';
		it('22.03 and 23.05', () =>
			deepEqual(softwareOf({ netifd_ucode: false, ap_uc: null, hostapd_sh: '' }), { ...SHELL, scripts: 'old' }));
		it('24.10', () => deepEqual(softwareOf({ netifd_ucode: false, ap_uc: null, hostapd_sh: sh }), SHELL));
		it('25.12', () => deepEqual(softwareOf({ netifd_ucode: true, ap_uc: "'wps_state'", hostapd_sh: sh }), UCODE));
		it('25.12 built with shell scripts', () =>
			deepEqual(softwareOf({ netifd_ucode: true, ap_uc: null, hostapd_sh: sh }), { ...SHELL, netifd: 'ucode' }));
		it('main', () =>
			deepEqual(softwareOf({ netifd_ucode: true, ap_uc: "'uuid' 'dpp'", hostapd_sh: sh }), {
				...UCODE,
				uuid: true,
				dpp: true
			}));
	});
});
