import * as uloop from 'uloop';
import type { ErrorCode } from '../contract/error';
import type { Job } from '../contract/job';
import type { Answers } from '../contract/methods';
import type { Bss } from '../contract/bss';
import { PROBLEMS } from '../contract/problem';
import { disabling, enabling, restorable, type Change } from '../core/switching';
import { ANYWHERE } from '../core/target';
import { guarded, send, type Call } from '../router/bus';
import { note, tell } from '../router/journal';
import { readOptions, writeOptions } from '../router/settings';
import { now } from '../router/time';
import { readBsses } from '../router/wireless';
import { storeKey, tendKeyFiles } from './keyfiles';
import { freshId, keep, memory, runningTask, type Task } from './memory';
import { defineCommand, targetOf, type Request } from './request';
import { describe, isAnswering, lookAround, lookFor, type Survey } from './survey';
import { openOn } from './windows';

/** How long an access point may take to come back with what was asked, and how soon one look counts, milliseconds. */
const COME_BACK = 30000;
const SETTLE = 3000;
const LOOK_EVERY = 1000;

let watcher: uloop.Timer | null = null;

function finish(task: Task, state: Job['state'], code: string | null): void {
	const job: Job = { ...task.job, state, code, ended: now().epoch };
	task.job = job;
	keep();

	note(`${job.kind} WPS for ${job.section}: ${state}${code === null ? '' : ` (${code})`}`);
	tell({ type: `${job.kind}d`, job });
}

/** netifd takes over what is configured now. */
const RELOAD: Call = { object: 'network', method: 'reload' };

/** Back to the former configuration. */
function revert(task: Task, code: string): void {
	const restored = writeOptions(task.job.section, task.former);
	tendKeyFiles(readBsses(null));
	send(RELOAD);
	finish(task, restored ? 'reverted' : 'failed', code);
}

/** Every interface of the section is on the air with what is configured now. */
function isBack(survey: Survey, section: string): boolean {
	const own = filter(survey.networks, network => network.section === section && !network.radio.disabled);
	const back = filter(
		own,
		network => network.radio.up === true && network.applied === true && isAnswering(survey, network)
	);

	return length(own) > 0 && length(back) === length(own);
}

function watch(): void {
	const task = runningTask();
	if (task === null) return;

	lookAround(now().monotonic + LOOK_EVERY, survey => {
		const left = task.until - now().monotonic;

		if (survey !== null && left <= COME_BACK - SETTLE && isBack(survey, task.job.section))
			finish(task, 'done', null);
		else if (left <= 0) revert(task, 'not_back');
		else watcher?.set?.(LOOK_EVERY);
	});
}

watcher = uloop.timer(-1, () => guarded(watch));

/** Writes and applies; done again after a restart of rpcd it does no harm. */
function apply(task: Task): void {
	const section = task.job.section;
	const path = task.change.wpa_psk_file;
	const stored = !path || storeKey(path, section) !== null;

	if (!stored || !writeOptions(section, task.change)) {
		tendKeyFiles(readBsses(null));
		finish(task, 'failed', stored ? 'configuration' : 'key_file');
	} else {
		send(RELOAD);
		if (!task.watched) finish(task, 'done', null);
		else watcher?.set?.(LOOK_EVERY);
	}
}

/** Why this network can't be switched now. What stops a start but would be mended, or only waited for, is no reason. */
function objection(survey: Survey, network: Bss, kind: Job['kind']): ErrorCode | null {
	if (runningTask() !== null || network.unsaved) return 'busy';
	// Where the wifi-scripts are shell, all networks of the radio restart.
	if (openOn(ANYWHERE) !== null) return 'already_open';
	if (kind === 'disable') return null;

	const status = describe(survey);
	// A build without WPS refuses the option, and with it the whole radio (facts §3): now, or after its next restart.
	if (!status.daemon.installed_has_wps || status.daemon.running_has_wps === false) return 'wps_not_supported';

	const own = filter(status.access_points, ap => ap.section === network.section);
	const unsuitable = filter(own[0].problems, problem => PROBLEMS[problem.code].refusal === 'unsuitable_network');
	return length(unsuitable) > 0 ? 'unsuitable_network' : null;
}

function startJob(survey: Survey, network: Bss, kind: Job['kind'], change: Change): Job {
	const at = now();
	const task: Task = {
		job: {
			id: freshId(at.epoch),
			section: network.section,
			kind,
			state: 'running',
			code: null,
			started: at.epoch,
			ended: null
		},
		change,
		former: readOptions(network.section, restorable(change)),
		watched: isAnswering(survey, network),
		until: at.monotonic + COME_BACK
	};

	memory.tasks[network.section] = task;
	keep();
	apply(task);
	return task.job;
}

function switchWps<M extends 'enable' | 'disable'>(
	request: Request<M>,
	kind: Job['kind'],
	changeFor: (network: Bss) => Change
): void {
	const section = targetOf(request).section;
	if (section === null) return request.fail('invalid_argument');

	lookFor(request, survey => {
		const network = filter(survey.networks, one => one.section === section)[0] ?? null;
		const error = network === null ? 'unknown_target' : objection(survey, network, kind);
		if (error !== null) return request.fail(error);

		note(`${kind} WPS for ${section}, by ${request.who}`);
		request.answer({ job: startJob(survey, network, kind, changeFor(network)) } as Answers[M]);
	});
}

/** `enable`: WPS on by push button, and with `persist` so that joined devices are known again after a restart. */
export const enableMethod = defineCommand<'enable'>({ section: '', persist: true }, request =>
	switchWps(request, 'enable', network => enabling(network, request.args.persist !== false))
);

/** `disable`: takes away what `enable` wrote. */
export const disableMethod = defineCommand<'disable'>({ section: '' }, request =>
	switchWps(request, 'disable', disabling)
);

/** Finishes what a restart of rpcd interrupted. */
export function resumeJobs(): void {
	const task = runningTask();
	if (task === null) return;

	task.until = now().monotonic + COME_BACK;
	apply(task);
}
