// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as uloop from 'uloop';

return resident => {
	const EXPOSING = resident.EXPOSING;
	const PINS = resident.PINS;
	const bssesOf = resident.bssesOf;
	const canReread = resident.canReread;
	const credentialLines = resident.credentialLines;
	const credentialPath = resident.credentialPath;
	const daemonOf = resident.daemonOf;
	const dropKeys = resident.dropKeys;
	const foreignLines = resident.foreignLines;
	const freshId = resident.freshId;
	const guarded = resident.guarded;
	const handoverPath = resident.handoverPath;
	const houseUuid = resident.houseUuid;
	const isAble = resident.isAble;
	const isMeant = resident.isMeant;
	const isOnAir = resident.isOnAir;
	const isOurs = resident.isOurs;
	const isThere = resident.isThere;
	const isUplinkAway = resident.isUplinkAway;
	const judge = resident.judge;
	const keep = resident.keep;
	const keyHolders = resident.keyHolders;
	const keysAreRead = resident.keysAreRead;
	const lookAround = resident.lookAround;
	const lookFor = resident.lookFor;
	const memory = resident.memory;
	const note = resident.note;
	const now = resident.now;
	const openAnywhere = resident.openAnywhere;
	const randomHex = resident.randomHex;
	const readBsses = resident.readBsses;
	const readOptions = resident.readOptions;
	const runningTask = resident.runningTask;
	const sectionsOf = resident.sectionsOf;
	const send = resident.send;
	const storeCredential = resident.storeCredential;
	const storeKeyFile = resident.storeKeyFile;
	const targetOf = resident.targetOf;
	const tell = resident.tell;
	const tendFiles = resident.tendFiles;
	const textOf = resident.textOf;
	const touch = resident.touch;
	const uuidLine = resident.uuidLine;
	const uuidOf = resident.uuidOf;
	const wake = resident.wake;
	const writeOptions = resident.writeOptions;

	// src/core/switching.ts
	function unionFor(able, others, uuid, fresh) {
		if (uuid !== null) return { kind: 'uuid', uuid };
		if (length(able) < 2) return { kind: 'single' };
		if (length(filter(others, bss => bss.wps && !bss.independent)) === 0) return { kind: 'group' };

		return { kind: 'uuid', uuid: able[0].uuid ?? fresh() };
	}

	function listOrNone(lines) {
		return length(lines) > 0 ? lines : null;
	}

	function withoutOwnKeys(change, bss) {
		if (isOurs(bss.psk_file, 'psk')) change.wpa_psk_file = null;
	}

	function canHaveOwnKeys(bss) {
		return !bss.stations && (bss.psk_file === null || isOurs(bss.psk_file, 'psk'));
	}

	function ownPath(able) {
		const there = filter(able, bss => isOurs(bss.psk_file, 'psk'))[0]?.psk_file ?? null;
		return there ?? handoverPath(able[0].section, 'psk');
	}

	function abandoned(former, changes) {
		const paths = {};
		for (let section in keys(former)) {
			const path = former[section].wpa_psk_file ?? null;
			if (type(path) === 'string' && isOurs(`${path}`, 'psk')) paths[`${path}`] = true;
		}
		for (let section in keys(changes)) delete paths[`${changes[section].wpa_psk_file ?? ''}`];

		return keys(paths);
	}

	function enabling(able, kind, union) {
		const changes = {};

		for (let bss in able) {
			const change = { wps_pushbutton: '1' };
			const lines = foreignLines(bss.raw);

			for (let option in EXPOSING) change[option] = null;
			change.wps_independent = union.kind === 'group' ? '0' : null;
			if (union.kind === 'uuid') push(lines, uuidLine(union.uuid));
			if (kind === 'own') change.wpa_psk_file = ownPath(able);
			else {
				withoutOwnKeys(change, bss);
				const path = credentialPath(bss.raw) ?? handoverPath(bss.section, 'cred');
				for (let line in credentialLines(path)) push(lines, line);
			}
			change.hostapd_bss_options = listOrNone(lines);
			changes[bss.section] = change;
		}

		return changes;
	}

	function disabling(network) {
		const changes = {};

		for (let bss in network) {
			const change = { wps_pushbutton: null, wps_label: null, wps_independent: null };

			withoutOwnKeys(change, bss);
			change.hostapd_bss_options = listOrNone(foreignLines(bss.raw));
			changes[bss.section] = change;
		}

		return changes;
	}

	function restorable(change) {
		return filter(keys(change), option => index(PINS, option) < 0);
	}

	const OUR_UUID = /uuid=77707300-[0-9a-f-]+/;

	function isOurLine(line) {
		return (
			index(credentialLines(credentialPath([line]) ?? ''), line) >= 0 || match(line, OUR_UUID)?.[0] === line
		);
	}

	function linesOf(change) {
		const value = change.hostapd_bss_options ?? [];
		return type(value) === 'array' ? value : split(`${value}`, /[[:space:]]+/);
	}

	function withLines(changes, linesFor) {
		const result = {};
		for (let section in keys(changes))
			result[section] = { ...changes[section], hostapd_bss_options: listOrNone(linesFor(section)) };

		return result;
	}

	function veiled(changes) {
		return withLines(changes, section => filter(linesOf(changes[section]), isOurLine));
	}

	function unveiled(changes, present) {
		return withLines(changes, section => [
			...filter(linesOf(present[section]), line => line !== '' && !isOurLine(line)),
			...filter(linesOf(changes[section]), isOurLine)
		]);
	}

	// src/service/jobs.ts
	const COME_BACK = 30000;
	const SETTLE = 3000;
	const LOOK_EVERY = 1000;

	let watcher = null;

	function eventOf(job) {
		if (job.state === 'reverted') return 'reverted';
		if (job.state === 'failed') return 'job_failed';

		return job.kind === 'enable' ? 'enabled' : 'disabled';
	}

	function finish(task, state, code) {
		const job = { ...task.job, state, code, ended: now().epoch };
		task.job = job;
		touch();
		keep();

		const why = code === null ? '' : ` (${code})`;
		note(`${job.kind} WPS on "${job.network}": ${state}${why}`);
		tell({ type: eventOf(job), job });
	}

	const RELOAD = { object: 'network', method: 'reload' };

	function placeOf(bss) {
		return `${bss.radio.name} ${bss.section}`;
	}

	function isTakenUp(survey, bss) {
		return bss.radio.up === true && bss.applied === true && isThere(survey, bss);
	}

	function isBack(survey, bss, over) {
		return isTakenUp(survey, bss) && (isOnAir(survey, bss) || (over && isUplinkAway(bss)));
	}

	function presentOf(changes) {
		const present = {};
		for (let section in keys(changes)) present[section] = readOptions(section, restorable(changes[section]));

		return present;
	}

	function write(changes) {
		return writeOptions(unveiled(changes, presentOf(changes)));
	}

	function revert(task, code) {
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

	function complete(task) {
		for (let path in abandoned(task.former, task.changes)) {
			const count = dropKeys(path);
			if (count > 0) note(`${count} devices on "${task.job.network}" have no key of their own any more`);
		}
		for (let section in keys(task.changes)) keysAreRead(`${task.changes[section].wpa_psk_file ?? ''}`);
		finish(task, 'done', null);
	}

	function concludeJob(task) {
		if (task.reverting !== null) finish(task, 'reverted', task.reverting);
		else complete(task);
	}

	function watch() {
		const task = runningTask();
		if (task === null) return;

		lookAround(now().monotonic + LOOK_EVERY, survey => {
			const left = task.until - now().monotonic;
			const awaited = filter(survey?.bsses ?? [], bss => index(task.watched, placeOf(bss)) >= 0);
			const missing =
				survey === null ? null : length(filter(awaited, bss => !isBack(survey, bss, left <= 0)));

			if (survey !== null) wake(survey);
			if (missing === 0 && left <= COME_BACK - SETTLE) concludeJob(task);
			else if (left > 0) watcher?.set?.(LOOK_EVERY);
			else if (
				// What was before is put back, though it is not there: that is all that can be done.
				task.reverting !== null
			)
				concludeJob(task);
			else revert(task, 'not_back');
		});
	}

	watcher = uloop.timer(-1, () => guarded(watch));

	function storeFiles(section, change) {
		const lines = type(change.hostapd_bss_options) === 'array' ? change.hostapd_bss_options : [];
		const credential = credentialPath(lines);
		const list = type(change.wpa_psk_file) === 'string' ? `${change.wpa_psk_file}` : null;

		return (
			(credential === null || storeCredential(credential, section)) && (list === null || storeKeyFile(list))
		);
	}

	function apply(task) {
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

	function ableOf(survey, network) {
		const whole = judge(survey, daemonOf(survey))[index(survey.networks, network)];
		return bssesOf(filter(whole.places, isAble));
	}

	function objection(survey, network, kind, handed) {
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

		return handed === 'own' && length(filter(able, bss => !canHaveOwnKeys(bss))) > 0
			? 'unsuitable_network'
			: null;
	}

	function goingWith(changes) {
		let count = 0;
		for (let path in abandoned(presentOf(changes), changes)) count += keyHolders(path);

		return count;
	}

	function isComing(bss) {
		const radio = bss.radio;
		return (
			radio.managed &&
			radio.up === false &&
			!radio.stopped &&
			!radio.failed &&
			!radio.disabled &&
			!bss.disabled
		);
	}

	function watchedOf(survey, network) {
		const radios = map(network, bss => bss.radio.name);
		const running = filter(survey.bsses, bss => {
			const there = isThere(survey, bss) && (isOnAir(survey, bss) || !isUplinkAway(bss));
			return index(radios, bss.radio.name) >= 0 && (there || isComing(bss));
		});

		return map(running, placeOf);
	}

	function startJob(survey, network, kind, changes) {
		const at = now();
		const task = {
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
		const isOther = one =>
			length(filter(one.job.sections, name => index(task.job.sections, name) >= 0)) === 0;

		memory.tasks = [task, ...filter(memory.tasks, isOther)];
		touch();
		keep();
		apply(task);
		return task.job;
	}

	function switchWps(request, kind, handed, changesFor) {
		const target = targetOf(request);
		if (target === null) return;
		if (target.network === null && target.section === null)
			return request.fail('invalid_argument', 'network');

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
			request.answer({ job: startJob(survey, network, kind, changes) });
		});
	}

	function enable(request) {
		const kind = textOf(request, 'keys') ?? 'shared';
		if (index(['shared', 'own'], kind) < 0) return request.fail('invalid_argument', 'keys');

		const run = () =>
			switchWps(request, 'enable', kind, (network, survey) => {
				const others = filter(survey.bsses, bss => index(network, bss) < 0);
				const able = ableOf(survey, network);
				const union = unionFor(able, others, houseUuid(), () => uuidOf(randomHex(11)));
				return enabling(able, kind, union);
			});

		if (kind !== 'own') return run();
		canReread(request.deadline, can => (can ? run() : request.fail('unsuitable_network')));
	}

	function disable(request) {
		switchWps(request, 'disable', null, disabling);
	}

	function resumeJobs() {
		const task = runningTask();
		if (task === null) return;

		task.until = now().monotonic + COME_BACK;
		if (task.reverting !== null) revert(task, task.reverting);
		else apply(task);
	}

	return { disable, enable, resumeJobs };
};
