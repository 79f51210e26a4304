// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as fs from 'fs';
import * as uci from 'uci';
import * as uloop from 'uloop';

return resident => {
	const EXPOSING = resident.EXPOSING;
	const HISTORY_LIMIT = resident.HISTORY_LIMIT;
	const JOIN_GRACE = resident.JOIN_GRACE;
	const METHOD_NOT_FOUND = resident.METHOD_NOT_FOUND;
	const NOT_FOUND = resident.NOT_FOUND;
	const OK = resident.OK;
	const OVERLAP_TIME = resident.OVERLAP_TIME;
	const WALK_TIME = resident.WALK_TIME;
	const announce = resident.announce;
	const ask = resident.ask;
	const caseLights = resident.caseLights;
	const credentialLines = resident.credentialLines;
	const credentialPath = resident.credentialPath;
	const findLight = resident.findLight;
	const followDevices = resident.followDevices;
	const followKeys = resident.followKeys;
	const followLight = resident.followLight;
	const foreignLines = resident.foreignLines;
	const freshId = resident.freshId;
	const guarded = resident.guarded;
	const hasHostapdCli = resident.hasHostapdCli;
	const isOurs = resident.isOurs;
	const isSpent = resident.isSpent;
	const jobOf = resident.jobOf;
	const keep = resident.keep;
	const listen = resident.listen;
	const memory = resident.memory;
	const memoryRevision = resident.memoryRevision;
	const nextCredentialPath = resident.nextCredentialPath;
	const now = resident.now;
	const ownFileOf = resident.ownFileOf;
	const prepareKeys = resident.prepareKeys;
	const reconcile = resident.reconcile;
	const replaceFile = resident.replaceFile;
	const resumeJobs = resident.resumeJobs;
	const resumeKeys = resident.resumeKeys;
	const resumeLight = resident.resumeLight;
	const runningTask = resident.runningTask;
	const send = resident.send;
	const touch = resident.touch;
	const uuidLines = resident.uuidLines;
	const watchObjects = resident.watchObjects;

	// src/service/untranslated.ts
	function _(text) {
		return text;
	}

	// src/contract/problem.ts
	const NO_WPS = { fix: 'package', refusal: 'wps_not_supported' };
	const UNSUITABLE = { fix: 'wireless', refusal: 'unsuitable_network' };
	const NOT_YET = { fix: 'wait', refusal: 'not_on_air' };
	const WARNING = { fix: 'wireless', refusal: null };

	const PROBLEMS = {
		no_daemon: NO_WPS,
		daemon_without_wps: NO_WPS,
		daemon_restart_needed: { ...NO_WPS, fix: null },
		not_managed: { ...NOT_YET, fix: null },
		radio_disabled: { ...NOT_YET, fix: 'wireless' },
		radio_stopped: { ...NOT_YET, fix: 'wireless' },
		radio_failed: { ...NOT_YET, fix: 'wireless' },
		multi_ap_backhaul: { ...UNSUITABLE, fix: null },
		unknown_encryption: UNSUITABLE,
		open_network: UNSUITABLE,
		wep: UNSUITABLE,
		tkip_only: UNSUITABLE,
		enterprise: UNSUITABLE,
		wpa3_only: UNSUITABLE,
		bad_key: UNSUITABLE,
		ppsk: UNSUITABLE,
		mac_authentication: UNSUITABLE,
		hidden_ssid: UNSUITABLE,
		band_6ghz: { ...UNSUITABLE, fix: null },
		wps_disabled: { fix: 'enable', refusal: 'wps_disabled' },
		unsaved_changes: { fix: 'wireless', refusal: 'busy' },
		radio_down: NOT_YET,
		radar_check: NOT_YET,
		not_on_air: NOT_YET,
		silent: { ...NOT_YET, fix: 'enable' },
		window_open: { fix: 'wait', refusal: 'already_open' },
		overlap: { fix: 'wait', refusal: 'overlap' },
		full: { fix: 'wireless', refusal: 'unsuitable_network' },
		mac_allow_list: WARNING,
		not_persistent: { ...WARNING, fix: 'enable' },
		bands_apart: { ...WARNING, fix: 'enable' },
		routers_apart: { ...WARNING, fix: 'enable' },
		shared_flag: WARNING,
		pin_exposed: { ...WARNING, fix: 'enable' },
		fast_roaming: WARNING,
		pmf_required: WARNING,
		other_routers: { ...WARNING, fix: null }
	};

	// src/core/wireless/raw.ts
	const RAW = 'hostapd_bss_options';

	function rawLinesOf(entries, software) {
		if (software.scripts === 'ucode') return entries;

		return filter(split(join(' ', entries), /[ \t]+/), word => word !== '');
	}

	function lineValue(lines, name) {
		const begin = `${name}=`;
		const found = filter(lines, line => index(line, begin) === 0);

		return length(found) > 0 ? substr(found[length(found) - 1], length(begin)) : null;
	}

	// src/core/suitability.ts
	const CODES = keys(PROBLEMS);

	function blames(bss, option) {
		return length(filter(values(bss.faults), named => named === option)) > 0;
	}

	function isFit(bss) {
		const unfit = filter(keys(bss.faults), code => PROBLEMS[code].refusal === 'unsuitable_network');

		return length(unfit) === 0 && bss.radio.managed;
	}

	const MET = ['fast_roaming', 'pmf_required'];

	function configuredFaults(bss) {
		const causes = {};
		for (let code in keys(bss.faults)) if (bss.wps || index(MET, code) < 0) causes[code] = bss.faults[code];

		return causes;
	}

	function causesOf(at) {
		const bss = at.bss;
		const radio = bss.radio;
		const daemon = at.daemon;
		const refusal = radio.refusal;
		// Switched on in the configuration, on a radio that may come up: there is use in waiting for it.
		const wanted = !bss.disabled && !radio.disabled;
		const run = wanted && (radio.managed || at.answers);
		// The section at fault has words of its own for it, in most cases.
		const told = refusal !== null && refusal.section === bss.section && blames(bss, refusal.option);
		const failed = run && !at.answers && (radio.failed || refusal !== null);
		const awaited = run && !radio.stopped && !failed && at.radar_left === 0;

		return {
			...configuredFaults(bss),
			no_daemon: !at.daemon_installed,
			daemon_without_wps: at.daemon_installed && daemon.installed_has_wps === false,
			daemon_restart_needed:
				daemon.installed_has_wps !== null && daemon.running_has_wps === !daemon.installed_has_wps,
			not_managed: wanted && !run && 'type',
			radio_disabled: !wanted && 'disabled',
			radio_stopped: run && radio.stopped,
			radio_failed: failed && !told && !radio.stopped && (refusal?.option ?? true),
			unsaved_changes: bss.unsaved || bss.applied === false,
			radio_down: awaited && radio.up !== true,
			radar_check: wanted && at.radar_left > 0 && at.radar_left,
			not_on_air: awaited && radio.up === true && !at.answers,
			silent: awaited && at.answers && at.beacons === false,
			full: at.full && 'maxassoc',
			window_open: at.open !== null && (at.open.remaining ?? true),
			overlap: at.overlap_left > 0 && at.overlap_left,
			not_persistent: bss.wps && isFit(bss) && !at.persistent && RAW,
			shared_flag: bss.wps && (at.grouped ? 'wps_independent' : at.flagged > 1 && 'wps_pushbutton'),
			routers_apart: bss.wps && at.apart && 'uuid',
			other_routers: bss.wps && at.elsewhere
		};
	}

	function mendOf(code, cause, at) {
		if (code === 'silent' && at.uplink_away) return 'wait';
		// What a raw line says is the owner's: no switch of ours takes it away.
		if (code === 'wps_disabled' && cause === RAW) return 'wireless';

		return PROBLEMS[code].fix;
	}

	function problemsOf(situation) {
		const causes = causesOf(situation);
		const problems = [];

		for (let code in CODES) {
			const cause = causes[code] ?? false;
			if (cause === false) continue;

			const kind = PROBLEMS[code];
			push(problems, {
				code,
				severity: kind.refusal === null ? 'warning' : 'error',
				option: type(cause) === 'string' ? `${cause}` : null,
				fix: mendOf(code, cause, situation),
				seconds: type(cause) === 'int' ? int(cause) : null,
				sections: [situation.bss.section]
			});
		}

		return problems;
	}

	function obstacle(problems) {
		return filter(problems, problem => problem.severity === 'error')[0] ?? null;
	}

	// src/core/target.ts
	const ANYWHERE = { network: null, section: null, ifname: null };

	function isMeant(target, network) {
		if (target.network !== null) return network[0].ssid === target.network;
		if (target.section !== null) return length(filter(network, bss => bss.section === target.section)) > 0;
		if (target.ifname !== null) return length(filter(network, bss => bss.ifname === target.ifname)) > 0;

		return true;
	}

	function errorOf(problem) {
		return (problem === null ? null : PROBLEMS[problem.code].refusal) ?? 'wps_disabled';
	}

	function chooseOne(target, whole) {
		if (target.ifname !== null) {
			const place = filter(whole.places, one => one.bss.ifname === target.ifname)[0];
			return place.ready
				? { error: null, whole, opening: [place.bss] }
				: { error: errorOf(obstacle(place.problems)) };
		}

		return whole.ready ? { error: null, whole, opening: whole.opening } : { error: errorOf(whole.obstacle) };
	}

	function chooseNone(wholes) {
		const enabled = filter(wholes, whole => whole.enabled);
		const only = length(enabled) > 0 ? enabled : wholes;

		return { error: length(only) === 1 ? errorOf(only[0].obstacle) : 'wps_disabled' };
	}

	function choose(wholes, target) {
		const named = target.network !== null || target.section !== null || target.ifname !== null;
		const meant = filter(wholes, whole =>
			isMeant(
				target,
				map(whole.places, place => place.bss)
			)
		);
		if (named && length(meant) === 0) return { error: 'unknown_target' };
		if (length(meant) === 1 && (named || meant[0].ready)) return chooseOne(target, meant[0]);

		const ready = filter(meant, whole => whole.ready);
		if (length(ready) === 1) return chooseOne(target, ready[0]);
		if (length(ready) > 1) return { error: 'ambiguous_target' };

		return named ? { error: errorOf(meant[0].obstacle) } : chooseNone(meant);
	}

	// src/core/button.ts
	function pressed(wholes, chosen) {
		if (chosen !== null) return { ...ANYWHERE, network: chosen };

		const first = filter(wholes, whole => whole.enabled)[0] ?? null;
		return first === null ? null : { ...ANYWHERE, section: first.places[0].bss.section };
	}

	// src/core/network.ts
	const PERSONAL = ['ok', 'wpa3_only', 'tkip_only'];

	function familyOf(bss) {
		return index(PERSONAL, bss.protection) >= 0 ? 'personal' : bss.protection;
	}

	function networksOf(bsses) {
		const networks = [];
		const places = {};

		for (let bss in bsses) {
			const name = `${bss.key_number} ${familyOf(bss)} ${bss.ssid}`;
			const place = places[name] ?? -1;
			if (place >= 0) push(networks[place], bss);
			else {
				places[name] = length(networks);
				push(networks, [bss]);
			}
		}

		return networks;
	}

	function isGroup(bsses) {
		return length(filter(bsses, bss => bss.independent)) === 0;
	}

	function areOne(bsses) {
		if (length(bsses) < 2 || isGroup(bsses)) return true;

		const uuid = bsses[0].uuid;
		return uuid !== null && length(filter(bsses, bss => bss.uuid !== uuid)) === 0;
	}

	function openingOf(ready) {
		if (areOne(ready)) return ready;

		return slice([...filter(ready, bss => bss.radio.band === '2g'), ...ready], 0, 1);
	}

	function askedOf(members) {
		const group = filter(members, member => !member.independent);
		return [...slice(group, 0, 1), ...filter(members, member => member.independent)];
	}

	function sectionsOf(bsses) {
		const sections = [];
		for (let bss in bsses) if (index(sections, bss.section) < 0) push(sections, bss.section);

		return sections;
	}

	// src/core/network-state.ts
	function bssesOf(places) {
		return map(places, place => place.bss);
	}

	function isAble(place) {
		const against = filter(
			place.problems,
			problem => PROBLEMS[problem.code].refusal === 'unsuitable_network' && problem.code !== 'full'
		);
		return length(against) === 0;
	}

	function merge(problems) {
		const merged = {};

		for (let problem in problems) {
			const known = merged[problem.code] ?? null;
			if (known === null) merged[problem.code] = { ...problem, sections: [...problem.sections] };
			else {
				for (let section in problem.sections)
					if (index(known.sections, section) < 0) push(known.sections, section);
				if (known.seconds !== null) known.seconds = min(known.seconds, problem.seconds ?? known.seconds);
			}
		}

		const ordered = [];
		for (let code in keys(PROBLEMS)) {
			const problem = merged[code] ?? null;
			if (problem !== null) push(ordered, problem);
		}

		return ordered;
	}

	function apart(enabled) {
		if (areOne(enabled)) return [];

		const kind = PROBLEMS.bands_apart;
		return [
			{
				code: 'bands_apart',
				severity: 'warning',
				option: 'wps_independent',
				fix: kind.fix,
				seconds: null,
				sections: sectionsOf(enabled)
			}
		];
	}

	function nearness(place) {
		const problem = obstacle(place.problems);
		return problem === null ? length(PROBLEMS) : index(keys(PROBLEMS), problem.code);
	}

	function wholeOf(places) {
		const enabled = filter(places, place => place.bss.wps && !place.bss.disabled);
		const ready = filter(places, place => place.ready);
		const problems = apart(bssesOf(enabled));
		let nearest = places[0];

		for (let place in places) {
			for (let problem in place.problems) push(problems, problem);
			if (nearness(place) > nearness(nearest)) nearest = place;
		}

		return {
			places,
			enabled: length(enabled) > 0,
			ready: length(ready) > 0,
			opening: openingOf(bssesOf(ready)),
			problems: merge(problems),
			obstacle: length(ready) > 0 ? null : obstacle(nearest.problems)
		};
	}

	// src/core/window.ts
	const STALE = (WALK_TIME + 5) * 1000;

	const RAN_OUT = (WALK_TIME - 2) * 1000;

	function namesOf(parts) {
		return map(parts, part => part.ifname);
	}

	function openWindow(opening, at) {
		return {
			session: {
				id: opening.id,
				network: opening.network,
				ifnames: namesOf(opening.parts),
				ifname: null,
				section: null,
				method: opening.method,
				origin: opening.origin,
				by: opening.by,
				state: 'waiting',
				open: true,
				started: opening.origin === 'external' ? null : at.epoch,
				ended: null,
				duration: WALK_TIME,
				remaining: null,
				attempts_failed: 0,
				reason: null,
				peer: null
			},
			parts: opening.parts,
			homes: opening.homes,
			exclusive: opening.exclusive,
			since: at.monotonic,
			logged: null,
			cancelling: null,
			until: null
		};
	}

	function listening(window) {
		return window.session.open ? filter(window.parts, part => part.ending === null) : [];
	}

	function isAmbiguous(window, part) {
		return window.session.method === 'pin' || !part.independent || part.last.result === 'Failed';
	}

	function needsLog(window) {
		const unclear = filter(
			listening(window),
			part => isAmbiguous(window, part) && part.last.result !== 'None'
		);
		return length(unclear) > 0;
	}

	function isFollowed(window) {
		return window.session.open || window.until !== null;
	}

	function steadyUntil(window) {
		const waits = window.session.state === 'waiting' && window.cancelling === null;

		return waits ? window.since + WALK_TIME * 1000 : 0;
	}

	function cancelWindow(window, reason) {
		// wps_registrar_wps_cancel tells the device nothing.
		const trying = window.session.state === 'connecting' ? 'still_trying' : null;
		return { ...window, cancelling: ['cancelled', reason ?? trying] };
	}

	function enter(window, phase) {
		return { ...window, session: { ...window.session, ...phase } };
	}

	function close(window, ending, at) {
		return enter(window, { state: ending[0], reason: ending[1], open: false, ended: at.epoch, peer: null });
	}

	function deviceOf(mac, client) {
		return {
			mac,
			name: null,
			ip: null,
			signal: client?.signal ?? null,
			authorized: client !== null && client.authorized && !client.wps
		};
	}

	function located(window, place) {
		const session = window.session;
		const ifname = place?.ifname ?? null;
		if (session.ifname === ifname) return window;

		return { ...window, session: { ...session, ifname, section: place?.section ?? null } };
	}

	function succeed(window, part, mac, at) {
		const waiting = { ...located(window, part), until: at.monotonic + JOIN_GRACE * 1000 };

		return enter(waiting, {
			state: 'success',
			reason: null,
			open: false,
			ended: at.epoch,
			peer: deviceOf(mac, null)
		});
	}

	function associating(seen) {
		const clients = seen?.kind === 'answer' ? seen.clients : null;

		return filter(keys(clients ?? {}), mac => clients?.[mac]?.wps === true)[0] ?? null;
	}

	function stayOpen(window, round) {
		const parts = listening(window);
		const asked = filter(parts, part => {
			const seen = round[part.ifname] ?? null;
			return seen?.kind === 'answer' && seen.clients !== null;
		});
		const busy = filter(asked, part => associating(round[part.ifname] ?? null) !== null)[0] ?? null;
		const waiting = { state: 'waiting', reason: null, open: true, ended: null, peer: null };

		if (busy !== null) {
			const seen = round[busy.ifname] ?? null;
			const mac = associating(seen) ?? '';
			const client = seen?.kind === 'answer' ? (seen.clients?.[mac] ?? null) : null;
			const known = window.session.peer?.mac === mac && window.session.peer?.signal === client?.signal;

			if (known && window.session.ifname === busy.ifname) return window;
			return enter(located(window, busy), { ...waiting, state: 'connecting', peer: deviceOf(mac, client) });
		}
		if (window.session.state === 'waiting' || length(asked) < length(parts)) return window;

		return enter(located(window, null), waiting);
	}

	function pinEnding(window, last, failed, age) {
		// The device notices a wrong PIN first: hostapd has no reason to give.
		if (failed) return ['failed', last.reason ?? 'authentication_failure'];
		if (window.cancelling !== null) return window.cancelling;

		return age >= WALK_TIME * 1000 ? ['timeout', null] : null;
	}

	function ranOut(window, age) {
		if (window.cancelling !== null) return window.cancelling;
		if (age >= RAN_OUT) return ['timeout', null];

		return window.session.started === null ? ['timeout', 'start_not_seen'] : ['cancelled', 'elsewhere'];
	}

	function closedWithoutProof(window, part) {
		if (!part.independent) return ['lost', 'sibling'];
		// A failure from before the window is not this one's.
		if (window.session.attempts_failed > 0) return ['failed', part.last.reason ?? 'unknown'];

		return ['lost', 'daemon_restarted'];
	}

	function stillActive(window, age) {
		if (age <= STALE) return null;
		if (window.cancelling !== null) return window.cancelling;

		return window.session.started === null ? ['lost', 'stale'] : ['timeout', 'elsewhere'];
	}

	function endingOf(window, part, pbc, failed, age) {
		if (window.session.method === 'pin') return pinEnding(window, part.last, failed, age);

		switch (pbc) {
			case 'Active':
				return stillActive(window, age);
			case 'Overlap':
				return ['overlap', 'several_devices'];
			case 'Timed-out':
				return ranOut(window, age);
			default:
				return closedWithoutProof(window, part);
		}
	}

	function isTold(now, told) {
		const start = now.result === 'Success' ? `WPS-REG-SUCCESS ${now.peer} ` : 'WPS-FAIL ';
		return now.result !== 'None' && length(filter(told, line => index(line, start) === 0)) > 0;
	}

	function admitted(told) {
		const line = filter(told, one => index(one, 'WPS-REG-SUCCESS ') === 0)[0] ?? null;

		return line === null ? null : (split(line, ' ')[1] ?? null);
	}

	function ended(part, ending) {
		return { part: ending === null ? part : { ...part, ending }, mac: null, failed: false };
	}

	function turnOf(window, part, seen, at) {
		const age = at.monotonic - window.since;

		if (seen.kind === 'gone') {
			// It may have let somebody in just before it went.
			const mac = admitted(seen.told);
			return { ...ended(part, mac === null ? ['lost', 'access_point_gone'] : null), mac };
		}
		if (seen.kind === 'no_wps') return ended(part, ['lost', 'daemon_restarted']);
		// Nobody asked how the window is.
		if (seen.kind === 'answer' && seen.registrar === null) return ended(part, null);

		const now = seen.kind === 'answer' ? seen.registrar : null;
		if (seen.kind === 'silent' || now === null || now.pbc === 'Unknown' || now.result === 'Unknown') {
			// hostapd has said that it cancels; that is enough.
			if (window.cancelling !== null) return ended(part, window.cancelling);
			return ended(part, age > STALE ? ['lost', 'no_answer'] : null);
		}

		const last = part.last;
		const changed = now.result !== last.result || now.peer !== last.peer || now.reason !== last.reason;
		const news = changed || isTold(now, seen.told);
		const failed = news && now.result === 'Failed';
		const told = changed ? { ...part, last: now } : part;

		// Only a new process has forgotten.
		if (news && now.result === 'None') return ended(told, ['lost', 'daemon_restarted']);
		// The same device once more gives the same answer: then only the window closing tells, where no other access point can close it.
		const closed = now.pbc === 'Disabled' && window.session.method === 'pbc' && part.independent;
		if (now.result === 'Success' && now.peer !== null && (news || closed))
			return { part: told, mac: now.peer, failed: false };

		const counted = failed ? { ...window, session: { ...window.session, attempts_failed: 1 } } : window;
		return { ...ended(told, endingOf(counted, told, now.pbc, failed, age)), failed };
	}

	const WEIGHT = ['overlap', 'failed', 'timeout', 'cancelled', 'lost'];

	function heaviest(parts) {
		for (let state in WEIGHT) for (let part in parts) if (part.ending?.[0] === state) return part.ending;

		return ['lost', 'no_answer'];
	}

	function endsAll(window, ending) {
		return ending?.[0] === 'overlap' || (ending?.[0] === 'failed' && window.session.method === 'pin');
	}

	function withTurn(parts, before, after) {
		return before === after ? parts : map(parts, part => (part === before ? after : part));
	}

	function followOpen(window, round, at) {
		let parts = window.parts;
		let attempts = window.session.attempts_failed;
		let logged = window.logged;
		let winner = null;

		for (let part in listening(window)) {
			const seen = round[part.ifname] ?? null;
			if (seen === null) continue;

			const turn = turnOf(window, part, seen, at);
			parts = withTurn(parts, part, turn.part);
			if (turn.failed) attempts++;
			// The log tells the same once more: it counts from here on.
			if (turn.part.last !== part.last && isAmbiguous(window, turn.part)) logged = null;
			if (turn.mac !== null) winner ??= turn;
		}

		if (parts === window.parts && attempts === window.session.attempts_failed && winner === null)
			return stayOpen(window, round);

		const open = filter(parts, part => part.ending === null);
		const total = filter(parts, part => endsAll(window, part.ending))[0] ?? null;
		const after = { ...window, parts, logged, session: { ...window.session, attempts_failed: attempts } };

		if (winner !== null) return succeed(after, winner.part, winner.mac ?? '', at);
		if (total !== null) return close(after, heaviest([total]), at);
		if (length(open) > 0) {
			after.session.ifnames = namesOf(open);
			return stayOpen(after, round);
		}

		// A device that joins once more leaves the same answer: that all have closed without anybody else being able to is the proof.
		const again =
			filter(parts, part => part.ending?.[1] === 'sibling' && part.last.result === 'Success')[0] ?? null;
		if (window.exclusive && again !== null) return succeed(after, again, again.last.peer ?? '', at);

		return close(after, heaviest(parts), at);
	}

	function settle(window, until, round, at) {
		const session = window.session;
		if (session.state !== 'success') return window;

		const peer = session.peer;
		const settled = { ...window, until: null };
		// A look at the whole router does not ask for the clients: whoever follows the window will, soon.
		let asked = true;

		for (let home in window.homes) {
			const seen = round[home.ifname] ?? null;
			if (seen === null || (seen.kind === 'answer' && seen.clients === null)) asked = false;
			if (seen?.kind !== 'answer') continue;

			const device = deviceOf(peer.mac, seen.clients?.[peer.mac] ?? null);
			if (device.authorized)
				return enter(located(settled, home), {
					state: 'joined',
					open: false,
					ended: session.ended,
					reason: null,
					peer: { ...peer, authorized: true, signal: device.signal }
				});
		}
		if (at.monotonic >= until + (asked ? 0 : STALE - WALK_TIME * 1000))
			return enter(settled, {
				state: 'success',
				open: false,
				ended: session.ended,
				reason: 'not_connected',
				peer
			});

		return window;
	}

	function arriveElsewhere(window) {
		const session = window.session;
		if (session.state !== 'success') return window;

		const peer = { ...session.peer, authorized: true };
		return enter(
			{ ...window, until: null },
			{ state: 'joined', open: false, ended: session.ended, reason: null, peer }
		);
	}

	function observe(window, round, at) {
		if (window.session.open) return followOpen(window, round, at);

		return window.until === null ? window : settle(window, window.until, round, at);
	}

	function leftOpen(before, after) {
		if (after.session.open || !before.session.open) return [];

		return filter(
			after.parts,
			part => (part.ending === null || part.ending[0] === 'overlap') && part.ifname !== after.session.ifname
		);
	}

	function named(window, name, ip) {
		const session = window.session;
		const peer = session.peer;
		if (peer === null || (peer.name === name && peer.ip === ip)) return window;

		return enter(window, { ...session, peer: { ...peer, name, ip } });
	}

	function toSession(window, at) {
		const session = window.session;
		const left = session.open ? max(0, WALK_TIME - int((at.monotonic - window.since) / 1000)) : 0;

		return { ...session, remaining: session.started === null ? null : left };
	}

	// src/router/beacon.ts
	function hasCarrier(ifname) {
		const path = `/sys/class/net/${ifname}/carrier`;
		const carrier = fs.readfile(path, 1);
		if (carrier === null) return fs.access(path) === true ? false : null;

		return carrier === '1' ? true : carrier === '0' ? false : null;
	}

	// src/router/button.ts
	const SCRIPT = '/etc/rc.button/wps';

	const PLACE = '/etc/rc.wps/';

	let there = null;

	function hasButton() {
		there ??= index(fs.readfile(SCRIPT) ?? '', PLACE) >= 0;
		return there;
	}

	// src/router/freshness.ts
	/*
	 * What was made of files need not be made again while they are the same: while each has the inode and the time of its last
	 * change that it had then. Three things could make that untrue, and each is seen to here:
	 * - Times count whole seconds. A file that had just been written when it was read may be written once more in the same second:
	 *   what was made of a file so young is used once and not kept.
	 * - A clock that is set back gives the same second twice: nothing is kept over that.
	 * - Whoever likes can set a file's time of writing (`touch`, `cp -p`), but not the time of its last change.
	 * Of a folder the same tells whether a file came or went, but not whether one in it was written.
	 */
	const YOUNG = 5;

	const UNSEEN = 2000;

	let ahead = 0;
	let times_set = 0;

	function stampOf(paths) {
		const at = now();
		const lead = at.epoch * 1000 - at.monotonic;
		if (lead - ahead > UNSEEN || ahead - lead > UNSEEN) {
			ahead = lead;
			times_set++;
		}

		const told = [times_set];
		let newest = 0;
		for (let path in paths) {
			const found = fs.stat(path);
			if (found === null) push(told, 0);
			else {
				push(told, found.inode, found.ctime);
				newest = max(newest, found.ctime);
			}
		}

		return { text: join(' ', told), settled: newest < at.epoch - YOUNG };
	}

	function madeOf(before, stamp, make) {
		if (before?.text === stamp.text) return before;

		return { text: stamp.settled ? stamp.text : '', value: make() };
	}

	// src/router/own-settings.ts
	const SETTINGS_FILE = '/etc/config/wps';

	let known = null;

	function settingsCursor() {
		const cursor = uci.cursor() ?? die('uci');
		cursor.load(SETTINGS_FILE);

		return cursor;
	}

	function sectionsNow() {
		const sections = {};

		settingsCursor().foreach('wps', null, entry => {
			const options = {};
			const lists = {};
			for (let name in keys(entry))
				if (substr(name, 0, 1) === '.') continue;
				else if (type(entry[name]) === 'array') lists[name] = entry[name];
				else options[name] = `${entry[name]}`;
			sections[entry['.type']] ??= [];
			push(sections[entry['.type']], { name: entry['.name'], options, lists });
		});

		return sections;
	}

	function settingsOf(kind) {
		known = madeOf(known, stampOf([SETTINGS_FILE]), sectionsNow);

		return known.value[kind] ?? [];
	}

	function writeSection(name, kind, options) {
		if (fs.access(SETTINGS_FILE) !== true && fs.writefile(SETTINGS_FILE, '') === null) return false;

		const cursor = settingsCursor();
		cursor.set('wps', name, kind);
		for (let option in keys(options)) {
			const value = options[option];
			if (value !== null) cursor.set('wps', name, option, value);
			else if ((cursor.get('wps', name, option) ?? null) !== null) cursor.delete('wps', name, option);
		}

		// Nothing else is loaded, and ucode of 22.03 refuses a name.
		return cursor.commit() === true;
	}

	function removeSections(names) {
		if (length(names) === 0) return true;

		const cursor = settingsCursor();
		for (let name in names) if ((cursor.get('wps', name) ?? null) !== null) cursor.delete('wps', name);

		return cursor.commit() === true;
	}

	// src/router/handover.ts
	function fileExists(path) {
		return fs.access(path) === true;
	}

	function fileHolds(path, content) {
		const found = fs.readfile(path);
		if (found === null && fileExists(path)) return null;

		return found === content;
	}

	function readHandover(path) {
		return fs.readfile(path);
	}

	function removeHandover(path) {
		fs.unlink(path);
	}

	function isShort(path) {
		return (fs.stat(path)?.size ?? 0) < 90;
	}

	function writeHandover(path, content) {
		return replaceFile(path, content, 'network', true);
	}

	function hasKeyFiles() {
		return length(fs.glob('/etc/hostapd-wps-*.psk')) > 0;
	}

	function allHandovers() {
		return fs.glob(
			'/etc/hostapd-wps-*.psk',
			'/etc/hostapd-wps-*.psk.new',
			'/etc/hostapd-wps-*.cred',
			'/etc/hostapd-wps-*.cred.new'
		);
	}

	// src/router/hostapd.ts
	const PBC_STATES = ['Disabled', 'Active', 'Timed-out', 'Overlap'];
	const RESULTS = ['None', 'Success', 'Failed'];

	const BLANK = { pbc: 'Disabled', result: 'None', reason: null, peer: null };

	function hostapdCall(ifname, method) {
		return { object: `hostapd.${ifname}`, method };
	}

	// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
	const MAC = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;

	function isMac(text) {
		return match(text, MAC)?.[0] === text;
	}

	function readRegistrar(data) {
		const result = data.last_wps_result;
		const known = data.reason === 'Authentication Failure';
		const peer = data.peer_address;

		return {
			pbc: index(PBC_STATES, data.pbc_status) < 0 ? 'Unknown' : data.pbc_status,
			result: index(RESULTS, result) < 0 ? 'Unknown' : result,
			reason: known ? 'authentication_failure' : data.reason ? 'unknown' : null,
			peer: type(peer) === 'string' && isMac(peer) ? peer : null
		};
	}

	function clientsOf(data) {
		const clients = {};

		for (let mac in keys(data?.clients ?? {})) {
			const entry = data.clients[mac];
			clients[lc(mac)] = {
				authorized: entry.authorized === true,
				wps: entry.wps === true,
				signal: type(entry.signal) === 'int' ? entry.signal : null
			};
		}

		return clients;
	}

	function readObservation(status, clients, told) {
		if (status.code === METHOD_NOT_FOUND) return { kind: 'no_wps' };
		if (status.code === NOT_FOUND) return { kind: 'gone', told };
		if (status.code !== OK || type(status.data) !== 'object') return { kind: 'silent' };

		return {
			kind: 'answer',
			registrar: readRegistrar(status.data),
			clients: clients?.code === OK ? clientsOf(clients.data) : null,
			told
		};
	}

	function readClients(reply) {
		if (reply.code === NOT_FOUND) return { kind: 'gone', told: [] };
		if (reply.code !== OK) return { kind: 'silent' };

		return { kind: 'answer', registrar: null, clients: clientsOf(reply.data), told: [] };
	}

	const HOSTAPD_LINE = /hostapd(\[[0-9]+\])?: ([A-Za-z0-9._-]+): (.*)/;

	function hostapdLine(line) {
		const found = match(line.msg, HOSTAPD_LINE);
		return found?.[0] === line.msg ? { ifname: found[2], text: found[3] } : null;
	}

	function cameWith(lines) {
		const came = [];
		for (let line in lines) {
			const words = split(hostapdLine(line)?.text ?? '', ' ');
			if (words[0] !== 'AP-STA-CONNECTED' || length(words) < 3 || !isMac(words[1])) continue;
			if (index(words[2], 'keyid=') === 0)
				push(came, { mac: words[1], id: substr(words[2], length('keyid=')) });
		}

		return came;
	}

	function writtenSince(ifnames, after, lines) {
		if (length(lines) === 0 || lines[0].id > after + 1 || lines[length(lines) - 1].id < after) return null;

		const written = [];
		for (let line in lines) {
			const found = hostapdLine(line);
			if (line.id > after && found !== null && index(ifnames, found.ifname) >= 0) push(written, found.text);
		}

		return written;
	}

	function heardOn(ifnames, after, lines) {
		const written = writtenSince(ifnames, after, lines);

		return written === null
			? null
			: length(filter(written, text => index(text, 'CTRL-EVENT-EAP-STARTED ') === 0)) > 0;
	}

	const M8 = 12;

	function failedEarly(ifnames, after, lines) {
		const failures = filter(
			writtenSince(ifnames, after, lines) ?? [],
			text => index(text, 'WPS-FAIL msg=') === 0
		);
		const late = filter(failures, text => int(substr(split(text, ' ')[1], length('msg='))) >= M8);

		return length(failures) > 0 && length(late) === 0;
	}

	function toldSince(ifname, after, lines) {
		const told = [];

		for (let line in lines) {
			const found = hostapdLine(line);
			if (found?.ifname !== ifname || line.id <= (after ?? line.id)) continue;
			if (index(found.text, 'WPS-') === 0) push(told, found.text);
		}

		return told;
	}

	// src/router/hosts.ts
	const LEASES = '/tmp/dhcp.leases';
	const NEIGHBOURS = '/proc/net/arp';

	const BLANKS = /[ \t]+/;

	const NOBODY = { name: null, ip: null };

	function tableOf(path) {
		return map(split(fs.readfile(path) ?? '', '\n'), line => split(trim(line), BLANKS));
	}

	function addressOfNeighbour(fields) {
		return { name: null, ip: fields[0] };
	}

	function identityOfLease(fields) {
		return { name: fields[3] && fields[3] !== '*' ? fields[3] : null, ip: fields[2] ?? null };
	}

	function identities() {
		const known = {};
		for (let fields in tableOf(NEIGHBOURS))
			if (length(fields) > 3) known[lc(fields[3])] = addressOfNeighbour(fields);
		for (let fields in tableOf(LEASES))
			if (length(fields) > 2) known[lc(fields[1])] = identityOfLease(fields);

		return known;
	}

	function identify(mac) {
		return identities()[mac] ?? NOBODY;
	}

	// src/router/house.ts
	const TOLD = '/var/run/luci-wps-house.json';

	function houseText() {
		return fs.readfile(TOLD);
	}

	function readHouse() {
		const text = houseText();
		if (text === null) return null;

		try {
			const house = json(text);
			return type(house?.routers) === 'array' && type(house.connected) === 'bool' ? house : null;
		} catch {
			return null;
		}
	}

	function houseUuid() {
		return settingsOf('house')[0]?.options?.uuid ?? null;
	}

	function openHouse(network, session) {
		send({ object: 'luci.wps.house', method: 'start', args: { network, session } });
	}

	// src/router/journal.ts
	let log = null;
	try {
		log = require('log');
	} catch {
		log = null;
	}

	function note(text) {
		const line = replace(text, /[[:cntrl:]]/g, '?');

		if (log) log.syslog(log.LOG_NOTICE, `luci.wps: ${line}`);
		else system(['logger', '-p', 'daemon.notice', '-t', 'luci.wps', line], 500);
	}

	function linesCall(count) {
		return { object: 'log', method: 'read', args: { lines: count, stream: false } };
	}

	function readLines(reply) {
		return reply?.data?.log ?? [];
	}

	function tell(message) {
		announce('luci.wps', message);
	}

	// src/router/wireless.ts
	const CONFIG = '/etc/config/wireless';

	function committed() {
		const cursor = uci.cursor() ?? die('uci');
		cursor.load(CONFIG);

		return cursor;
	}

	function wirelessSections() {
		return committed().get_all('wireless') ?? {};
	}

	const LOGINS = '/var/run/rpcd';

	const STAGED = /[-+|~@^]?wireless\.([A-Za-z0-9_]+).*/;

	function stagedSections() {
		const sections = {};
		const folders = ['/tmp/.uci'];
		for (let name in fs.lsdir(LOGINS) ?? [])
			if (index(name, 'uci-') === 0) push(folders, `${LOGINS}/${name}`);

		for (let folder in folders) {
			const text = fs.readfile(`${folder}/wireless`);
			if (text === null) continue;
			for (let line in split(text, '\n')) {
				const found = match(line, STAGED);
				if (found?.[0] === line) sections[found[1]] = true;
			}
		}

		return sections;
	}

	function wirelessHandlers() {
		const handlers = [];

		for (let name in fs.lsdir('/lib/netifd/wireless') ?? []) {
			if (substr(name, -3) === '.sh') push(handlers, substr(name, 0, length(name) - 3));
		}

		return handlers;
	}

	const AP_UC = '/usr/share/ucode/wifi/ap.uc';
	const HOSTAPD_SH = '/lib/netifd/hostapd.sh';
	const WIRELESS_UC = '/lib/netifd/wireless.uc';

	const PROGRAMS = [AP_UC, HOSTAPD_SH, WIRELESS_UC];

	const WIRELESS = [CONFIG, ...PROGRAMS];

	function programStamp() {
		return stampOf(PROGRAMS);
	}

	function wirelessStamp() {
		return stampOf(WIRELESS);
	}

	function wirelessPrograms() {
		return {
			netifd_ucode: fs.access(WIRELESS_UC) === true,
			ap_uc: fs.readfile(AP_UC),
			hostapd_sh: fs.readfile(HOSTAPD_SH)
		};
	}

	function sectionNamed(name) {
		const found = match(name, /@wifi-iface\[-?[0-9]+\]/);

		return found?.[0] === name ? (committed().get_all('wireless', name)?.['.name'] ?? name) : name;
	}

	function bssidOf(ifname) {
		return trim(fs.readfile(`/sys/class/net/${ifname}/address`) ?? '') || null;
	}

	// src/router/wireless-options.ts
	function readOptions(section, names) {
		const cursor = committed();
		const options = {};
		for (let name in names) options[name] = cursor.get('wireless', section, name) ?? null;

		return options;
	}

	function writeOptions(changes) {
		const cursor = committed();

		for (let section in keys(changes)) {
			const options = changes[section];
			for (let name in keys(options)) {
				const value = options[name];
				if (value !== null) cursor.set('wireless', section, name, value);
				else if (cursor.get('wireless', section, name) !== null) cursor.delete('wireless', section, name);
			}
		}

		return cursor.commit() === true;
	}

	// src/service/arguments.ts
	function textOf(request, name) {
		return request.args[name] ?? null;
	}

	function emptyArgument(request) {
		for (let name in keys(request.args))
			if (request.args[name] === '' && name !== 'ubus_rpc_session') return name;

		return null;
	}

	function callerOf(request) {
		const origin = textOf(request, 'origin') ?? 'luci.wps';
		const by = textOf(request, 'by');
		const named = by === null || match(by, /[A-Za-z0-9_.-]{1,32}/)?.[0] === by;
		const culprit = origin !== 'house' && origin !== 'luci.wps' ? 'origin' : named ? null : 'by';

		if (culprit !== null) {
			request.fail('invalid_argument', culprit);
			return null;
		}
		return origin === 'house' ? { origin, by: by ?? origin } : { origin: 'luci.wps', by: request.who };
	}

	function targetOf(request) {
		const section = textOf(request, 'section');
		const target = {
			network: textOf(request, 'network'),
			section: section === null ? null : sectionNamed(section),
			ifname: textOf(request, 'ifname')
		};
		const given = filter(keys(target), name => target[name] !== null);
		const culprit = emptyArgument(request) ?? (length(given) > 1 ? given[1] : null);
		if (culprit === null) return target;

		request.fail('invalid_argument', culprit);
		return null;
	}

	// src/core/wireless/options.ts
	const IFACE = {
		mode: ['text', 'text'],
		disabled: ['yes', 'yes'],
		ssid: ['text', 'text'],
		encryption: ['text', 'text'],
		key: ['text', 'text'],
		wpa_psk_file: ['text', 'text'],
		hidden: ['yes', 'yes'],
		ignore_broadcast_ssid: [null, 'yes'],
		ieee80211w: ['number', 'number'],
		ieee80211r: ['yes', 'yes'],
		multi_ap: ['number', 'number'],
		ppsk: ['yes', 'yes'],
		macfilter: ['text', 'text'],
		auth_server: ['list', 'list'],
		auth_server_addr: [null, 'list'],
		maxassoc: ['number', 'number'],
		max_num_sta: [null, 'number'],
		wps_pushbutton: ['yes', 'yes'],
		wps_label: ['yes', 'yes'],
		wps_independent: ['number', 'number'],
		wps_pin: ['text', 'text'],
		ap_pin: [null, 'text'],
		ext_registrar: ['yes', 'yes'],
		wps_device_name: ['text', 'text'],
		multi_ap_backhaul_ssid: ['text', 'text'],
		multi_ap_backhaul_key: ['text', 'text'],
		uuid: ['text', 'text'],
		hostapd_bss_options: ['list', 'list']
	};

	const DEVICE = {
		disabled: ['yes', 'yes'],
		type: ['text', 'text'],
		band: ['text', 'text'],
		hwmode: ['text', 'text'],
		channel: ['text', 'text']
	};

	const YES = ['1', 'true'];
	const NO = ['0', 'false'];

	function yes(value) {
		return index(YES, value) >= 0 ? true : index(NO, value) >= 0 ? false : null;
	}

	function numberOf(value, software) {
		const text = type(value) === 'string' ? value : '';
		const digits = software.netifd === 'c' ? text : trim(text);
		if (match(digits, /0[xX][0-9a-fA-F]+/)?.[0] === digits) return hex(digits);
		if (match(digits, /-?[0-9]+/)?.[0] !== digits) return null;

		return int(digits, match(digits, /0[0-7]+/)?.[0] === digits ? 8 : 10);
	}

	function listOf(value) {
		if (type(value) === 'array') return value;

		return filter(split(`${value ?? ''}`, /[ \t]+/), word => word !== '');
	}

	function taken(value, kinds, software) {
		const kind = kinds[software.scripts !== 'ucode' ? 0 : 1];
		if ((value ?? null) === null || kind === null) return null;
		if (kind === 'list') return listOf(value);
		if (kind === 'yes') return yes(value);
		if (kind === 'number') return numberOf(value, software);

		return type(value) === 'string' ? value : null;
	}

	function given(section, table, software) {
		const options = {};
		for (let option in keys(table)) options[option] = taken(section[option], table[option], software);
		if (!software.uuid) options.uuid = null;

		return options;
	}

	// src/core/wireless/bsses.ts
	const UPLINKS = ['sta', 'mesh', 'adhoc'];

	const DECIDING = [
		'ssid',
		'encryption',
		'key',
		'hidden',
		'ignore_broadcast_ssid',
		'macfilter',
		'auth_server',
		'auth_server_addr',
		'ppsk',
		'multi_ap',
		'ieee80211w',
		'wps_pushbutton',
		'wps_label',
		'wps_independent',
		'uuid',
		'wpa_psk_file',
		'hostapd_bss_options'
	];

	const DRIVER = 'mac80211';

	function plain(value) {
		return value === false || value === null ? '' : sprintf('%J', value);
	}

	function isUnread(option, running) {
		return type(running) === 'double' || (type(running) === 'array' && index(IFACE[option], 'list') < 0);
	}

	function runs(option, configured, running) {
		if (configured === running) return true;
		if (configured === null && isUnread(option, running)) return true;

		return plain(configured) === plain(running);
	}

	function isApplied(draft, running) {
		const options = draft.iface.options;

		return (
			length(filter(DECIDING, option => !runs(option, options[option], running?.[option] ?? null))) === 0
		);
	}

	function radioNow(draft, netifd, handlers) {
		const known = netifd !== null || index(handlers, draft.type) >= 0;

		return {
			...draft.radio,
			managed: draft.type === DRIVER && known,
			up: netifd?.up ?? null,
			stopped: netifd?.autostart === false,
			failed: netifd?.retry_setup_failed === true
		};
	}

	function uplinksOf(interfaces) {
		const uplinks = filter(interfaces, entry => index(UPLINKS, entry.config?.mode) >= 0);

		return filter(
			map(uplinks, entry => entry.ifname ?? null),
			ifname => ifname !== null
		);
	}

	function bssesNow(configuration, status, staged, handlers) {
		const bsses = [];
		const seen = {};

		for (let draft_radio in configuration) {
			const netifd = status?.[draft_radio.radio.name] ?? null;
			const interfaces = netifd?.interfaces ?? [];
			const radio = radioNow(draft_radio, netifd, handlers);
			const uplinks = uplinksOf(interfaces);

			for (let draft in draft_radio.drafts) {
				const name = draft.name;
				const running = filter(interfaces, entry => entry.section === name)[0] ?? null;
				const ifname = running?.ifname ?? null;
				// A multi-link network has one interface for all its radios (wireless.uc, mlo_vif_create).
				if (seen[ifname ?? '']) continue;
				seen[ifname ?? ''] = ifname !== null;

				push(bsses, {
					...draft.bss,
					radio,
					ifname,
					applied: running === null ? null : isApplied(draft, running.config ?? null),
					unsaved: staged[draft.bss.section] === true || staged[radio.name] === true,
					uplinks
				});
			}
		}

		return bsses;
	}

	// src/core/encryption.ts
	const SHELL_CIPHERS = [
		['*tkip+aes', ['CCMP', 'TKIP']],
		['*tkip+ccmp', ['CCMP', 'TKIP']],
		['*aes+tkip', ['CCMP', 'TKIP']],
		['*ccmp+tkip', ['CCMP', 'TKIP']],
		['*ccmp256', ['CCMP-256']],
		['*aes', ['CCMP']],
		['*ccmp', ['CCMP']],
		['*tkip', ['TKIP']],
		['*gcmp256', ['GCMP-256']],
		['*gcmp', ['GCMP']],
		['wpa3-192*', ['GCMP-256']],
		['*', ['CCMP']]
	];

	const WPA = [
		['wpa2*', 2],
		['wpa3*', 2],
		['*psk2*', 2],
		['psk3*', 2],
		['sae*', 2],
		['owe*', 2],
		['wpa*mixed*', 3],
		['*psk*mixed*', 3],
		['wpa*', 1],
		['*psk*', 1],
		['*', 0]
	];

	const SHELL_AUTH = [
		['owe*', 'owe'],
		['wpa3*', 'eap'],
		['psk3-mixed*', 'psk-sae'],
		['sae-mixed*', 'psk-sae'],
		['psk3*', 'sae'],
		['sae*', 'sae'],
		['*psk*', 'psk'],
		['*wpa*', 'eap'],
		['*8021x*', 'eap'],
		['*wep*', 'wep'],
		['*', 'none']
	];

	const UCODE_AUTH = {
		none: 'none',
		owe: 'owe',
		'wpa3-192': 'eap',
		'wpa3-mixed': 'eap',
		wpa3: 'eap',
		psk: 'psk',
		psk2: 'psk',
		'psk-mixed': 'psk',
		sae: 'sae',
		psk3: 'sae',
		'psk3-mixed': 'psk-sae',
		'sae-mixed': 'psk-sae',
		'sae-compat': 'psk-sae-compat',
		wpa: 'eap',
		wpa2: 'eap',
		'wpa-mixed': 'eap',
		// What the scripts themselves call it goes as well.
		'psk-sae': 'psk-sae',
		'psk-sae-compat': 'psk-sae-compat',
		eap: 'eap',
		eap2: 'eap',
		eap192: 'eap',
		'eap-eap2': 'eap'
	};

	const UCODE_CIPHERS = {
		'tkip+aes': ['CCMP', 'TKIP'],
		'tkip+ccmp': ['CCMP', 'TKIP'],
		'aes+tkip': ['CCMP', 'TKIP'],
		'ccmp+tkip': ['CCMP', 'TKIP'],
		ccmp256: ['CCMP-256'],
		aes: ['CCMP'],
		ccmp: ['CCMP'],
		tkip: ['TKIP'],
		gcmp256: ['GCMP-256'],
		gcmp: ['GCMP']
	};

	const AKMS = {
		none: [],
		owe: ['OWE'],
		wep: [],
		psk: ['WPA-PSK'],
		'psk-sae': ['WPA-PSK', 'SAE'],
		// SAE stands in an element of its own there (rsn_override_key_mgmt).
		'psk-sae-compat': ['WPA-PSK', 'SAE'],
		sae: ['SAE'],
		eap: ['WPA-EAP'],
		dpp: ['DPP'],
		unknown: []
	};

	function firstFit(patterns, text) {
		return filter(patterns, entry => wildcard(text, entry[0]))[0][1];
	}

	function authOf(encryption, software) {
		if (encryption === 'dpp' && software.dpp) return 'dpp';
		if (software.scripts !== 'ucode') return firstFit(SHELL_AUTH, encryption);

		return UCODE_AUTH[split(encryption, '+')[0]] ?? 'unknown';
	}

	function ciphersOf(encryption, software) {
		if (software.scripts !== 'ucode') return firstFit(SHELL_CIPHERS, encryption);

		const place = index(encryption, '+');
		const names = place < 0 ? '' : substr(encryption, place + 1);
		return UCODE_CIPHERS[names] ?? (index(encryption, 'wpa3-192') === 0 ? ['GCMP-256'] : ['CCMP']);
	}

	function securityOf(encryption, software) {
		const text = encryption ?? 'none';
		const auth = authOf(text, software);
		const wpa = auth === 'dpp' ? 2 : firstFit(WPA, text);

		return {
			auth,
			wpa,
			ciphers: wpa === 0 ? [] : ciphersOf(text, software),
			akms: wpa === 0 ? [] : AKMS[auth]
		};
	}

	const STRONG = ['CCMP', 'GCMP', 'CCMP-256', 'GCMP-256'];

	function protectionFrom(security) {
		const akms = security.akms;

		// 802.1X without WPA (encryption 8021x)
		if (security.auth === 'eap' || index(akms, 'DPP') >= 0 || index(akms, 'WPA-EAP') >= 0)
			return 'enterprise';
		if (security.auth === 'wep') return 'wep';
		if (security.wpa === 0 || index(akms, 'OWE') >= 0) return 'open_network';
		// Scripts of ucode pass the name on, and nobody writes keys or lines for WPS (ap.uc, iface_auth_type).
		if (length(akms) === 0) return 'unknown_encryption';
		if (index(akms, 'WPA-PSK') < 0) return 'wpa3_only';

		const strong = length(filter(security.ciphers, cipher => index(STRONG, cipher) >= 0)) > 0;
		return security.wpa !== 1 && strong ? 'ok' : 'tkip_only';
	}

	function protectionOf(encryption, software) {
		return protectionFrom(securityOf(type(encryption) === 'string' ? encryption : null, software));
	}

	// src/core/wireless/iface.ts
	function readIface(section, software) {
		const options = given(section, IFACE, software);

		return { section, options, lines: rawLinesOf(options.hostapd_bss_options ?? [], software), software };
	}

	function isKey(key) {
		const size = length(key);

		return size === 64 ? match(key, /[0-9A-Fa-f]+/)?.[0] === key : size >= 8 && size < 64;
	}

	// src/core/wireless/hostapd-config.ts
	function unless(iface, name, value, option) {
		const line = lineValue(iface.lines, name);

		return line === null ? { value, option } : { value: line, option: RAW };
	}

	function nameOf(iface, alias, name) {
		return iface.software.scripts !== 'ucode' || (iface.section[alias] ?? null) !== null ? alias : name;
	}

	function atoi(value) {
		const number = match(value, / *-?[0-9]+/)?.[0] ?? '';

		return number !== '' && index(value, number) === 0 ? int(trim(number)) : 0;
	}

	function wordsOfLine(line) {
		return filter(split(line, ' '), word => word !== '');
	}

	function isUnreadable(iface) {
		return iface.software.scripts === 'ucode' && type(iface.section.encryption) === 'array';
	}

	const UNREADABLE = { auth: 'unknown', wpa: 2, ciphers: [], akms: [] };

	function toldSecurity(iface) {
		const security = isUnreadable(iface) ? UNREADABLE : securityOf(iface.options.encryption, iface.software);
		const wpa = lineValue(iface.lines, 'wpa');
		const akms = lineValue(iface.lines, 'wpa_key_mgmt');
		const ciphers = lineValue(iface.lines, 'rsn_pairwise') ?? lineValue(iface.lines, 'wpa_pairwise');

		return {
			auth: security.auth,
			wpa: wpa === null ? security.wpa : atoi(wpa),
			akms: akms === null ? security.akms : wordsOfLine(akms),
			ciphers: ciphers === null ? security.ciphers : wordsOfLine(ciphers)
		};
	}

	function toldHidden(iface) {
		const name = nameOf(iface, 'hidden', 'ignore_broadcast_ssid');

		return unless(iface, 'ignore_broadcast_ssid', iface.options[name] === true ? '1' : '0', name);
	}

	const PERSONAL_AUTH = ['psk', 'psk-sae', 'psk-sae-compat', 'sae'];

	function isPersonal(security) {
		return index(PERSONAL_AUTH, security.auth) >= 0;
	}

	function hasServerKeys(iface, security) {
		const able = iface.software.scripts === 'old' ? security.auth === 'psk' : isPersonal(security);

		return able && iface.options.ppsk === true;
	}

	function toldAdmission(iface, security) {
		const name = nameOf(iface, 'auth_server', 'auth_server_addr');
		const filters = iface.options.macfilter;
		let said = { value: '0', option: 'macfilter' };

		if (hasServerKeys(iface, security)) said = { value: '2', option: 'ppsk' };
		// hostapd.sh hostapd_set_bss_options, ap.uc iface_ppsk: on any network but those of 802.1X
		if (length(iface.options[name] ?? []) > 0 && index(['eap', 'dpp', 'unknown'], security.auth) < 0)
			said = { value: '2', option: name };
		if (filters === 'allow') said = { value: '1', option: 'macfilter' };
		if (filters === 'deny') said = { value: '0', option: 'macfilter' };

		return unless(iface, 'macaddr_acl', said.value, said.option);
	}

	function toldFrames(iface) {
		return unless(iface, 'ieee80211w', `${iface.options.ieee80211w ?? 0}`, 'ieee80211w');
	}

	function asksWps(iface) {
		return iface.options.wps_pushbutton === true || iface.options.wps_label === true;
	}

	function toldWps(iface) {
		return unless(iface, 'wps_state', asksWps(iface) ? '2' : '0', 'wps_pushbutton');
	}

	function toldIndependent(iface) {
		const value = iface.options.wps_independent;
		// What is no number becomes one that is none in the ucode scripts, and 0 in hostapd.
		const unread =
			iface.software.scripts === 'ucode' && (iface.section.wps_independent ?? null) !== null ? '0' : '1';

		return atoi(unless(iface, 'wps_independent', `${value ?? unread}`, 'wps_independent').value) !== 0;
	}

	function toldCapacity(iface) {
		const name = nameOf(iface, 'maxassoc', 'max_num_sta');
		const number = atoi(unless(iface, 'max_num_sta', `${iface.options[name] ?? 0}`, name).value);

		return number > 0 ? number : null;
	}

	function toldUuid(iface) {
		return lineValue(iface.lines, 'uuid') ?? iface.options.uuid;
	}

	function toldSsid(iface) {
		return lineValue(iface.lines, 'ssid') ?? iface.options.ssid ?? '';
	}

	// src/core/wireless/faults.ts
	function pinOf(iface) {
		return filter(EXPOSING, option => index([null, '', false], iface.options[option]) < 0)[0] ?? null;
	}

	function hasBadKey(iface, stations) {
		const key = iface.options.key;
		if (key !== null && isKey(key)) return false;

		const others = stations || iface.options.wpa_psk_file !== null;
		return !others || (key !== null && (length(key) === 64 || iface.software.scripts !== 'ucode'));
	}

	const KEYED = ['ok', 'wpa3_only', 'tkip_only'];

	function faultsOf(iface, security, stations) {
		const options = iface.options;
		const protection = protectionFrom(security);
		const named = protectionFrom(toldSecurity({ ...iface, lines: [] }));
		const admission = toldAdmission(iface, security);
		const frames = toldFrames(iface);
		const hidden = toldHidden(iface);
		const wps = toldWps(iface);
		const pin = pinOf(iface);
		const faults = {};

		// Nothing that could be mended here would bring WPS (hostapd.sh, ap.uc iface_wps).
		if (options.multi_ap === 1) return { multi_ap_backhaul: 'multi_ap' };
		if (protection !== 'ok') faults[protection] = protection === named ? 'encryption' : RAW;
		if (hasServerKeys(iface, security)) faults.ppsk = 'ppsk';
		else {
			if (index(KEYED, protection) >= 0 && hasBadKey(iface, stations)) faults.bad_key = 'key';
			if (atoi(admission.value) === 2) faults.mac_authentication = admission.option;
		}
		if (atoi(hidden.value) !== 0) faults.hidden_ssid = hidden.option;
		if (atoi(wps.value) !== 2) faults.wps_disabled = wps.option;
		if (atoi(admission.value) === 1) faults.mac_allow_list = admission.option;
		if (pin !== null) faults.pin_exposed = pin;
		if (options.ieee80211r === true && security.wpa >= 2) faults.fast_roaming = 'ieee80211r';
		// Many devices get the credential and never come. In sae-compat WPA3 has an element of its own.
		const wpa2 = index(security.akms, 'SAE') < 0 || security.auth === 'psk-sae-compat';
		if (protection === 'ok' && wpa2 && atoi(frames.value) === 2) faults.pmf_required = frames.option;

		return faults;
	}

	// src/core/wireless/radio.ts
	const BANDS = { b: '2g', g: '2g', a: '5g' };

	function writtenChannel(device) {
		const text = `${device.channel ?? ''}`;

		return match(text, /[0-9]+/)?.[0] === text ? int(text) : 0;
	}

	function modeOf(device, software) {
		const hwmode = `${device.hwmode ?? ''}`;
		const name = index(hwmode, '11') === 0 ? substr(hwmode, 2) : hwmode;
		if (index(['a', 'b', 'g', 'ad'], name) >= 0) return name;

		return software.scripts !== 'ucode' && writtenChannel(device) > 14 ? 'a' : 'g';
	}

	function bandOf(device, software) {
		const band = device.band ?? null;
		if (index(['2g', '5g', '6g'], band) >= 0) return band;
		if (band === '60g' || (band !== null && software.scripts === 'ucode')) return null;

		return BANDS[modeOf(device, software)] ?? null;
	}

	// src/core/wireless/limits.ts
	const IFACE_LIMITS = {
		access_network_type: [0, 15],
		iw_access_network_type: [0, 15],
		anqp_domain_id: [0, 65535],
		assoc_sa_query_max_timeout: [1, 4294967295],
		ieee80211w_max_timeout: [1, 4294967295],
		assoc_sa_query_retry_timeout: [1, 4294967295],
		ieee80211w_retry_timeout: [1, 4294967295],
		dtim_period: [1, 255],
		dynamic_vlan: ['0', '1', '2'],
		eapol_version: ['1', '2'],
		ieee80211w: ['0', '1', '2'],
		macfilter: ['allow', 'deny'],
		ocv: [0, 15],
		reassociation_deadline: [1000, 65535],
		sae_pwe: ['0', '1', '2'],
		time_advertisement: ['0', '2'],
		transition_disable: ['on', 'off', '0', '1', 'sae', 'sae-pk', 'wpa3', 'owe']
	};

	const LISTS = ['transition_disable'];

	const DEVICE_LIMITS = {
		band: ['2g', '5g', '6g', '60g'],
		beacon_int: [15, 65535],
		cell_density: [0, 3],
		chanbw: ['5', '10', '20'],
		he_bss_color: [1, 128],
		htmode: [
			...['NOHT', 'HT20', 'HT40-', 'HT40+', 'HT40', 'VHT20', 'VHT40', 'VHT80', 'VHT160'],
			...['HE20', 'HE40', 'HE80', 'HE160', 'EHT20', 'EHT40', 'EHT80', 'EHT160', 'EHT320']
		],
		log_level: [0, 4],
		mbssid: [0, 2],
		require_mode: ['n', 'ac', 'ax'],
		rx_stbc: [0, 4],
		vht160: [0, 2],
		vht_link_adapt: [0, 3],
		vht_max_a_mpdu_len_exp: [0, 7],
		vht_max_mpdu: ['3895', '7991', '11454']
	};

	function isWithin(option, value, limit, software) {
		if (index(LISTS, option) >= 0) return length(filter(listOf(value), word => index(limit, word) < 0)) === 0;

		const number = numberOf(value, software);
		if (type(limit[0]) === 'string') return index(limit, number === null ? value : `${number}`) >= 0;

		const range = limit;
		return number === null || ((range[0] === 0 || number >= range[0]) && number <= range[1]);
	}

	function firstOutside(section, limits, software) {
		if (software.scripts !== 'ucode') return null;

		const isSet = option => (section[option] ?? null) !== null;
		const outside = option => !isWithin(option, section[option], limits[option], software);
		return filter(keys(limits), option => isSet(option) && outside(option))[0] ?? null;
	}

	function outsideOfIface(section, software) {
		return firstOutside(section, IFACE_LIMITS, software);
	}

	function outsideOfDevice(section, software) {
		return firstOutside(section, DEVICE_LIMITS, software);
	}

	// src/core/wireless/refusals.ts
	const NAME = 32;
	const DEVICES = 2007;

	function hasServer(iface) {
		const servers = iface.options.auth_server ?? iface.options.auth_server_addr ?? [];

		const own = lineValue(iface.lines, 'eap_server') ?? iface.section.eap_server ?? '0';

		return length(servers) > 0 || (iface.section.server ?? null) !== null || own === '1';
	}

	function isUuid(uuid) {
		return uuid === null || match(uuid, /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) !== null;
	}

	function isLine(line) {
		return line === '' || index(line, '#') === 0 || match(line, /[a-z][a-z0-9_]*=.*/)?.[0] === line;
	}

	function isRefusedKey(iface, security) {
		const key = iface.options.key;
		if (hasServerKeys(iface, security)) return false;
		if (key === null) return iface.software.scripts === 'old' && iface.options.wpa_psk_file === null;

		return !isKey(key) && (length(key) === 64 || iface.software.scripts !== 'ucode');
	}

	function hasNoRoamingKey(iface, security) {
		const options = iface.options;
		const roams = options.ieee80211r === true && security.wpa >= 2 && security.auth !== 'psk';
		const key = security.auth === 'owe' ? null : options.key;

		return (
			iface.software.scripts === 'shell' &&
			roams &&
			key === null &&
			(iface.section.auth_secret ?? null) === null
		);
	}

	function hasBadBackhaulKey(iface) {
		const key = iface.options.multi_ap_backhaul_key;

		return (
			iface.options.multi_ap > 0 && !!iface.options.multi_ap_backhaul_ssid && key !== null && length(key) < 8
		);
	}

	function refusedByHostapd(iface, security) {
		const options = iface.options;
		const protection = protectionFrom(security);
		const shell = iface.software.scripts !== 'ucode';
		const ssid = length(options.ssid ?? '');

		// The ucode scripts write the name in another way (ssid2), in which it may be empty.
		if (ssid > NAME || (shell && ssid === 0)) return 'ssid';
		if (index([null, 0, 1, 2, 3], options.multi_ap) < 0) return 'multi_ap';
		if ((options.maxassoc ?? options.max_num_sta ?? 0) > DEVICES) return 'maxassoc';
		// Usual builds know no WEP (CONFIG_WEP in hostapd's Makefile).
		if (protection === 'wep') return 'encryption';
		if (protection === 'unknown_encryption' && (isUnreadable(iface) || options.wpa_psk_file === null))
			return 'encryption';
		// hostapd asks for macaddr_acl=2 there, which the filter overrides (hostapd_config_check_bss).
		if (hasServerKeys(iface, security) && atoi(toldAdmission(iface, security).value) !== 2)
			return 'macfilter';
		if (security.auth === 'eap' && !hasServer(iface)) return 'auth_server';
		if (isPersonal(security) && isRefusedKey(iface, security)) return 'key';
		if (hasNoRoamingKey(iface, security)) return 'ieee80211r';
		if (shell && asksWps(iface) && hasBadBackhaulKey(iface)) return 'multi_ap_backhaul_key';
		if (asksWps(iface) && !isUuid(toldUuid(iface))) return 'uuid';
		if (asksWps(iface) && length(options.wps_device_name ?? '') > NAME) return 'wps_device_name';

		return length(filter(iface.lines, line => !isLine(line))) > 0 ? RAW : null;
	}

	const CHECKED = ['ap', 'sta', 'adhoc', 'mesh'];

	function refusedOf(iface, security) {
		const checked = index(CHECKED, iface.options.mode) >= 0;
		const outside = checked ? outsideOfIface(iface.section, iface.software) : null;

		return outside ?? (iface.options.mode === 'ap' ? refusedByHostapd(iface, security) : null);
	}

	function refusedOfRadio(device, software) {
		const country = device.country ?? null;
		if (country !== null && match(country, /[A-Z0-9][A-Z0-9].*/)?.[0] !== country) return 'country';

		return outsideOfDevice(device, software);
	}

	// src/core/wireless/sections.ts
	function sectionsOfType(sections, wanted) {
		const found = filter(values(sections), section => section['.type'] === wanted);

		return sort(found, (a, b) => a['.index'] - b['.index']);
	}

	function netifdName(section, place, software) {
		return section['.anonymous'] && software.netifd === 'c'
			? `@${section['.type']}[${place}]`
			: section['.name'];
	}

	// src/core/wireless/stations.ts
	const DISABLED = ['yes', 'yes'];

	function isOf(station, section, software) {
		const iface = station.iface ?? null;
		// uci_lookup_option_string sees no lists: such a station is one of every network (netifd config.c).
		if (software.netifd === 'c') return iface === null || type(iface) === 'array' || iface === section;

		return iface === null || index(listOf(iface), section) >= 0;
	}

	function hasStations(iface, stations, software) {
		if (software.netifd === 'c' && iface['.anonymous']) return false;

		const own = filter(
			stations,
			station =>
				taken(station.disabled, DISABLED, software) !== true && isOf(station, iface['.name'], software)
		);
		return length(own) > 0;
	}

	// src/core/wireless/configuration.ts
	function keyNumbers(ifaces) {
		const known = {};

		return map(ifaces, (iface, place) => {
			const key = iface.options.key;
			return key === null ? place : (known[`key ${key}`] ??= place);
		});
	}

	function radiosOf(iface) {
		const device = iface.section.device ?? null;
		if (iface.software.netifd === 'ucode') return listOf(device);
		if (type(device) === 'array') return iface.software.scripts === 'old' ? [] : device;

		return device === null ? [] : [device];
	}

	function refusalOf(device, ifaces, software) {
		const own = refusedOfRadio(device, software);
		if (own !== null) return { section: device['.name'], option: own };

		for (let iface in ifaces) {
			const option = iface.options.disabled === true ? null : refusedOf(iface, toldSecurity(iface));
			if (option !== null) return { section: iface.section['.name'], option };
		}

		return null;
	}

	function radioOf(device, refusal, software) {
		const options = given(device, DEVICE, software);
		const channel = writtenChannel(options);

		return {
			name: device['.name'],
			band: bandOf(options, software),
			channel: channel > 0 ? channel : null,
			disabled: options.disabled === true,
			managed: true,
			up: null,
			stopped: false,
			failed: false,
			refusal
		};
	}

	function bssOf(iface, radio, key_number, stations) {
		const security = toldSecurity(iface);
		const options = iface.options;
		const faults = faultsOf(iface, security, stations);

		if (radio.band === '6g') faults.band_6ghz = 'band';
		return {
			section: iface.section['.name'],
			radio,
			ifname: null,
			ssid: toldSsid(iface),
			disabled: options.disabled === true,
			encryption: options.encryption ?? 'none',
			protection: protectionFrom(security),
			sae: index(security.akms, 'SAE') >= 0,
			key_number,
			faults,
			capacity: toldCapacity(iface),
			wps: atoi(toldWps(iface).value) === 2,
			independent: toldIndependent(iface),
			uuid: toldUuid(iface),
			raw: iface.lines,
			applied: null,
			psk_file: options.wpa_psk_file,
			stations,
			unsaved: false,
			uplinks: []
		};
	}

	function readConfiguration(sections, software) {
		const stations = sectionsOfType(sections, 'wifi-station');
		const ifaces = map(sectionsOfType(sections, 'wifi-iface'), section => readIface(section, software));
		const numbers = keyNumbers(ifaces);

		return map(sectionsOfType(sections, 'wifi-device'), device => {
			const own = filter(ifaces, iface => index(radiosOf(iface), device['.name']) >= 0);
			const radio = radioOf(device, refusalOf(device, own, software), software);
			// No script has a default for the mode: without one it is no access point.
			const points = filter(own, iface => iface.options.mode === 'ap');

			return {
				radio,
				type: type(device.type) === 'string' ? device.type : null,
				drafts: map(points, iface => {
					const place = index(ifaces, iface);
					const keyed = hasStations(iface.section, stations, software);
					const name = netifdName(iface.section, place, software);
					return { bss: bssOf(iface, radio, numbers[place], keyed), iface, name };
				})
			};
		});
	}

	// src/core/wireless/software.ts
	function softwareOf(programs) {
		const text = programs.ap_uc ?? programs.hostapd_sh ?? '';

		return {
			netifd: programs.netifd_ucode ? 'ucode' : 'c',
			// hostapd.sh knows files of SAE passwords since 24.10.
			scripts: programs.ap_uc !== null ? 'ucode' : index(text, 'sae_password_file') >= 0 ? 'shell' : 'old',
			uuid: index(text, 'uuid') >= 0,
			dpp: index(text, 'dpp') >= 0
		};
	}

	// src/service/bsses.ts
	let programs = null;
	let file = null;

	function software() {
		programs = madeOf(programs, programStamp(), () => softwareOf(wirelessPrograms()));

		return programs.value;
	}

	function configuration() {
		file = madeOf(file, wirelessStamp(), () => readConfiguration(wirelessSections(), software()));

		return file.value;
	}

	let bsses_found = null;

	function readBsses(status) {
		const committed = configuration();
		const staged = stagedSections();
		const handlers = wirelessHandlers();
		const told = sprintf('%J', [status, staged, handlers]);

		if (bsses_found?.configuration !== committed || bsses_found?.told !== told)
			bsses_found = { configuration: committed, told, bsses: bssesNow(committed, status, staged, handlers) };

		return bsses_found.bsses;
	}

	// src/service/button-setting.ts
	const ACTIONS = ['network', 'off', 'stock'];

	function actionNamed(word) {
		return filter(ACTIONS, one => one === word)[0] ?? null;
	}

	function buttonNow() {
		const options = settingsOf('button')[0]?.options ?? {};
		const action = actionNamed(options.action ?? null) ?? 'network';

		return { present: hasButton(), action, network: action === 'network' ? (options.network ?? null) : null };
	}

	// src/core/credential.ts
	const CREDENTIAL = 0x100e;
	const NETWORK_INDEX = 0x1026;
	const SSID = 0x1045;
	const AUTHENTICATION_TYPE = 0x1003;
	const ENCRYPTION_TYPE = 0x100f;
	const NETWORK_KEY = 0x1027;
	const MAC_ADDRESS = 0x1020;

	const WPA2_PSK = 0x0020;
	const AES = 0x0008;

	function word(value) {
		return chr(int(value / 256), value % 256);
	}

	function attribute(kind, value) {
		return word(kind) + word(length(value)) + value;
	}

	function credentialBytes(ssid, key) {
		return attribute(
			CREDENTIAL,
			attribute(NETWORK_INDEX, chr(1)) +
				attribute(SSID, ssid) +
				attribute(AUTHENTICATION_TYPE, word(WPA2_PSK)) +
				attribute(ENCRYPTION_TYPE, word(AES)) +
				attribute(NETWORK_KEY, key) +
				// for whatever device
				attribute(MAC_ADDRESS, chr(255, 255, 255, 255, 255, 255))
		);
	}

	// src/router/guard.ts
	function readGuard() {
		const section = settingsOf('guard')[0] ?? null;

		return section === null
			? null
			: { when: int(section.options.when ?? '0'), sections: section.lists.section ?? [] };
	}

	// src/service/handovers.ts
	function credentialFor(section) {
		const network = readOptions(section, ['encryption', 'ssid', 'key']);
		if (protectionOf(network.encryption, software()) !== 'ok') return '';
		if (network.key === null || network.ssid === null) return null;

		return credentialBytes(`${network.ssid}`, `${network.key}`);
	}

	function sharedLine(section) {
		return `wps=1 00:00:00:00:00:00 ${readOptions(section, ['key']).key ?? ''}\n`;
	}

	function isOfVersion1(bss) {
		const path = bss.psk_file ?? '';
		return isOurs(path, 'psk') && isShort(path) && fileHolds(path, sharedLine(bss.section)) === true;
	}

	function keyOf(bss) {
		const path = credentialPath(bss.raw);
		if (path !== null) return fileHolds(path, credentialFor(bss.section) ?? '') === false ? 'lost' : 'shared';
		if (!isOurs(bss.psk_file, 'psk')) return 'lost';

		return isOfVersion1(bss) ? 'shared' : 'own';
	}

	let kinds_found = {};
	let in_order = null;

	function keyFound(bss) {
		return (kinds_found[bss.section] ??= keyOf(bss));
	}

	function keysOf(network) {
		const kinds = map(
			filter(network, bss => bss.wps),
			keyFound
		);
		if (length(kinds) === 0 || index(kinds, 'lost') >= 0) return 'lost';

		return index(kinds, 'own') >= 0 ? 'own' : 'shared';
	}

	function storeCredential(path, section) {
		const content = credentialFor(section);
		if (content === null) return false;

		return fileHolds(path, content) === true || writeHandover(path, content);
	}

	function storeKeyFile(path) {
		return prepareKeys(path) !== null;
	}

	function renamed(bss, path) {
		return {
			hostapd_bss_options: [...foreignLines(bss.raw), ...uuidLines(bss.raw), ...credentialLines(path)]
		};
	}

	function filesOf(bsses) {
		const files = ['/etc'];
		for (let bss in bsses)
			for (let path in [credentialPath(bss.raw), isOurs(bss.psk_file, 'psk') ? bss.psk_file : null])
				if (path !== null && index(files, path) < 0) push(files, path);

		return files;
	}

	function removeFiles(needed) {
		if (readGuard() !== null) return;

		const former = runningTask()?.former ?? {};
		for (let section in keys(former)) {
			const lines = former[section].hostapd_bss_options ?? [];
			needed[`${former[section].wpa_psk_file ?? ''}`] = true;
			needed[credentialPath(type(lines) === 'array' ? lines : []) ?? ''] = true;
		}

		for (let path in allHandovers())
			if (!needed[path] && (!isOurs(path, 'psk') || isSpent(path))) removeHandover(path);
	}

	let reloaded = 0;
	const FELT = 30000;

	function hasReloaded(at) {
		return reloaded > 0 && at - reloaded < FELT;
	}

	function tendNow(bsses) {
		const needed = {};
		const changes = {};
		let fresh = false;
		let wrong = 0;

		for (let bss in bsses) {
			const path = credentialPath(bss.raw);
			const content = path === null ? null : credentialFor(bss.section);
			if (path !== null) needed[path] = true;
			if (path !== null && content !== null && fileHolds(path, content) === false) {
				wrong++;
				const next = bss.applied === true && fileExists(path) ? nextCredentialPath(path, bss.section) : path;
				needed[next] = true;
				if (writeHandover(next, content) && next !== path) changes[bss.section] = renamed(bss, next);
			}

			const list = isOurs(bss.psk_file, 'psk') ? bss.psk_file : null;
			if (list === null || needed[list]) continue;
			needed[list] = true;
			if (!fileExists(list)) {
				wrong++;
				fresh = storeKeyFile(list) || fresh;
			}
		}

		removeFiles(needed);
		if (length(changes) > 0 && writeOptions(changes)) {
			send({ object: 'network', method: 'reload' });
			reloaded = now().monotonic;
		}
		if (fresh) send({ object: 'hostapd', method: 'reload' });

		// What a job may have to put back is left until it is over.
		return wrong === 0 && runningTask() === null;
	}

	function tendFiles(bsses) {
		const stamp = stampOf(filesOf(bsses));
		// The same list: the configuration and what reads it are as they were.
		if (in_order?.bsses === bsses && in_order.text === stamp.text) return true;

		kinds_found = {};
		in_order = tendNow(bsses) && stamp.settled ? { bsses, text: stamp.text } : null;

		return false;
	}

	// src/service/windows.ts
	const PACE = 1000;
	const PATIENCE = 900;

	const LINES = 50;

	let follower = null;

	const NAMED_WITHIN = 120;

	function isNameless(window, at) {
		const peer = window.session.peer;
		return peer !== null && peer.ip === null && at.epoch - (window.session.ended ?? at.epoch) <= NAMED_WITHIN;
	}

	function withIdentity(window, at) {
		const peer = window.session.peer;
		if (peer === null || !isNameless(window, at)) return window;

		const found = identify(peer.mac);
		return named(window, found.name, found.ip);
	}

	const followers = [];

	function onSession(listener) {
		push(followers, listener);
	}

	function publish(kind, window, before) {
		const session = toSession(window, now());
		const peer = session.peer;
		const reason = session.reason === null ? '' : ` (${session.reason})`;
		const device = peer === null ? '' : `, device ${peer.name ?? peer.mac}`;
		const by = before !== null || session.by === null ? '' : `, by ${session.by}`;
		const place = session.ifname ?? join(', ', session.ifnames);

		note(`WPS on "${session.network}" (${place}): ${kind}${reason}${device}${by}`);
		tell({ type: kind, session });
	}

	function inform(window, before) {
		const session = toSession(window, now());
		map(followers, listener => guarded(() => listener(session, before)));
	}

	function pressedUntil(bss) {
		let until = 0;
		for (let press in memory.presses) {
			const spared = index(press.spared, bss.ifname) >= 0 || (!press.independent && !bss.independent);
			if (!spared) until = max(until, press.until);
		}

		return until;
	}

	function overlapLeft(bss, at) {
		const until = max(memory.overlaps[bss.ifname ?? ''] ?? 0, pressedUntil(bss));
		return max(0, int((until - at.monotonic + 999) / 1000));
	}

	function noteOverlap(ifname, seen, at) {
		if (seen.kind !== 'answer' || seen.registrar === null) return;

		const until = memory.overlaps[ifname] ?? null;
		if (seen.registrar.pbc === 'Overlap') {
			if (until !== null) return;
			memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
		} else if (until !== null && (seen.registrar.pbc === 'Active' || until <= at.monotonic))
			delete memory.overlaps[ifname];
		else return;
		touch();
	}

	function notePress(after, at) {
		const part = filter(after.parts, one => one.ifname === after.session.ifname)[0] ?? null;
		if (part === null || after.session.method === 'pin') return;

		const until = at.monotonic + OVERLAP_TIME * 1000;
		memory.presses = [{ spared: [part.ifname], independent: part.independent, until }, ...memory.presses];
	}

	function forgetPresses(at) {
		const fresh = filter(memory.presses, press => press.until > at.monotonic);
		if (length(fresh) === length(memory.presses)) return;

		memory.presses = fresh;
		touch();
	}

	function closeRest(parts) {
		for (let part in parts) memory.closing[part.ifname] = true;
		for (let part in askedOf(parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
	}

	function goOnClosing(ifname, seen) {
		if (!exists(memory.closing, ifname)) return;
		if (seen.kind === 'answer' && seen.registrar?.pbc === 'Active') send(hostapdCall(ifname, 'wps_cancel'));
		else if (seen.kind !== 'silent') {
			delete memory.closing[ifname];
			touch();
		}
	}

	function moved(before, after, at) {
		const session = after.session;
		const was = before.session.state;

		if (session.state === 'lost') for (let part in after.parts) memory.stuck[part.ifname] = true;
		if (session.state === 'success' && was !== 'success') notePress(after, at);
		closeRest(leftOpen(before, after));
		// hostapd lets a PIN be tried twice (wps_registrar_unlock_pin).
		if (session.state === 'failed' && session.method === 'pin')
			for (let part in askedOf(after.parts)) send(hostapdCall(part.ifname, 'wps_cancel'));
		touch();
		if (session.state !== 'waiting') publish(session.state, after, was);
		inform(after, before.session);
	}

	function isNews(before, after) {
		return before.reason !== after.reason || before.peer?.name !== after.peer?.name;
	}

	function moveOn(step, at) {
		const moves = [];
		memory.windows = map(memory.windows, window => {
			const after = step(window);
			if (after === window) return window;

			touch();
			push(moves, [window, after]);
			return after;
		});
		map(moves, move => {
			if (move[1].session.state !== move[0].session.state) moved(move[0], move[1], at);
			else if (isNews(move[0].session, move[1].session)) inform(move[1], move[0].session);
		});
	}

	function takeIn(round, at) {
		for (let ifname in keys(round)) {
			const seen = round[ifname] ?? null;
			if (seen === null) continue;
			noteOverlap(ifname, seen, at);
			goOnClosing(ifname, seen);
			if (
				seen.kind === 'answer' &&
				seen.registrar !== null &&
				seen.registrar.pbc !== 'Active' &&
				exists(memory.stuck, ifname)
			) {
				delete memory.stuck[ifname];
				touch();
			}
		}

		forgetPresses(at);

		moveOn(window => (isFollowed(window) ? withIdentity(observe(window, round, at), at) : window), at);
	}

	function arrivedElsewhere(id) {
		moveOn(window => (window.session.id === id ? arriveElsewhere(window) : window), now());
	}

	function isOpenAt(target, window) {
		if (target.network !== null) return window.session.network === target.network;
		if (target.section !== null)
			return length(filter(window.parts, part => part.section === target.section)) > 0;
		if (target.ifname !== null) return index(window.session.ifnames, target.ifname) >= 0;

		return true;
	}

	function openOn(target) {
		return pop(filter(memory.windows, window => window.session.open && isOpenAt(target, window)));
	}

	function openAnywhere() {
		return openOn(ANYWHERE);
	}

	function comeBack() {
		if (follower?.remaining?.() === -1) follower.set(PACE);
	}

	function settleDown() {
		const at = now();
		const wanted = filter(memory.windows, window => isFollowed(window) || isNameless(window, at));

		keep();
		if (length(wanted) + length(memory.closing) > 0) comeBack();
	}

	function refresh(ifnames, deadline, done) {
		const calls = map(ifnames, ifname => hostapdCall(ifname, 'wps_status'));

		ask(calls, deadline, replies => {
			const round = {};
			map(ifnames, (ifname, i) => {
				round[ifname] = readObservation(replies[i], null, []);
			});
			const at = now();
			takeIn(round, at);
			settleDown();
			done(at, round);
		});
	}

	function toldOf(ifname, lines) {
		for (let window in memory.windows)
			if (length(filter(listening(window), part => part.ifname === ifname)) > 0)
				return toldSince(ifname, window.logged, lines);

		return [];
	}

	function accessPointGone(ifname) {
		const end = lines => {
			takeIn({ [ifname]: { kind: 'gone', told: toldOf(ifname, lines) } }, now());
			settleDown();
		};

		if (exists(memory.overlaps, ifname)) memory.overlaps[ifname] = 0;
		for (let press in memory.presses) push(press.spared, ifname);
		touch();
		const isLogged = window =>
			window.logged !== null && length(filter(listening(window), part => part.ifname === ifname)) > 0;
		if (length(filter(memory.windows, isLogged)) === 0) end([]);
		else ask([linesCall(LINES)], now().monotonic + PATIENCE, replies => end(readLines(replies[0])));
	}

	function questionsOf(window) {
		if (window.session.open) return map(listening(window), part => ({ ifname: part.ifname, open: true }));

		return map(window.homes, home => ({ ifname: home.ifname, open: false }));
	}

	let course = null;

	function courseNow() {
		const revision = memoryRevision();
		if (course?.revision === revision) return course;

		const questions = {};
		const calls = [];
		const logged = length(filter(memory.windows, needsLog)) > 0;

		for (let window in memory.windows)
			if (isFollowed(window))
				for (let question in questionsOf(window))
					questions[question.ifname] = questions[question.ifname] || question.open;
		for (let ifname in keys(memory.closing)) questions[ifname] = true;
		for (let ifname in keys(questions)) {
			push(calls, hostapdCall(ifname, 'get_clients'));
			if (questions[ifname]) push(calls, hostapdCall(ifname, 'wps_status'));
		}
		if (logged) push(calls, linesCall(LINES));

		course = { revision, questions, calls, logged };
		return course;
	}

	function readTo(window, newest) {
		return needsLog(window) ? { ...window, logged: max(window.logged ?? 0, newest) } : window;
	}

	function lookForNames(at) {
		const news = [];
		memory.windows = map(memory.windows, window => {
			const after = withIdentity(window, at);
			if (after !== window) push(news, [window, after]);
			return after;
		});
		if (length(news) > 0) touch();
		for (let change in news)
			if (isNews(change[0].session, change[1].session)) inform(change[1], change[0].session);
	}

	let settled = { told: '', course: null, until: 0 };

	function allSteadyUntil(at) {
		let until = at.monotonic + WALK_TIME * 1000;
		for (let window in memory.windows) {
			if (isFollowed(window)) until = min(until, steadyUntil(window));
			if (isNameless(window, at)) return 0;
		}

		return length(memory.closing) > 0 ? 0 : until;
	}

	function follow() {
		const asked = courseNow();

		ask(asked.calls, now().monotonic + PATIENCE, replies => {
			const at = now();
			const told = sprintf('%J', replies);
			const same = asked === settled.course && asked.revision === memoryRevision() && told === settled.told;
			if (same && at.monotonic < settled.until) {
				keep();
				return comeBack();
			}

			const lines = asked.logged ? readLines(replies[length(asked.calls) - 1]) : [];
			const newest = slice(lines, -1)[0]?.id ?? null;
			const round = {};
			let i = 0;
			for (let ifname in keys(asked.questions)) {
				const clients = replies[i++];
				round[ifname] = asked.questions[ifname]
					? readObservation(replies[i++], clients, toldOf(ifname, lines))
					: readClients(clients);
			}
			lookForNames(at);
			takeIn(round, at);
			if (newest !== null) memory.windows = map(memory.windows, window => readTo(window, newest));
			settled = { told, course: asked, until: allSteadyUntil(at) };
			settleDown();
		});
	}

	follower = uloop.timer(-1, () => guarded(follow));

	function learnLog(id) {
		ask([linesCall(1)], now().monotonic + PATIENCE, replies => {
			const logged = pop(readLines(replies[0]))?.id ?? null;
			if (logged === null) return;

			memory.windows = map(memory.windows, window =>
				window.session.id === id ? { ...window, logged } : window
			);
			touch();
			keep();
		});
	}

	function opened(opening) {
		const at = now();
		const window = openWindow({ ...opening, id: freshId(at.epoch) }, at);

		// The oldest that nobody waits for make room.
		memory.windows = filter([window, ...memory.windows], (one, i) => i < HISTORY_LIMIT || isFollowed(one));
		touch();
		publish('started', window, null);
		inform(window, null);
		settleDown();
		learnLog(window.session.id);
		return toSession(window, at);
	}

	function homesOf(network) {
		const homes = [];
		for (let bss in network)
			if (bss.ifname !== null) push(homes, { ifname: bss.ifname, section: bss.section });

		return homes;
	}

	function partOf(bss, seen) {
		return {
			ifname: bss.ifname ?? '',
			section: bss.section,
			independent: bss.independent,
			last: (seen?.kind === 'answer' ? seen.registrar : null) ?? BLANK,
			ending: null
		};
	}

	function isExclusive(network, all) {
		const strangers = filter(all, bss => bss.wps && !bss.independent && index(network, bss) < 0);
		return length(strangers) === 0;
	}

	function recognise(network, all, round) {
		const found = filter(network, bss => {
			const seen = round[bss.ifname ?? ''] ?? null;
			if (seen?.kind !== 'answer' || seen.registrar?.pbc !== 'Active') return false;

			if (memory.stuck[bss.ifname ?? ''] || memory.closing[bss.ifname ?? '']) return false;
			return openOn({ network: null, section: null, ifname: bss.ifname }) === null;
		});
		if (length(found) === 0) return;

		const parts = map(found, bss => partOf(bss, round[bss.ifname ?? ''] ?? null));
		const known = openOn({ network: null, section: network[0].section, ifname: null });
		// More access points of a window that was found before.
		if (known !== null && known.session.origin === 'external') {
			const session = known.session;
			const ifnames = [...session.ifnames, ...map(parts, part => part.ifname)];
			memory.windows = map(memory.windows, window =>
				window === known
					? { ...known, parts: [...known.parts, ...parts], session: { ...session, ifnames } }
					: window
			);
			touch();
			return;
		}

		opened({
			network: network[0].ssid,
			method: 'pbc',
			origin: 'external',
			by: null,
			parts,
			homes: homesOf(network),
			exclusive: isExclusive(network, all)
		});
	}

	function refusedForOverlap(ifname, at) {
		memory.overlaps[ifname] = at.monotonic + OVERLAP_TIME * 1000;
		touch();
		keep();
	}

	function cancelling(closed, who, reason) {
		const session = closed.session;

		note(`WPS on "${session.network}" (${join(', ', session.ifnames)}): cancel, by ${who}`);
		memory.windows = map(memory.windows, window =>
			window.session.id === session.id ? cancelWindow(window, reason) : window
		);
		touch();
	}

	function sessionOf(id, at) {
		for (let window in memory.windows) if (window.session.id === id) return toSession(window, at);

		return null;
	}

	function newestOn(sections, at) {
		for (let window in memory.windows)
			if (length(filter(window.parts, part => index(sections, part.section) >= 0)) > 0)
				return toSession(window, at);

		return null;
	}

	function openSession(at) {
		for (let window in memory.windows) if (window.session.open) return toSession(window, at);

		return null;
	}

	function sessionsAt(at, limit) {
		return map(slice(memory.windows, 0, limit), window => toSession(window, at));
	}

	let quiet = { revision: -1, is: false };

	function isQuiet() {
		const revision = memoryRevision();
		if (quiet.revision !== revision) {
			const busy =
				length(memory.overlaps) +
				length(memory.presses) +
				length(memory.closing) +
				length(memory.stuck) +
				length(filter(memory.windows, isFollowed));
			quiet = { revision, is: busy === 0 && runningTask() === null };
		}

		return quiet.is;
	}

	// src/service/history.ts
	function tellHistory(request) {
		const limit = request.args.limit ?? HISTORY_LIMIT;

		if (limit < 0) request.fail('invalid_argument', 'limit');
		else request.answer({ entries: sessionsAt(now(), min(limit, HISTORY_LIMIT)) });
	}

	// src/service/house.ts
	function houseNow() {
		const told = readHouse();
		if (told === null) return null;

		return {
			connected: told.connected,
			name: told.name,
			routers: map(told.routers, router => ({
				name: router.name,
				there: router.there,
				networks: map(router.networks, network => ({
					ssid: network.ssid,
					ready: network.ready,
					open: network.open
				}))
			}))
		};
	}

	function tellHouse(request) {
		request.answer({ house: readHouse() });
	}

	// src/service/light-choice.ts
	let found = null;

	function namedLight() {
		return settingsOf('light')[0]?.options?.led ?? null;
	}

	function hasLight() {
		return memory.light.shown !== null || namedLight() !== null || length(caseLights()) > 0;
	}

	function lookForLight() {
		found = { led: hasLight() ? findLight(namedLight()) : null };

		return found.led;
	}

	function lightName() {
		return memory.light.shown?.led ?? (found === null ? lookForLight() : found.led);
	}

	// src/contract/error.ts
	const NO_ANSWER = _('The Wi-Fi software did not answer.');
	const WPS_IS_OFF = _('WPS is off on this network.');

	const ERRORS = {
		invalid_argument: { status: 2, message: _('The arguments are not valid.') },
		ambiguous_target: { status: 2, message: _('Several networks are ready: name one.') },
		pin_invalid: { status: 2, message: _('This is not a valid WPS PIN: check its digits.') },
		wps_not_supported: { status: 3, message: _('The running Wi-Fi software has no WPS.') },
		unknown_target: { status: 4, message: _('There is no such network or access point.') },
		unknown_device: { status: 4, message: _('No such device has joined by WPS.') },
		not_on_air: { status: 4, message: _('The network is configured, but not on the air.') },
		already_open: { status: 6, message: _('WPS is active already.') },
		busy: { status: 6, message: _('Another change is still under way.') },
		timeout: { status: 7, message: NO_ANSWER },
		wps_disabled: { status: 8, message: WPS_IS_OFF },
		overlap: {
			status: 8,
			message: _('Several devices asked to join within two minutes: stop WPS on the others and wait.')
		},
		unsuitable_network: { status: 8, message: _('WPS cannot work with the settings of this network.') },
		devices_would_go: { status: 8, message: _('Devices with keys of their own would lose them.') },
		button_absent: { status: 8, message: _('This version of OpenWrt leaves no place for the WPS button.') },
		not_saved: { status: 9, message: _('The settings could not be written.') },
		pin_unavailable: { status: 8, message: _('Joining by PIN needs the package hostapd-utils.') }
	};

	// src/service/refusal.ts
	function refusal(code, detail) {
		const error = { code, message: ERRORS[code].message };
		if (type(detail) === 'string') error.argument = `${detail}`;
		if (type(detail) === 'int') error.devices = int(detail ?? 0);

		return { body: { error }, status: ERRORS[code].status };
	}

	// src/core/radar.ts
	const FIRST = 52;
	const LAST = 144;
	const WEATHER_FIRST = 120;
	const WEATHER_LAST = 128;

	function radarTime(channel) {
		const number = channel ?? FIRST;
		if (number < FIRST || number > LAST) return 0;

		return number >= WEATHER_FIRST && number <= WEATHER_LAST ? 600000 : 60000;
	}

	// src/service/channels.ts
	const channels = {};

	const radar_checks = {};

	function noteRadar(radio, seen, at) {
		if (seen.kind === 'answer' || radio.band !== '5g' || radio.up !== true) delete radar_checks[radio.name];
		else if (seen.kind === 'gone') radar_checks[radio.name] ??= at + radarTime(radio.channel);
	}

	function isRadarChecked() {
		return length(radar_checks) > 0;
	}

	function radarLeft(radio, at) {
		return max(0, int(((radar_checks[radio.name] ?? 0) - at) / 1000));
	}

	const FRESH = 10000;
	let asked_at = 0;
	let turn = 0;

	function isUnknown(bss) {
		return !exists(channels, bss.radio.name);
	}

	function channelQuestion(running) {
		const at = now().monotonic;
		let choice = at - asked_at < FRESH ? [] : running;
		for (let bss in running) if (isUnknown(bss)) choice = filter(running, isUnknown);
		if (length(choice) === 0) return [];

		asked_at = at;
		turn++;
		return [choice[turn % length(choice)]];
	}

	function forgetChannels() {
		for (let radio in keys(channels)) delete channels[radio];
	}

	function learnChannel(radio, reply) {
		if (type(reply?.data?.channel) === 'int') channels[radio] = reply.data.channel;
	}

	function channelOf(radio) {
		return channels[radio.name] ?? radio.channel;
	}

	// src/contract/wpad.ts
	const USUAL = 'wpad-mbedtls';

	// src/core/remedy.ts
	function remedyFor(daemon) {
		if (daemon.installed_has_wps === null) return null;
		if (daemon.installed_has_wps)
			return daemon.running_has_wps === false ? ['service wpad restart', 'wifi'] : null;

		const old = daemon.package;
		const full = old === null ? USUAL : replace(old, /-(basic|mini)/, '');
		// A build of somebody's own, by the name of a full one.
		if (full === old) return null;

		const remove = old === null ? '' : ` && opkg remove ${old}`;
		const replaced = old === null ? '' : ` '!${old}' && apk del ${old}`;
		const commands = {
			opkg: `mkdir -p /tmp/wpad && cd /tmp && opkg update && opkg --cache /tmp/wpad download hostapd-common ${full}${remove} && opkg --cache /tmp/wpad install ${full} && reboot`,
			apk: `apk update && apk --cache-predownload add ${full}${replaced} && reboot`
		};
		return daemon.package_manager === null ? null : [commands[daemon.package_manager]];
	}

	// src/router/packages.ts
	const HOSTAPD = '/usr/sbin/hostapd';

	const VERSION_PATIENCE = 500;
	const AGAIN = 10000;

	let asked = '';
	let has_wps = false;

	let pause = 0;

	function installedHasWps() {
		const found = fs.stat(HOSTAPD);
		if (found === null) return false;

		const version = `${found.inode} ${found.size} ${found.mtime}`;
		if (version === asked) return has_wps;
		if (now().monotonic < pause) return null;

		const code = system([HOSTAPD, '-vwps'], VERSION_PATIENCE);
		// Killed, or not to be run: that says nothing of what it can do.
		if (code < 0 || code > 125) {
			pause = now().monotonic + AGAIN;
			return null;
		}
		asked = version;
		has_wps = code === 0;

		return has_wps;
	}

	function packageManager() {
		if (fs.access('/lib/apk/db/installed')) return 'apk';
		return fs.access('/usr/lib/opkg/status') ? 'opkg' : null;
	}

	function findPackage() {
		const wpad = /\/((wpad|hostapd)(-(basic|mesh|mini))?(-(mbedtls|openssl|wolfssl))?)\.(list|control)/;

		for (let path in fs.glob('/lib/apk/packages/[hw]*.list', '/usr/lib/opkg/info/[hw]*.control')) {
			const found = match(path, wpad);
			if (found) return found[1];
		}

		return null;
	}

	let found_package = null;

	const FOLDERS = ['/lib/apk/packages', '/usr/lib/opkg/info'];

	const PACKAGE_FILES = [HOSTAPD, ...FOLDERS];

	function installedPackage() {
		found_package = madeOf(found_package, stampOf(FOLDERS), findPackage);

		return found_package.value;
	}

	function daemonInstalled() {
		return fs.access(HOSTAPD) === true;
	}

	function readPackages() {
		return {
			package: installedPackage(),
			installed_has_wps: installedHasWps(),
			pin_available: hasHostapdCli(),
			package_manager: packageManager()
		};
	}

	// src/service/survey.ts
	function limited(running) {
		return filter(running, bss => bss.capacity !== null);
	}

	let roster = null;

	function rosterOf(bsses) {
		if (roster?.bsses === bsses) return roster;

		const running = filter(bsses, bss => bss.ifname !== null);
		const counted = limited(running);
		roster = {
			bsses,
			networks: networksOf(bsses),
			running,
			counted,
			calls: [
				...map(running, bss => hostapdCall(bss.ifname ?? '', 'wps_status')),
				...map(counted, bss => hostapdCall(bss.ifname ?? '', 'get_clients'))
			],
			files: [...WIRELESS, SETTINGS_FILE, ...PACKAGE_FILES, ...filesOf(bsses)]
		};
		return roster;
	}

	const SETTLED = 3000;

	let look = null;

	function lookSoon() {
		look?.set?.(SETTLED);
	}

	function sightOf(asked, replies) {
		if (!isQuiet() || isRadarChecked()) return null;

		const stamp = stampOf(asked.files);
		if (!stamp.settled) return null;

		const places = [];
		for (let bss in asked.bsses) {
			push(places, channelOf(bss.radio));
			if (bss.ifname !== null) push(places, bssidOf(bss.ifname), hasCarrier(bss.ifname));
			for (let ifname in bss.uplinks) push(places, hasCarrier(ifname));
		}

		return sprintf('%J', [
			replies,
			stamp.text,
			stagedSections(),
			wirelessHandlers(),
			hasHostapdCli(),
			places,
			houseText(),
			lightName(),
			memoryRevision()
		]);
	}

	let last = null;

	function takeAnswers(asked, replies, sight, done) {
		const bsses = asked.bsses;
		const tended = tendFiles(bsses);
		const networks = asked.networks;
		const survey = { networks, bsses, round: {}, carriers: {}, at: now(), sight: null };
		let silent = false;

		map(asked.running, (bss, i) => {
			const place = index(asked.counted, bss);
			const clients = place < 0 ? null : replies[length(asked.running) + place];
			const seen = readObservation(replies[i], clients, []);
			survey.round[bss.ifname ?? ''] = seen;
			silent ||= seen.kind === 'silent';
			noteRadar(bss.radio, seen, survey.at.monotonic);
		});
		takeIn(survey.round, survey.at);
		for (let network in networks) recognise(network, bsses, survey.round);
		settleDown();
		if (tended && !silent) survey.sight = sight;
		last = survey;

		done(silent ? null : survey);
	}

	const NETIFD = { object: 'network.wireless', method: 'status' };

	function lookAround(deadline, done) {
		const before = roster;
		const channels = before === null ? [] : channelQuestion(before.running);
		const calls = [
			NETIFD,
			...(before?.calls ?? []),
			...map(channels, bss => hostapdCall(bss.ifname ?? '', 'get_status'))
		];

		ask(calls, deadline, replies => {
			const netifd = replies[0];
			if (netifd.code !== OK && netifd.code !== NOT_FOUND) return done(null);

			for (let bss in channels) learnChannel(bss.radio.name, pop(replies));
			const at = now();
			if (hasReloaded(at.monotonic)) lookSoon();
			const sight = before === null ? null : sightOf(before, replies);
			if (sight !== null && sight === last?.sight) return done({ ...last, at });

			const bsses = readBsses(netifd.data);
			if (before !== null && before.bsses === bsses)
				return takeAnswers(before, slice(replies, 1), sight, done);

			const anew = rosterOf(bsses);
			const asked = channelQuestion(anew.running);
			ask(
				[...anew.calls, ...map(asked, bss => hostapdCall(bss.ifname ?? '', 'get_status'))],
				deadline,
				answers => {
					for (let bss in asked) learnChannel(bss.radio.name, pop(answers));
					takeAnswers(anew, answers, null, done);
				}
			);
		});
	}

	function lookFor(request, done) {
		lookAround(request.deadline, survey => {
			if (survey === null) request.fail('timeout');
			else done(survey);
		});
	}

	function seenOf(survey, bss) {
		return survey.round[bss.ifname ?? ''] ?? null;
	}

	function isAnswering(survey, bss) {
		return seenOf(survey, bss)?.kind === 'answer';
	}

	function isThere(survey, bss) {
		return index(['answer', 'no_wps'], seenOf(survey, bss)?.kind) >= 0;
	}

	function isUplinkAway(bss) {
		return (
			length(bss.uplinks) > 0 && length(filter(bss.uplinks, ifname => hasCarrier(ifname) === true)) === 0
		);
	}

	function carrierOf(survey, ifname) {
		if (!exists(survey.carriers, ifname)) survey.carriers[ifname] = hasCarrier(ifname);

		return survey.carriers[ifname];
	}

	function isOnAir(survey, bss) {
		return isThere(survey, bss) && carrierOf(survey, bss.ifname ?? '') !== false;
	}

	function runningHasWps(survey) {
		const kinds = map(values(survey.round), seen => seen?.kind);
		if (index(kinds, 'answer') >= 0) return true;

		return index(kinds, 'no_wps') >= 0 ? false : null;
	}

	function daemonOf(survey) {
		const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };

		return { ...packages, remedy: remedyFor(packages) };
	}

	function isFull(survey, bss) {
		const seen = seenOf(survey, bss);
		const clients = seen?.kind === 'answer' ? seen.clients : null;

		return bss.capacity !== null && clients !== null && length(clients) >= bss.capacity;
	}

	function flaggedOf(survey) {
		return filter(survey.networks, network => length(filter(network, bss => bss.wps && !bss.disabled)) > 0);
	}

	function isInHouse(house, ssid) {
		const there = filter(house?.routers ?? [], router => router.there);
		return length(filter(there, router => length(filter(router.networks, one => one.ssid === ssid)) > 0)) > 0;
	}

	function wake(survey) {
		for (let bss in survey.bsses) {
			const ifname = bss.ifname ?? '';
			if (isAnswering(survey, bss) && hasCarrier(ifname) === false && !isUplinkAway(bss))
				send(hostapdCall(ifname, 'update_beacon'));
		}
	}

	look = uloop.timer(-1, () =>
		guarded(() =>
			lookAround(now().monotonic + SETTLED, survey => {
				if (survey !== null && hasReloaded(survey.at.monotonic)) wake(survey);
			})
		)
	);

	function aroundOf(survey, bss, handed, house) {
		const there = isThere(survey, bss);

		return {
			answers: there,
			beacons: there ? carrierOf(survey, bss.ifname ?? '') : null,
			uplink_away: isUplinkAway(bss),
			full: bss.capacity !== null && isFull(survey, bss),
			overlap_left: overlapLeft(bss, survey.at),
			radar_left: radarLeft(bss.radio, survey.at.monotonic),
			persistent: handed !== 'lost',
			elsewhere: handed === 'own' && house !== null,
			apart: handed !== 'own' && (house?.uuid ?? null) !== null && lc(bss.uuid ?? '') !== house?.uuid
		};
	}

	let judged = null;

	function judge(survey, daemon) {
		const open = openSession(survey.at);
		const all = {
			daemon,
			daemon_installed: daemonInstalled(),
			open: open === null ? null : { remaining: open.remaining }
		};
		const busy = runningTask() !== null;
		const house = readHouse();
		const around = map(survey.networks, network => {
			const handed = keysOf(network);
			const around = isInHouse(house, network[0].ssid) ? house : null;
			return map(network, bss => aroundOf(survey, bss, handed, around));
		});
		const text = sprintf('%J', [all, busy, around]);

		if (judged?.networks !== survey.networks || judged?.text !== text) {
			const flagged = length(flaggedOf(survey));
			const wholes = map(survey.networks, (network, i) => {
				const exclusive = isExclusive(network, survey.bsses);

				return wholeOf(
					map(network, (bss, j) => {
						const grouped = !bss.independent && !exclusive;
						const problems = problemsOf({ ...all, ...around[i][j], bss, flagged, grouped });
						const place = { bss, problems, ready: obstacle(problems) === null && !busy };
						return place;
					})
				);
			});
			judged = { networks: survey.networks, text, wholes };
		}

		return judged.wholes;
	}

	// src/service/resume.ts
	/*
	 * What most routers never need is asked nothing where there is nothing for it to do: it would be loaded for that alone.
	 */
	onSession((session, before) => {
		if (hasKeyFiles()) followKeys(session, before);
	});
	onSession((session, before) => {
		if (session.peer !== null && !session.open) followDevices(session, before);
	});
	onSession((session, before) => {
		if (hasLight()) followLight(session, before);
	});

	watchObjects('hostapd.', (ifname, there) => {
		forgetChannels();
		if (!there) accessPointGone(ifname);
		lookSoon();
	});

	listen('luci.wps.arrived', event => {
		arrivedElsewhere(event?.session ?? '');
		settleDown();
	});

	function resume() {
		if (runningTask() !== null) resumeJobs();
		lookSoon();
		settleDown();
		if (memory.light.shown !== null) resumeLight();

		const bsses = readBsses(null);
		if (length(memory.keys) + length(filter(bsses, bss => ownFileOf([bss]) !== null)) === 0) return;
		resumeKeys(bsses);
		reconcile(bsses);
	}

	// src/service/status.ts
	function accessPointOf(survey, place) {
		const bss = place.bss;
		const ifname = bss.ifname;

		return {
			ifname,
			section: bss.section,
			radio: bss.radio.name,
			bssid: ifname === null ? null : bssidOf(ifname),
			band: bss.radio.band,
			channel: channelOf(bss.radio),
			enabled: bss.wps,
			ready: place.ready,
			on_air: isOnAir(survey, bss),
			problems: place.problems
		};
	}

	function bandsOf(whole) {
		const bands = [];
		for (let bss in whole.opening) {
			const band = bss.radio.band;
			if (band !== null && index(bands, band) < 0) push(bands, band);
		}

		return bands;
	}

	function networkOf(survey, whole) {
		const bsses = map(whole.places, place => place.bss);
		const sections = sectionsOf(bsses);

		return {
			ssid: bsses[0].ssid,
			sections,
			bands: bandsOf(whole),
			enabled: whole.enabled,
			ready: whole.ready,
			keys: keysOf(bsses),
			problems: whole.problems,
			session: newestOn(sections, survey.at),
			job: jobOf(sections),
			access_points: map(whole.places, place => accessPointOf(survey, place))
		};
	}

	function describeAnew(survey) {
		const daemon = daemonOf(survey);

		return {
			supported: daemon.running_has_wps === true,
			daemon,
			networks: map(judge(survey, daemon), whole => networkOf(survey, whole)),
			button: buttonNow(),
			light: lightName(),
			guard: readGuard(),
			house: houseNow(),
			now: survey.at.epoch
		};
	}

	let described = null;

	function describe(survey) {
		const sight = survey.sight;
		if (sight !== null && described?.sight === sight) return { ...described.status, now: survey.at.epoch };

		const status = describeAnew(survey);
		// A program that did not answer in time is asked again.
		const known = status.daemon.installed_has_wps !== null;
		described = known && sight !== null ? { sight, status } : null;

		return status;
	}

	function tellStatus(request) {
		lookFor(request, survey => request.answer(describe(survey)));
	}

	return {
		actionNamed,
		askedOf,
		bssesOf,
		buttonNow,
		callerOf,
		cameWith,
		cancelling,
		choose,
		daemonOf,
		emptyArgument,
		failedEarly,
		hasButton,
		hasCarrier,
		hasLight,
		heardOn,
		homesOf,
		hostapdCall,
		houseUuid,
		identities,
		isAble,
		isAnswering,
		isExclusive,
		isMac,
		isMeant,
		isOnAir,
		isThere,
		isUplinkAway,
		judge,
		keysOf,
		linesCall,
		listening,
		lookAround,
		lookFor,
		lookForLight,
		networksOf,
		note,
		openAnywhere,
		openHouse,
		openOn,
		opened,
		partOf,
		pressed,
		readBsses,
		readClients,
		readHandover,
		readLines,
		readOptions,
		refresh,
		refusal,
		refusedForOverlap,
		removeHandover,
		removeSections,
		resume,
		sectionsOf,
		seenOf,
		sessionOf,
		settingsOf,
		storeCredential,
		storeKeyFile,
		targetOf,
		tell,
		tellHistory,
		tellHouse,
		tellStatus,
		tendFiles,
		textOf,
		wake,
		writeHandover,
		writeOptions,
		writeSection
	};
};
