import type { Bss, Radio, Refusal, Software } from '../../contract/bss';
import { protectionFrom } from '../encryption';
import { faultsOf } from './faults';
import { readIface, type Iface } from './iface';
import { DEVICE, given, listOf, type Section } from './options';
import { bandOf, writtenChannel } from './radio';
import { refusedOf, refusedOfRadio } from './refusals';
import { netifdName, sectionsOfType, type Sections } from './sections';
import { hasStations } from './stations';
import { atoi, toldCapacity, toldIndependent, toldSsid, toldSecurity, toldUuid, toldWps } from './hostapd-config';

/** An access point as it is configured, before netifd is asked what runs of it. */
export interface Draft {
	bss: Bss;
	/** The section, with its key. */
	iface: Iface;
	/** What netifd calls the section. */
	name: string;
}

/** A radio as it is configured, and its access points. */
export interface DraftRadio {
	radio: Radio;
	/** The driver that netifd is to run it with. */
	type: string | null;
	drafts: Draft[];
}

/** What the committed configuration says, whatever runs of it: it stays the same until the file or the software changes. */
export type Configuration = DraftRadio[];

/** A number for every key: equal keys have the same, and a section without one has a number of its own. */
function keyNumbers(ifaces: Iface[]): number[] {
	const known: { [key: string]: number } = {};

	return map(ifaces, (iface, place) => {
		const key = iface.options.key;
		return key === null ? place : (known[`key ${key}`] ??= place);
	});
}

/** The radios that a section names: one, or a list since 24.10; netifd in ucode also takes several words for one (parse_array). */
function radiosOf(iface: Iface): string[] {
	const device = iface.section.device ?? null;
	if (iface.software.netifd === 'ucode') return listOf(device);
	if (type(device) === 'array') return iface.software.scripts === 'old' ? [] : device;

	return device === null ? [] : [device];
}

/** The first that makes the scripts or hostapd refuse the whole radio; a section that is switched off does not. */
function refusalOf(device: Section, ifaces: Iface[], software: Software): Refusal | null {
	const own = refusedOfRadio(device, software);
	if (own !== null) return { section: device['.name'], option: own };

	for (const iface of ifaces) {
		const option = iface.options.disabled === true ? null : refusedOf(iface, toldSecurity(iface));
		if (option !== null) return { section: iface.section['.name'], option };
	}

	return null;
}

function radioOf(device: Section, refusal: Refusal | null, software: Software): Radio {
	const options = given(device, DEVICE, software);
	const channel = writtenChannel(options);

	return {
		name: device['.name'],
		band: bandOf(options, software),
		channel: channel > 0 ? channel : null,
		disabled: options.disabled === true,
		managed: true,
		up: null,
		stopped: false,
		failed: false,
		refusal
	};
}

function bssOf(iface: Iface, radio: Radio, key_number: number, stations: boolean): Bss {
	const security = toldSecurity(iface);
	const options = iface.options;
	const faults = faultsOf(iface, security, stations);

	if (radio.band === '6g') faults.band_6ghz = 'band';
	return {
		section: iface.section['.name'],
		radio,
		ifname: null,
		ssid: toldSsid(iface),
		disabled: options.disabled === true,
		encryption: options.encryption ?? 'none',
		protection: protectionFrom(security),
		sae: index(security.akms, 'SAE') >= 0,
		key_number,
		faults,
		capacity: toldCapacity(iface),
		wps: atoi(toldWps(iface).value) === 2,
		independent: toldIndependent(iface),
		uuid: toldUuid(iface),
		raw: iface.lines,
		applied: null,
		psk_file: options.wpa_psk_file,
		stations,
		unsaved: false,
		uplinks: []
	};
}

/** All radios and the access points on each, by their places in the file. */
export function readConfiguration(sections: Sections, software: Software): Configuration {
	const stations = sectionsOfType(sections, 'wifi-station');
	const ifaces = map(sectionsOfType(sections, 'wifi-iface'), section => readIface(section, software));
	const numbers = keyNumbers(ifaces);

	return map(sectionsOfType(sections, 'wifi-device'), device => {
		const own = filter(ifaces, iface => index(radiosOf(iface), device['.name']) >= 0);
		const radio = radioOf(device, refusalOf(device, own, software), software);
		// No script has a default for the mode: without one it is no access point.
		const points = filter(own, iface => iface.options.mode === 'ap');

		return {
			radio,
			type: type(device.type) === 'string' ? device.type : null,
			drafts: map(points, iface => {
				const place = index(ifaces, iface);
				const keyed = hasStations(iface.section, stations, software);
				const name = netifdName(iface.section, place, software);
				return { bss: bssOf(iface, radio, numbers[place], keyed), iface, name };
			})
		};
	});
}
