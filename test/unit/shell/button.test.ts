import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../src/build/outputs';
import { Ash } from './ash';

const PATH = '/etc/rc.wps/30-luci-app-wps';
const SCRIPT = join(ROOT, 'root', PATH);

/** OpenWrt 25.12 and main: package/network/config/wifi-scripts/files/etc/rc.button/wps */
const RC_BUTTON = `#!/bin/sh
[ "$ACTION" = "pressed" ] && exit 5
for script in /etc/rc.wps/*; do
	[ -x "$script" ] || continue
	"$script" && break
done
`;

/** What comes behind ours: which of them had its turn, and whether it takes the press as OpenWrt's does. */
const WPS_AP = '#!/bin/sh\necho ap >>/tmp/turns\n[ "$SEEN" -ge 3 ] && exit 1\nexit 0\n';
const WPS_STA =
	'#!/bin/sh\necho sta >>/tmp/turns\n[ "$SEEN" -lt 3 ] && exit 1\n[ "$ACTION" = released ] || exit 1\nexit 0\n';

/** Patience with a busy machine is not wanted here: the script has to answer within 300 ms. */
const AT_ONCE = 300;

const THERE = `echo '{"session":{"state":"waiting"}}'`;

describe('the script of the WPS button', function () {
	// A busy machine may be slow once.
	this.retries(2);

	let ash: Ash;

	beforeEach(function () {
		ash = Ash.open(this);
		ash.write('etc/rc.button/wps', RC_BUTTON);
		ash.write('etc/rc.wps/30-luci-app-wps', readFileSync(SCRIPT, 'utf8'));
		ash.write('etc/rc.wps/40-wps_ap', WPS_AP);
		ash.write('etc/rc.wps/50-wps_sta', WPS_STA);
		ash.program('ubus', THERE);
		ash.program('logger', '');
		ash.program('uci', 'exit 1');
	});
	afterEach(() => ash?.close());

	const press = (seen: string, action = 'released') =>
		ash.run('etc/rc.button/wps', { BUTTON: 'wps', ACTION: action, SEEN: seen });

	/** What happened once the background had its time. */
	async function story() {
		for (let i = 0; i < 800 && ash.read('tmp/ubus') === ''; i++) await sleep(25);
		return { called: ash.read('tmp/ubus').trim(), turns: ash.read('tmp/turns').trim().split('\n').join(' ') };
	}

	it('can be run, and shellcheck has nothing to say', function () {
		assert.equal(statSync(SCRIPT).mode & 0o777, 0o755);
		const { status, error, stdout } = spawnSync('shellcheck', ['-s', 'dash', SCRIPT], { encoding: 'utf8' });
		if (error) this.skip();
		assert.equal(status, 0, stdout);
	});

	it('has luci.wps do what a press does, and takes the press', async () => {
		const { code, took } = await press('0');
		assert.ok(took < AT_ONCE, `${took} ms`);
		assert.equal(code, 0);
		assert.deepEqual(await story(), { called: '-S -t 5 call luci.wps press', turns: '' });
		assert.equal(ash.read('tmp/logger'), '');
	});

	/** ACTION and SEEN as procd's plug/hotplug.c gives them, what is called, and who has a turn after us. */
	const EVENTS: [action: string, seen: string, called: boolean, turns: string][] = [
		['pressed', '0', false, ''],
		['pressed', '3600', false, ''],
		['released', '0', true, ''],
		['released', '1', true, ''],
		['released', '2', true, ''],
		['released', '3', false, 'ap sta'],
		['released', '4', false, 'ap sta'],
		['released', '7', false, 'ap sta'],
		['released', '3600', false, 'ap sta'],
		// Five seconds after "pressed" asked for it by its exit code; the key is still held.
		['timeout', '5', false, 'ap sta']
	];
	for (const [action, seen, called, turns] of EVENTS)
		it(`${action} after ${seen} s: ${called ? 'ours' : 'not ours'}`, async () => {
			await press(seen, action);
			await sleep(called ? 0 : 150);
			const { called: command, turns: others } = called
				? await story()
				: { called: ash.read('tmp/ubus'), turns: ash.read('tmp/turns').trim().split('\n').join(' ') };
			assert.deepEqual([command !== '', others], [called, turns]);
		});

	it('does nothing for a number that is none, or another action', async () => {
		for (const [action, seen] of [
			['released', 'x'],
			['', '0'],
			['long', '1']
		] as const) {
			const { code, output } = await ash.run(PATH, { ACTION: action, SEEN: seen });
			assert.deepEqual([code, output], [1, '']);
		}
		await sleep(150);
		assert.equal(ash.read('tmp/ubus'), '');
	});

	it('off: takes the press and opens nothing', async () => {
		ash.program('uci', 'echo off');
		await press('1');
		await sleep(150);
		assert.deepEqual([ash.read('tmp/ubus'), ash.read('tmp/turns')], ['', '']);
		assert.equal(ash.read('tmp/uci'), '-q get wps.button.action\n');
	});

	it('stock: leaves the press to OpenWrt', async () => {
		ash.program('uci', 'echo stock');
		await press('1');
		await sleep(150);
		assert.deepEqual([ash.read('tmp/ubus'), ash.read('tmp/turns')], ['', 'ap\n']);
	});

	it('a chosen network is for luci.wps to know', async () => {
		ash.program('uci', 'echo network');
		await press('1');
		assert.equal((await story()).turns, '');
	});

	/** How ubus may fail, and whether that is for the script to tell. */
	const FAILURES: [name: string, ubus: string, told: boolean][] = [
		['luci.wps refuses, which it tells itself', `echo '{"error":{"code":"wps_disabled"}}'; exit 8`, false],
		['rpcd has no luci.wps', 'exit 4', true],
		['rpcd hangs', 'sleep 1; exit 7', true],
		['ubusd is not there', 'exit 255', true],
		['this login may not', 'exit 6', true]
	];
	for (const [name, ubus, told] of FAILURES)
		it(`${name}: takes the press at once, opens no other network`, async () => {
			ash.program('ubus', ubus);
			const { code, took, output } = await press('1');
			assert.ok(took < AT_ONCE, `${took} ms`);
			assert.deepEqual([code, output], [0, '']);
			for (let i = 0; i < 400 && told && ash.read('tmp/logger') === ''; i++) await sleep(50);
			if (!told) await sleep(150);
			assert.equal(ash.read('tmp/turns'), '');
			if (told) assert.match(ash.read('tmp/logger'), /^-p daemon\.err -t luci\.wps .*does not answer.*\n$/);
			else assert.equal(ash.read('tmp/logger'), '');
		});

	it('a ubus that never ends holds nobody up', async () => {
		ash.program('ubus', 'sleep 60');
		const runs = [await press('1'), await press('1')];
		for (const { code, took } of runs) {
			assert.equal(code, 0);
			assert.ok(took < AT_ONCE, `${took} ms`);
		}
	});

	it('keeps no pipe of its caller open', async () => {
		ash.program('ubus', 'sleep 60');
		const began = performance.now();
		const text = spawnSync(ash.busybox, ['ash', join(ash.root, PATH)], {
			env: { PATH: join(ash.root, 'bin'), ACTION: 'released', SEEN: '1' },
			timeout: 5000
		});
		assert.equal(text.status, 0);
		assert.ok(performance.now() - began < 2 * AT_ONCE);
	});

	it('without ubus or uci at all it ends as well', async () => {
		for (const name of ['ubus', 'uci', 'logger']) ash.program(name, 'exit 127');
		assert.equal((await press('1')).code, 0);
	});
});
