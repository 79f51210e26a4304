import { deepEqual, equal, match, throws } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VirtualClock } from '../../router/clock';
import type { Release } from '../../router/release';
import { SimulatedRouter } from '../../router/router';
import { releaseOf, sceneOf, verdicts } from '../../router/wireless-file';

const CASES = join(import.meta.dirname, '../../cases');
const CLI = join(import.meta.dirname, '../../router/wps-sim.js');

const RADIO = "config wifi-device 'radio0'\n\toption type 'mac80211'\n\toption band '2g'\n\toption channel '6'\n\n";
const HOME = "config wifi-iface 'home'\n\toption device 'radio0'\n\toption mode 'ap'\n\toption wps_pushbutton '1'\n";
const PSK = "\toption encryption 'psk2'\n\toption key 'correct horse'\n";

describe("somebody's wireless file", () => {
	const folder = mkdtempSync(join(tmpdir(), 'wps-sim-test-'));
	after(() => rmSync(folder, { recursive: true }));

	const written = (text: string) => {
		const file = join(folder, 'wireless');
		writeFileSync(file, text);
		return file;
	};

	/** What is said of it once the radios are up. */
	async function said(file: string, release: Release): Promise<string[]> {
		const router = new SimulatedRouter(sceneOf(file, release).options);
		const answer = verdicts(router);
		(router.clock as VirtualClock).advance(1000);
		const lines = await answer;
		equal(router.rpcd.crashed, null);
		router.rpcd.stop();
		return lines;
	}

	it('is read as its release reads it', async () => {
		const file = join(CASES, 'encryption-mixed-psk.uci');
		match((await said(file, '24.10')).join('\n'), /: tkip_only \(encryption\)/);
		match((await said(file, '25.12')).join('\n'), /: .*unknown_encryption \(encryption\)/);
	});

	it('names what has no access point, what is ready, and what uci does not understand', async () => {
		deepEqual(await said(written(RADIO), '25.12'), ['no access point']);
		const credential =
			"\tlist hostapd_bss_options 'skip_cred_build=1'\n\tlist hostapd_bss_options 'extra_cred=/etc/hostapd-wps-home.cred'\n";
		const kept = written(`${RADIO}${HOME}${PSK}\toption ssid 'Café'\n${credential}`);
		deepEqual(await said(kept, '24.10'), ['home "Café", phy0-ap0: ready']);
		const broken = sceneOf(written(`${RADIO}${HOME}\toption 'ssid`), 'main');
		match(broken.about, /^wireless, as OpenWrt main takes it: uci does not understand it$/);
		equal(new SimulatedRouter(broken.options).call('luci.wps', 'status').code, 0);
	});

	it('comes with the files that it names', async () => {
		const keys = "\toption wpa_psk_file '/etc/keys'\n\toption ssid 'Home'\n";
		const { put } = sceneOf(written(`${RADIO}${HOME}${PSK}${keys}`), '24.10').options;
		deepEqual(put, { '/etc/keys': '' });
		deepEqual(await said(join(folder, 'wireless'), '24.10'), [
			'home "Home", phy0-ap0: not_persistent (hostapd_bss_options)'
		]);
	});

	it('wants a release that there is', () => {
		equal(releaseOf('23.05'), '23.05');
		throws(() => releaseOf('24'), /--release is one of 22.03, 23.05, 24.10, 25.12, main/);
	});

	it('is told of in the terminal', async () => {
		const file = join(CASES, 'anonymous-section.uci');
		const args = [CLI, 'start', '--port', '0', '--speed', '20', '--wireless', file, '--release', '24.10'];
		const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: folder } });
		let output = '';
		child.stdout.on('data', data => (output += data));
		child.stderr.on('data', data => (output += data));
		const ended = new Promise(done => child.on('close', done));
		for (let tries = 0; tries < 1_200 && !/^ {2}cfg/m.test(output); tries++)
			await new Promise(done => setTimeout(done, 50));
		child.kill();
		await ended;
		match(output, /The simulated router is up: anonymous-section\.uci, as OpenWrt 24\.10 takes it\./);
		match(output, /^ {2}cfg\w{6} "Home", wlan0: not_persistent \(hostapd_bss_options\)$/m);
	}).timeout(120_000);
});
