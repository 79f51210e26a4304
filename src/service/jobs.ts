import * as uloop from 'uloop';
import type { Bss } from '../contract/bss';
import type { KeyKind } from '../contract/device';
import type { ErrorCode } from '../contract/error';
import type { Event } from '../contract/event';
import type { Job } from '../contract/job';
import type { Answers } from '../contract/methods';
import {
	abandoned,
	canHaveOwnKeys,
	disabling,
	enabling,
	restorable,
	unionFor,
	unveiled,
	veiled,
	type Change,
	type Changes
} from '../core/switching';
import type { Target } from '../core/target';
import { credentialPath, uuidOf } from '../core/handover';
import { guarded, send, type Call } from '../router/bus';
import { randomHex } from '../router/random';
import { now } from '../router/time';
import { freshId, keep, memory, runningTask, touch, type Task } from './memory';
import { dropKeys } from './parts/devices';
import { canReread, keyHolders, keysAreRead } from './parts/keys';
import {
	bssesOf,
	daemonOf,
	houseUuid,
	isAble,
	isMeant,
	isOnAir,
	isThere,
	isUplinkAway,
	judge,
	lookAround,
	lookFor,
	note,
	openAnywhere,
	readBsses,
	readOptions,
	sectionsOf,
	storeCredential,
	storeKeyFile,
	targetOf,
	tell,
	tendFiles,
	textOf,
	writeOptions,
	wake
} from './parts/look';
import type { Request } from './request';
import type { Survey } from './survey';

/** How long access points may take to come back with what was asked, and how soon one look counts, milliseconds. */
const COME_BACK = 30000;
const SETTLE = 3000;
const LOOK_EVERY = 1000;

let watcher: uloop.Timer | null = null;

/** What is told on the bus of a job that is over: each only when it is true. */
function eventOf(job: Job): Extract<Event, { job: Job }>['type'] {
	if (job.state === 'reverted') return 'reverted';
	if (job.state === 'failed') return 'job_failed';

	return job.kind === 'enable' ? 'enabled' : 'disabled';
}

function finish(task: Task, state: Job['state'], code: Job['code']): void {
	const job: Job = { ...task.job, state, code, ended: now().epoch };
	task.job = job;
	touch();
	keep();

	const why = code === null ? '' : ` (${code})`;
	note(`${job.kind} WPS on "${job.network}": ${state}${why}`);
	tell({ type: eventOf(job), job });
}

/** netifd takes over what is configured now. */
const RELOAD: Call = { object: 'network', method: 'reload' };

/** Which access point of which radio: one section may be on several. */
function placeOf(bss: Bss): string {
	return `${bss.radio.name} ${bss.section}`;
}

/** hostapd has it with what is configured now. */
function isTakenUp(survey: Survey, bss: Bss): boolean {
	return bss.radio.up === true && bss.applied === true && isThere(survey, bss);
}

/** On the air, with what is configured now; when the time is over also one that only waits for the uplink of its radio. */
function isBack(survey: Survey, bss: Bss, over: boolean): boolean {
	return isTakenUp(survey, bss) && (isOnAir(survey, bss) || (over && isUplinkAway(bss)));
}

/** What these options are now. */
function presentOf(changes: Changes): Changes {
	const present: Changes = {};
	for (const section of keys(changes)) present[section] = readOptions(section, restorable(changes[section]));

	return present;
}

function write(changes: Changes): boolean {
	return writeOptions(unveiled(changes, presentOf(changes)));
}

/** The former configuration is put back; the job is over when the access points are. */
function revert(task: Task, code: Job['code']): void {
	const restored = write(task.former);
	tendFiles(readBsses(null));
	send(RELOAD);
	if (!restored) return finish(task, 'failed', code);

	task.reverting = code;
	task.until = now().monotonic + COME_BACK;
	touch();
	keep();
	watcher?.set?.(LOOK_EVERY);
}

