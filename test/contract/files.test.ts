import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Release } from '../router/release';
import { finished, optionsOf, refusing } from './switching';
import { onSimulator, refused, TestRouter } from './target';

/** Files as people have them; the first line of each says what is right. */
const FOLDER = new URL('../cases/', import.meta.url);

const read = (name: string) => readFileSync(new URL(`${name}.uci`, FOLDER), 'utf8');

/** What must be said of the only access point, errors first: the same on every release, or by release; null: there is none. */
type Said = string[] | null;

const CASES: Record<string, Said | Partial<Record<Release, Said>>> = {
	'anonymous-section': ['not_persistent'],
	'backhaul-hidden': ['multi_ap_backhaul'],
	'bool-hidden-yes': ['not_persistent'],
	'encryption-capitals': ['open_network'],
	'encryption-mixed-psk': { '23.05': ['tkip_only'], '24.10': ['tkip_only'], '25.12': ['unknown_encryption'] },
	'encryption-psk+psk2': ['not_persistent'],
	'key-missing': ['bad_key'],
	'mac-authentication': ['mac_authentication'],
	'mfp-required': ['not_persistent', 'pmf_required'],
	'mode-missing': null,
	'vendor-radio': ['not_managed']
};

const RELEASES: Release[] = ['23.05', '24.10', '25.12', 'main'];

describe('wireless files as people have them', () => {
	for (const release of RELEASES)
		for (const [name, said] of Object.entries(CASES)) {
			const codes = Array.isArray(said) || said === null ? said : (said[release] ?? said['25.12']);
			onSimulator(`${release}, ${name}: ${codes?.join(', ') ?? 'no access point'}`, () => {
				const router = new TestRouter({ config: read(name), release });
				const { networks } = router.status();
				if (codes === null) return deepEqual(networks, []);
				const [ap] = networks[0].access_points;
				deepEqual(
					ap.problems.map((problem: any) => problem.code),
					codes
				);
				equal(ap.ready, !ap.problems.some((problem: any) => problem.severity === 'error'));
				ok(!ap.problems.some((problem: any) => problem.fix === 'wait'), 'it waits for what never comes');
			});
		}

	it('are all told of here', () =>
		deepEqual(
			readdirSync(FOLDER)
				.map(name => name.replace('.uci', ''))
				.sort(),
			Object.keys(CASES).sort()
		));
});

describe('a section without a name', () => {
	for (const release of RELEASES)
		describe(release, () => {
			const router = () => new TestRouter({ config: read('anonymous-section'), release });
			/** uci's name for it. */
			const section = 'cfg023579';

			onSimulator('is on the air, and a window opens on it', () => {
				const own = router();
				const ap = own.ap(section);
				deepEqual([ap.ifname, ap.ready], ['wlan0', true]);
				equal(own.open().state, 'waiting');
				own.device('printer').pressButton('join');
				equal(own.reach('joined').section, section);
			});

			for (const name of [section, '@wifi-iface[0]', '@wifi-iface[-1]'])
				onSimulator(`goes by the name ${name}`, () => {
					const own = router();
					deepEqual(own.open({ section: name }).ifnames, ['wlan0']);
					equal(own.cancel({ section: name })?.state, 'cancelled');
				});

			onSimulator('is not another one', () => {
				for (const name of ['@wifi-iface[1]', '@wifi-iface[x]', '@wifi-device[0]'])
					refused(router().call('start', { section: name }), 'unknown_target');
			});

			onSimulator('is enabled, and watched until it is back', () => {
				const own = router();
				const before = optionsOf(own.files, section);
				const job = finished(own, 'enable', { section: '@wifi-iface[0]' });
				deepEqual([job.state, job.code, job.sections], ['done', null, [section]]);
				equal(job.ended! - job.started > 2, true);
				equal(own.network(section).keys, 'shared');
				equal(finished(own, 'disable', { section }).state, 'done');
				const { wps_pushbutton: _on, ...off } = before;
				deepEqual(optionsOf(own.files, section), off);
			});

			onSimulator('is put back as it was when it does not come back', () => {
				const config = read('anonymous-section').replace(/.*wps_pushbutton.*\n?/, '');
				const own = new TestRouter({ config, release });
				const before = optionsOf(own.files, section);
				refusing(own, 'wps');
				const job = finished(own, 'enable', { section });
				deepEqual([job.state, job.code], ['reverted', 'not_back']);
				deepEqual(optionsOf(own.files, section), before);
				equal(own.ap(section).on_air, true);
			});
		});
});
