import { isPlain, isWhole } from './text';
import { isName } from './topics';

/** When routers listen one after the other instead of all at once (taking-turns.ts). */
export type TurnMode = 'auto' | 'always' | 'never';

/** `config house 'house'` of /etc/config/wps, checked. */
export interface Settings {
	broker: string;
	port: number;
	tls: boolean;
	cafile: string | null;
	certfile: string | null;
	keyfile: string | null;
	username: string | null;
	password: string | null;
	prefix: string;
	name: string;
	/** Where Home Assistant looks for devices; null: nothing is said there. */
	discovery: string | null;
	/** The owner wants MAC addresses in the topics. */
	macs: boolean;
	/** How often broker and router look whether the other is still there, seconds. */
	keepalive: number;
	turns: TurnMode;
}

/** `culprit` is the option that can't be used. */
export type Reading = { settings: Settings; culprit: null } | { settings: null; culprit: string };

/** A line of an options file takes no control character, and ends at 1023 bytes (mosquitto client_shared.c). */
const LINE = 255;

type Check = (value: unknown) => boolean;

const isPath: Check = value => isPlain(value, LINE) && substr(value as string, 0, 1) === '/';
const isTopic: Check = value => isWhole(value, /[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/, 100);

/** The words for on, and for off, that libuci's readers know. */
const ON = ['1', 'on', 'true', 'yes', 'enabled'];
const OFF = ['0', 'off', 'false', 'no', 'disabled'];
const isFlag: Check = value => index(ON, value) >= 0 || index(OFF, value) >= 0;

/** What each option may hold. */
const CHECKS: { [option: string]: Check } = {
	broker: value => isWhole(value, /[A-Za-z0-9:][A-Za-z0-9.:_-]*/, 253),
	port: value => isWhole(value, /[1-9][0-9]*/, 5) && int(value as string) < 65536,
	tls: isFlag,
	cafile: isPath,
	certfile: isPath,
	keyfile: isPath,
	username: value => isPlain(value, LINE),
	password_file: isPath,
	prefix: isTopic,
	discovery: isTopic,
	name: isName,
	macs: isFlag,
	keepalive: value => isWhole(value, /[1-9][0-9]*/, 4) && int(value as string) >= 5,
	turns: value => index(['auto', 'always', 'never'], value) >= 0
};

/** A host name as a router's name. */
export function nameFrom(hostname: string): string {
	let name = '';
	for (let i = 0; i < min(length(hostname), 32); i++) {
		const letter = substr(hostname, i, 1);
		name += isName(letter) ? letter : '-';
	}

	return name === '' ? 'router' : name;
}

/**
 * Reads the section; an empty option counts as absent, as LuCI leaves them.
 * @param section   as libuci gives it
 * @param hostname  the name of a router that was not given one
 * @param password  the first line of `password_file`; null: it could not be read
 */
export function readSettings(section: { [option: string]: any }, hostname: string, password: string | null): Reading {
	const given: { [option: string]: string | null } = {};
	for (const option of keys(CHECKS)) {
		const value = section[option] ?? '';
		if (value !== '' && !CHECKS[option](value)) return { settings: null, culprit: option };
		given[option] = value === '' ? null : value;
	}

	const tls = index(ON, given.tls) >= 0;
	if (given.broker === null) return { settings: null, culprit: 'broker' };
	if ((given.certfile === null) !== (given.keyfile === null)) return { settings: null, culprit: 'certfile' };
	if (given.password_file !== null && given.username === null) return { settings: null, culprit: 'username' };
	if (given.password_file !== null && !isPlain(password, LINE)) return { settings: null, culprit: 'password_file' };

	const settings: Settings = {
		broker: given.broker,
		port: int(given.port ?? (tls ? '8883' : '1883')),
		tls,
		cafile: given.cafile,
		certfile: given.certfile,
		keyfile: given.keyfile,
		username: given.username,
		password: given.password_file === null ? null : password,
		prefix: given.prefix ?? 'wps',
		name: given.name ?? nameFrom(hostname),
		discovery: given.discovery,
		macs: index(ON, given.macs) >= 0,
		keepalive: int(given.keepalive ?? '30'),
		turns: given.turns === 'always' || given.turns === 'never' ? given.turns : 'auto'
	};

	return { settings, culprit: null };
}