/** Done: keys that no section names any more are void. */
function complete(task: Task): void {
	for (const path of abandoned(task.former, task.changes)) {
		const count = dropKeys(path);
		if (count > 0) note(`${count} devices on "${task.job.network}" have no key of their own any more`);
	}
	for (const section of keys(task.changes)) keysAreRead(`${task.changes[section].wpa_psk_file ?? ''}`);
	finish(task, 'done', null);
}

function concludeJob(task: Task): void {
	if (task.reverting !== null) finish(task, 'reverted', task.reverting);
	else complete(task);
}

function watch(): void {
	const task = runningTask();
	if (task === null) return;

	lookAround(now().monotonic + LOOK_EVERY, survey => {
		const left = task.until - now().monotonic;
		const awaited = filter(survey?.bsses ?? [], bss => index(task.watched, placeOf(bss)) >= 0);
		const missing = survey === null ? null : length(filter(awaited, bss => !isBack(survey, bss, left <= 0)));

		if (survey !== null) wake(survey);
		if (missing === 0 && left <= COME_BACK - SETTLE) concludeJob(task);
		else if (left > 0) watcher?.set?.(LOOK_EVERY);
		// What was before is put back, though it is not there: that is all that can be done.
		else if (task.reverting !== null) concludeJob(task);
		else revert(task, 'not_back');
	});
}

watcher = uloop.timer(-1, () => guarded(watch));

/** Sees to it that the files are there which a section will name. */
function storeFiles(section: string, change: Change): boolean {
	const lines = type(change.hostapd_bss_options) === 'array' ? change.hostapd_bss_options : [];
	const credential = credentialPath(lines as string[]);
	const list = type(change.wpa_psk_file) === 'string' ? `${change.wpa_psk_file}` : null;

	return (credential === null || storeCredential(credential, section)) && (list === null || storeKeyFile(list));
}

/** Writes and applies; done again after a restart of rpcd it does no harm. */
function apply(task: Task): void {
	const unstored = filter(keys(task.changes), section => !storeFiles(section, task.changes[section]));
	const stored = length(unstored) === 0;

	if (!stored || !write(task.changes)) {
		tendFiles(readBsses(null));
		finish(task, 'failed', stored ? 'configuration' : 'key_file');
	} else {
		send(RELOAD);
		if (length(task.watched) === 0) complete(task);
		else watcher?.set?.(LOOK_EVERY);
	}
}

/** The access points of a network on which WPS can work. */
function ableOf(survey: Survey, network: Bss[]): Bss[] {
	const whole = judge(survey, daemonOf(survey))[index(survey.networks, network)];
	return bssesOf(filter(whole.places, isAble));
}

/** Why this network can't be switched now. What stops a start but would be mended, or only waited for, is no reason. */
function objection(survey: Survey, network: Bss[], kind: Job['kind'], handed: KeyKind | null): ErrorCode | null {
	if (runningTask() !== null || length(filter(network, bss => bss.unsaved)) > 0) return 'busy';
	// Where the wifi-scripts are shell, all networks of the radio restart.
	if (openAnywhere() !== null) return 'already_open';
	if (kind === 'disable') return null;

	// A build without WPS refuses the option, and with it the whole radio: now, or after its next restart.
	const daemon = daemonOf(survey);
	if (daemon.installed_has_wps === false || daemon.running_has_wps === false) return 'wps_not_supported';
	if (daemon.installed_has_wps === null && daemon.running_has_wps !== true) return 'timeout';

	const able = ableOf(survey, network);
	if (length(able) === 0) return 'unsuitable_network';

	return handed === 'own' && length(filter(able, bss => !canHaveOwnKeys(bss))) > 0 ? 'unsuitable_network' : null;
}

/** Devices whose own keys would be void. */
function goingWith(changes: Changes): number {
	let count = 0;
	for (const path of abandoned(presentOf(changes), changes)) count += keyHolders(path);

	return count;
}

