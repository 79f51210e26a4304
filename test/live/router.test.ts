/* What changes a router, if only for a moment: npm run test:router -- --allow-changes [--section NAME] */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Job } from '../../src/contract/job';
import { accepted, refused } from '../contract/target';
import { PATIENCE, REMOTE, type RemoteRouter } from './remote';

/** A job takes 30 s at most before it is reverted, and the way to the router may be the network that restarts. */
const JOB_WITHIN = 90_000;

const section = process.env['WPS_SECTION'];

/** Access points in `status`, or the one of a section. */
const accessPoints = (router: RemoteRouter): any[] => accepted(router.call('status')).access_points;
const find = (router: RemoteRouter, name: string): any => accessPoints(router).find(ap => ap.section === name);

const errors = (ap: any): string =>
	ap.problems.flatMap(({ code, severity }: any) => (severity === 'error' ? [code] : [])).join(', ');

/** Marks a test as skipped and says why. */
function skip(router: RemoteRouter, test: Mocha.Context, reason: string): never {
	router.notes.push(`${test.test?.title}: ${reason}.`);
	return test.skip();
}

/** The first network on which a window would be opened. */
function findReady(router: RemoteRouter, test: Mocha.Context): any {
	const all = accessPoints(router);
	const why = all.map(ap => `${ap.section} has ${errors(ap)}`).join('; ') || 'no access points';
	return all.find(ap => ap.ready) ?? skip(router, test, `no network is ready (${why})`);
}

async function finish(router: RemoteRouter, method: 'enable' | 'disable', name: string): Promise<Job> {
	const { job } = accepted(router.call(method, { section: name }));
	for (const end = performance.now() + JOB_WITHIN; performance.now() < end; await setTimeout(2000))
		try {
			const now = find(router, name)?.job;
			if (now?.id === job.id && now.state !== 'running') return now;
		} catch (error) {
			// unreachable for as long as the network restarts
			if (performance.now() + 2000 >= end) throw error;
		}
	throw new Error(`${method} of ${name} does not end`);
}

function changes(router: RemoteRouter): void {
	it('a window: 120 s, no second one, cancelled, newest in the history', function () {
		this.timeout(2 * PATIENCE);
		const { ifname, section, ssid } = findReady(router, this);
		const { session } = accepted(router.call('start', { ifname }));
		router.sessions++;
		let closed = false;
		try {
			deepEqual(
				[session.ifname, session.section, session.ssid, session.method, session.origin, session.state],
				[ifname, section, ssid, 'pbc', 'luci.wps', 'waiting']
			);
			deepEqual([session.open, session.duration, session.ended, session.peer], [true, 120, null, null]);
			ok(session.remaining > 115 && session.remaining <= 120, `${session.remaining} s remain`);
			refused(router.call('start', { ifname }), 'already_open');
			const shown = find(router, section).session;
			deepEqual([shown.id, shown.state], [session.id, 'waiting']);

			const cancelled = accepted(router.call('cancel', { ifname })).session;
			closed = true;
			deepEqual([cancelled.id, cancelled.state, cancelled.open], [session.id, 'cancelled', false]);
			const [newest] = accepted(router.call('history', { limit: 1 })).entries;
			deepEqual(newest, cancelled);
			equal(accepted(router.call('cancel', { ifname })).session, null);
		} finally {
			if (!closed) router.call('cancel', { ifname });
		}
	});

	it('a PIN with a wrong checksum opens nothing', function () {
		this.timeout(PATIENCE);
		const { ifname, section } = findReady(router, this);
		refused(router.call('start', { ifname, pin: '12345671' }), 'pin_invalid');
		ok(!find(router, section).session?.open);
	});

	if (section)
		it(`WPS on ${section}: enabled, then disabled, and the configuration is the former one`, async function () {
			this.timeout(3 * JOB_WITHIN);
			const ap = find(router, section);
			ok(ap, `There is no access point of a section ${section}`);
			if (ap.enabled) skip(router, this, `WPS is on at ${section} already`);
			if (errors(ap) !== 'wps_disabled') skip(router, this, `${section} has ${errors(ap)}`);
			const before = router.look();
			try {
				equal((await finish(router, 'enable', section)).state, 'done');
				const { enabled, ready } = find(router, section);
				deepEqual([enabled, ready], [true, true]);
			} finally {
				if (find(router, section).enabled) equal((await finish(router, 'disable', section)).state, 'done');
			}
			deepEqual(router.differences(before), []);
		});
}

if (REMOTE) {
	const router = REMOTE;
	if (process.env['WPS_ALLOW_CHANGES']) describe('changes', () => changes(router));
	else router.notes.push('all that changes something, even for a moment (-- --allow-changes).');
}
