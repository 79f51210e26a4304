import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Broker } from '../router/broker';
import { until } from '../router/until';

const SCRIPT = join(import.meta.dirname, '../../root/etc/init.d/wps-house');

/** Runs a function of the init script; procd and uci are stand-ins that say what they are asked. */
function run(action: string, options: Record<string, string> = {}, folder = '/nonexistent'): string[] {
	const cases = Object.entries(options).map(([option, value]) => `${option}) echo '${value}' ;;`);
	const script = `
		for name in open_instance set_param close_instance add_reload_trigger; do
			eval "procd_$name() { echo $name \\"\\$*\\"; }"
		done
		uci() { case "$3" in ${cases.join(' ')} *) return 1 ;; esac; }
		. ${SCRIPT}
		FOLDER=${folder} PICTURE=${folder}/picture
		${action}`;
	const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
	deepEqual([stderr, status], ['', 0]);
	return stdout.split('\n').filter(Boolean);
}

describe('/etc/init.d/wps-house', function () {
	this.timeout(300_000);

	it('starts nothing unless a broker is named and it is not disabled', () => {
		deepEqual(run('start_service'), []);
		deepEqual(run('start_service', { 'wps.house': 'house' }), []);
		deepEqual(run('start_service', { 'wps.house': 'button', 'wps.house.broker': 'b' }), []);
		const on = { 'wps.house': 'house', 'wps.house.broker': 'b' };
		deepEqual(run('start_service', { ...on, 'wps.house.disabled': '1' }), []);
		const started = run('start_service', on);
		ok(started.includes('set_param command /usr/bin/ucode /usr/share/wps-house/wps-house.uc'), started.join());
		ok(existsSync(join(SCRIPT, '../../..', 'usr/share/wps-house/wps-house.uc')));
		ok(started.includes('set_param file /etc/config/wps'));
		deepEqual(run('start_service', { ...on, 'wps.house.disabled': '0' }), started);
	});

	it('ends what the bridge leaves behind, and nobody else', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'luci-app-wps-service-'));
		const broker = await Broker.start();
		const child = spawn('mosquitto_sub', ['-p', String(broker.port), '-t', 'x']);
		const other = spawn('sleep', ['30']);
		try {
			const pids = { sub: child.pid, pub: other.pid, post: 'rm -rf' };
			for (const [role, pid] of Object.entries(pids)) {
				mkdirSync(join(folder, role));
				writeFileSync(join(folder, role, 'pid'), `${pid}\n`);
			}
			writeFileSync(join(folder, 'picture'), '{}');
			run('service_stopped', {}, folder);
			await until(() => child.signalCode === 'SIGKILL', 'the listener has ended');
			equal(other.exitCode ?? other.signalCode, null);
			ok(!existsSync(join(folder, 'sub/pid')) && !existsSync(join(folder, 'picture')));
		} finally {
			for (const one of [child, other]) one.kill('SIGKILL');
			await broker.end();
			rmSync(folder, { recursive: true });
		}
	});
});