/** netifd is about to set up its radio: somebody has just changed something else. */
function isComing(bss: Bss): boolean {
	const radio = bss.radio;
	return radio.managed && radio.up === false && !radio.stopped && !radio.failed && !radio.disabled && !bss.disabled;
}

/** All that is on the air and may restart, on whichever network, or could be, or will be: it has to be there at the end. */
function watchedOf(survey: Survey, network: Bss[]): string[] {
	const radios = map(network, bss => bss.radio.name);
	const running = filter(survey.bsses, bss => {
		const there = isThere(survey, bss) && (isOnAir(survey, bss) || !isUplinkAway(bss));
		return index(radios, bss.radio.name) >= 0 && (there || isComing(bss));
	});

	return map(running, placeOf);
}

function startJob(survey: Survey, network: Bss[], kind: Job['kind'], changes: Changes): Job {
	const at = now();
	const task: Task = {
		job: {
			id: freshId(at.epoch),
			network: network[0].ssid,
			sections: sectionsOf(network),
			kind,
			state: 'running',
			code: null,
			started: at.epoch,
			ended: null
		},
		changes: veiled(changes),
		former: veiled(presentOf(changes)),
		reverting: null,
		watched: watchedOf(survey, network),
		until: at.monotonic + COME_BACK
	};
	const isOther = (one: Task) => length(filter(one.job.sections, name => index(task.job.sections, name) >= 0)) === 0;

	memory.tasks = [task, ...filter(memory.tasks, isOther)];
	touch();
	keep();
	apply(task);
	return task.job;
}

function switchWps<M extends 'enable' | 'disable'>(
	request: Request<M>,
	kind: Job['kind'],
	handed: KeyKind | null,
	changesFor: (network: Bss[], survey: Survey) => Changes
): void {
	const target: Target | null = targetOf(request);
	if (target === null) return;
	if (target.network === null && target.section === null) return request.fail('invalid_argument', 'network');

	lookFor(request, survey => {
		const meant = filter(survey.networks, network => isMeant(target, network));
		if (length(meant) > 1) return request.fail('ambiguous_target');
		if (length(meant) === 0) return request.fail('unknown_target');

		const network = meant[0];
		const error = objection(survey, network, kind, handed);
		if (error !== null) return request.fail(error);

		const changes = changesFor(network, survey);
		const going = goingWith(changes);
		if (going > 0 && request.args.force !== true) return request.fail('devices_would_go', going);

		note(`${kind} WPS on "${network[0].ssid}", by ${request.who}`);
		request.answer({ job: startJob(survey, network, kind, changes) } as Answers[M]);
	});
}

/** `enable`: WPS on by push button for the whole network, with the network's password for devices, or keys of their own. */
export function enable(request: Request<'enable'>): void {
	const kind = textOf(request, 'keys') ?? 'shared';
	if (index(['shared', 'own'], kind) < 0) return request.fail('invalid_argument', 'keys');

	const run = () =>
		switchWps(request, 'enable', kind as KeyKind, (network, survey) => {
			const others = filter(survey.bsses, bss => index(network, bss) < 0);
			const able = ableOf(survey, network);
			const union = unionFor(able, others, houseUuid(), () => uuidOf(randomHex(11)));
			return enabling(able, kind as KeyKind, union);
		});

	if (kind !== 'own') return run();
	canReread(request.deadline, can => (can ? run() : request.fail('unsuitable_network')));
}

/** `disable`: takes away what `enable` wrote, on the whole network. */
export function disable(request: Request<'disable'>): void {
	switchWps(request, 'disable', null, disabling);
}

/** Finishes what a restart of rpcd interrupted. */
export function resumeJobs(): void {
	const task = runningTask();
	if (task === null) return;

	task.until = now().monotonic + COME_BACK;
	if (task.reverting !== null) revert(task, task.reverting);
	else apply(task);
}
