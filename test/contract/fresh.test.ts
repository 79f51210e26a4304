import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { FileError } from '../router/files';
import { credentialText, house, KEPT, KEY, onSimulator, small, type TestRouter } from './target';

const CONFIG = '/etc/config/wireless';
const CREDENTIAL = '/etc/hostapd-wps-home.cred';

/** A router on which somebody has been looking for a while. */
function watched(router = small()): TestRouter {
	for (let look = 0; look < 4; look++) {
		router.advance(10);
		router.status();
	}
	return router;
}

/** Somebody writes the configuration: in place as an editor does, or as uci does by a new file of that name. */
function write(router: TestRouter, text: string, inPlace = false): void {
	if (inPlace) return router.files.put(CONFIG, text);
	router.files.put(`${CONFIG}.new`, text);
	router.files.rename(`${CONFIG}.new`, CONFIG);
}

const option = (router: TestRouter) => router.ap().problems.map(({ code }: { code: string }) => code);
const ssid = (router: TestRouter) => router.status().networks.map((network: { ssid: string }) => network.ssid);

describe('a look is never at what was', () => {
	onSimulator('a commit of another size, of the same size, in the same second', () => {
		const router = watched();
		const before = router.config;
		deepEqual(ssid(router), ['Home']);
		write(router, before.replace("'Home'", "'Another'"));
		deepEqual(ssid(router), ['Another']);
		write(router, before.replace("'Home'", "'Anither'"));
		deepEqual(ssid(router), ['Anither']);
		write(router, before.replace("'Home'", "'Onother'"), true);
		deepEqual(ssid(router), ['Onother']);
		router.advance(1);
		write(router, before.replace("'Home'", "'Unother'"), true);
		deepEqual(ssid(router), ['Unother']);
	});

	onSimulator('a file whose time of writing was put back', () => {
		const router = watched();
		const { mtime } = router.files.stat(CONFIG);
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		router.files.age(CONFIG, mtime);
		deepEqual(ssid(router), ['Hame']);
	});

	onSimulator('a clock that jumps back to the very second', () => {
		const router = watched();
		const { ctime } = router.files.stat(CONFIG);
		router.advance(100);
		router.status();
		router.clock.setEpoch(ctime);
		write(router, router.config.replace("'Home'", "'Hame'"), true);
		equal(router.files.stat(CONFIG).ctime, ctime);
		deepEqual(ssid(router), ['Hame']);
	});

	onSimulator('an interface that somebody sets down, though hostapd says the same as before', () => {
		const router = watched();
		equal(router.ap().on_air, true);
		router.files.onRead('/sys/class/net/phy0-ap0/carrier', () => {
			throw new FileError('EINVAL');
		});
		equal(router.ap().on_air, false);
	});

	onSimulator('what somebody stages, and takes back', () => {
		for (const folder of ['/tmp/.uci', '/var/run/rpcd/uci-0123456789abcdef']) {
			const router = watched();
			ok(!option(router).includes('unsaved_changes'));
			router.files.put(`${folder}/wireless`, "wireless.home.ssid='x'\n");
			ok(option(router).includes('unsaved_changes'), folder);
			router.files.drop(`${folder}/wireless`);
			ok(!option(router).includes('unsaved_changes'), folder);
		}
	});

	onSimulator('a credential that somebody touches is put right, and one that goes comes back', () => {
		const router = watched(small({ ...KEPT }));
		const whole = credentialText('Home', KEY);
		equal(router.files.text(CREDENTIAL), whole);
		const size = whole.length;
		router.files.put(CREDENTIAL, 'x'.repeat(size));
		router.status();
		ok(router.files.paths('/etc').some(path => router.files.text(path) === whole));
	});

	onSimulator('a file of ours that no setting names goes', () => {
		const router = watched();
		router.files.put('/etc/hostapd-wps-other.cred', 'x');
		router.status();
		equal(router.files.text('/etc/hostapd-wps-other.cred'), null);
	});

	onSimulator('another package', () => {
		const router = watched();
		const { daemon } = router.status();
		router.install('basic');
		const swapped = router.status().daemon;
		notEqual(swapped.package, daemon.package);
		equal(swapped.installed_has_wps, false);
		router.advance(20);
		router.status();
		router.install('full');
		deepEqual(router.status().daemon, daemon);
	});

	onSimulator('wifi down and up, a beacon that stops, settings of the button', () => {
		const router = watched(house());
		const bss = router.hostapd.bss('phy0-ap0');
		equal(router.ap().on_air, true);
		bss?.takeDown();
		equal(router.ap().on_air, false);
		router.files.put('/etc/config/wps', "config guard 'guard'\n\toption when '7'\n\tlist section 'home'\n");
		deepEqual(router.status().guard, { when: 7, sections: ['home'] });
		router.files.put('/etc/config/wps', "config guard 'guard'\n\toption when '8'\n\tlist section 'home'\n");
		equal(router.status().guard.when, 8);
	});

	onSimulator('the time goes on', () => {
		const router = watched();
		const { now } = router.status();
		router.advance(7);
		equal(router.status().now, now + 7);
	});
});
