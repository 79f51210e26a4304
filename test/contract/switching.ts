import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../router/bus';
import { FileError, type Files } from '../router/files';
import type { RouterOptions } from '../router/router';
import { readConfig } from '../router/uci';
import type { Job } from '../../src/contract/job';
import { accepted, credentialText, HOME, RADIO0, RADIO1, TestRouter, wireless } from './target';

/** What `enable` writes for section `home`: the network's password is handed over. */
export const CREDENTIAL = '/etc/hostapd-wps-home.cred';
export const LINES = ['skip_cred_build=1', `extra_cred=${CREDENTIAL}`];

type Options = Record<string, string | string[]>;

/** A network without WPS beside another one; `home` changes its options. */
export function plain(home: Options = {}, options: RouterOptions = {}): TestRouter {
	const { wps_pushbutton: _off, ...rest } = HOME;
	return new TestRouter({
		config: wireless({
			radio0: RADIO0,
			home: { ...rest, wps_device_name: 'Attic', ...home },
			radio1: RADIO1,
			home5: { ...rest, device: 'radio1', ssid: 'Home5' }
		}),
		...options
	});
}

/** The same after `enable`. */
export function enabled(home: Options = {}, options: RouterOptions = {}): TestRouter {
	const router = plain(home, options);
	equal(finished(router, 'enable').state, 'done');
	return router;
}

/** What the configuration says, whatever the order and the quotes. */
export function meaning(files: Files): ReturnType<typeof readConfig> {
	return readConfig(files, 'wireless');
}

/** Options of one section. */
export function optionsOf(files: Files, section = 'home'): Record<string, unknown> {
	const found = meaning(files).find(each => each['.name'] === section) ?? {};
	return Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('.')));
}

/** Calls `enable` or `disable` and lets time pass until that is over. */
export function finished(router: TestRouter, method: 'enable' | 'disable', args: Message = {}): Job {
	const { job } = accepted(router.call(method, 'network' in args ? args : { section: 'home', ...args }));
	router.until(() => !running(router), 70);
	return jobOf(router, job.sections[0]);
}

/** A job is under way; does not ask the handler. */
export function running({ files }: TestRouter): boolean {
	return /"state": ?"running"/.test(files.text('/var/run/luci-wps.json') ?? '');
}

export function jobOf(router: TestRouter, section = 'home'): Job {
	return router.ap(section).job;
}

/** No file without a line that names it, no such line without its file, nothing half written. */
export function checkWhole(files: Files): void {
	const named = meaning(files)
		.flatMap(section => section['hostapd_bss_options'] ?? [])
		.filter(line => String(line).startsWith('extra_cred=/etc/hostapd-wps-'))
		.map(line => String(line).slice('extra_cred='.length));
	deepEqual(
		files.paths('/etc').filter(path => path.startsWith('/etc/hostapd-wps-')),
		named
	);
	for (const path of named) {
		equal(files.text(path), credentialText(HOME.ssid, HOME.key));
		deepEqual(files.attributes(path), { mode: 0o600, uid: 101, gid: 101 });
	}
}

const OPERATIONS = ['read', 'write', 'rename', 'unlink', 'mkdir', 'chmod', 'chown', 'list'] as const;

/** Lets the n-th system call from now (from 1) on something below these folders fail; the answer lists all of them. */
export function failing(files: Files, number: number, folders: string[]): string[] {
	const seen: string[] = [];
	for (const operation of OPERATIONS) {
		const real = files[operation].bind(files) as (...args: unknown[]) => unknown;
		Object.assign(files, {
			[operation]: (...args: unknown[]) => {
				if (folders.some(folder => String(args[0]).startsWith(folder))) {
					seen.push(`${operation} ${String(args[0])}`);
					if (seen.length === number) throw new FileError('EIO');
				}
				return real(...args);
			}
		});
	}
	return seen;
}

/** From now on hostapd refuses every radio with this, and is down then. */
export function refusing(router: TestRouter, what: 'wps' | 'everything'): void {
	const { hostapd } = router;
	const real = hostapd.configSet.bind(hostapd);
	hostapd.configSet = (phy, config) => {
		if (!config || (what === 'wps' && !config.bss.some(bss => bss.wps))) return real(phy, config);
		real(phy, null);
		return false;
	};
}

/** The access point is on the air as the configuration wants it. */
export function checkOnAir(router: TestRouter, section = 'home'): void {
	ok(
		router.until(() => {
			const bss = router.hostapd.bss(router.ap(section).ifname ?? '');
			const options = optionsOf(router.files, section);
			return (
				bss?.onAir === true &&
				(bss.registrar !== null) === (options['wps_pushbutton'] === '1') &&
				bss.config.raw.some(line => line.startsWith('extra_cred=')) === 'hostapd_bss_options' in options
			);
		}, 60),
		`${section} is not on the air as configured`
	);
}
