import * as uloop from 'uloop';
import type { Bss } from '../contract/bss';
import type { KeyKind } from '../contract/device';
import type { House, ToldHouse } from '../contract/house';
import type { MethodName } from '../contract/methods';
import type { Moment, Observation } from '../contract/observation';
import type { Daemon } from '../contract/status';
import { networksOf } from '../core/network';
import { obstacle, problemsOf, type Situation } from '../core/suitability';
import { wholeOf, type Place, type Whole } from '../core/network-state';
import type { Round } from '../core/window';
import { remedyFor } from '../core/remedy';
import { hasCarrier } from '../router/beacon';
import { ask, guarded, NOT_FOUND, OK, send, type Call, type Reply } from '../router/bus';
import { stampOf } from '../router/freshness';
import { hostapdCall, readObservation } from '../router/hostapd';
import { hasHostapdCli } from '../router/hostapd-cli';
import { houseText, readHouse } from '../router/house';
import { daemonInstalled, PACKAGE_FILES, readPackages } from '../router/packages';
import { SETTINGS_FILE } from '../router/own-settings';
import { now } from '../router/time';
import { bssidOf, stagedSections, WIRELESS, wirelessHandlers } from '../router/wireless';
import { readBsses } from './bsses';
import { channelOf, channelQuestion, isRadarChecked, learnChannel, noteRadar, radarLeft } from './channels';
import { filesOf, hasReloaded, keysOf, tendFiles } from './handovers';
import { lightName } from './light-choice';
import { memoryRevision, runningTask } from './memory';
import type { Request } from './request';
import * as sessions from './windows';

/** One look at the whole router: its networks, each as its access points, and what hostapd says of these. */
export interface Survey {
	networks: Bss[][];
	bsses: Bss[];
	round: Round;
	/** Which interfaces are on the air, as far as anybody has asked. */
	carriers: { [ifname: string]: boolean | null };
	at: Moment;
	/** All that it is made of, see `sightOf`; null: it has to be made anew the next time. */
	sight: string | null;
}

/** Interfaces that can take only so many devices. */
function limited(running: Bss[]): Bss[] {
	return filter(running, bss => bss.capacity !== null);
}

/** Access points and their networks, whom a look at them asks, and what; and the files that it is made of. */
interface Roster {
	bsses: Bss[];
	networks: Bss[][];
	running: Bss[];
	counted: Bss[];
	calls: Call[];
	files: string[];
}

/** Of the last look: the same access points are asked the same. */
let roster: Roster | null = null;

function rosterOf(bsses: Bss[]): Roster {
	if (roster?.bsses === bsses) return roster!;

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

/** How long the radios may take to settle after something has changed, milliseconds. */
const SETTLED = 3000;

let look: uloop.Timer | null = null;

/** Looks once more a little later, though nobody asks: files that hostapd reads may have to follow. */
export function lookSoon(): void {
	look?.set?.(SETTLED);
}

/**
 * All that a look is made of, as a text: what netifd and hostapd have answered, what files, interfaces and others are like that
 * are looked at each time, and what is remembered. The same text, and a look comes to the same, but for the time.
 * @param replies  to the calls of this roster; what hostapd says of a channel is in `channelOf`
 * @returns null: something is under way that time alone may move on, or a file may change without another text
 */
function sightOf(asked: Roster, replies: Reply[]): string | null {
	if (!sessions.isQuiet() || isRadarChecked()) return null;

	const stamp = stampOf(asked.files);
	if (!stamp.settled) return null;

	const places: unknown[] = [];
	for (const bss of asked.bsses) {
		push(places, channelOf(bss.radio));
		if (bss.ifname !== null) push(places, bssidOf(bss.ifname), hasCarrier(bss.ifname));
		for (const ifname of bss.uplinks) push(places, hasCarrier(ifname));
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

/** The last look at which all was in order. */
let last: Survey | null = null;

/** Takes in what hostapd answered to the calls of a roster. */
function takeAnswers(
	asked: Roster,
	replies: Reply[],
	sight: string | null,
	done: (survey: Survey | null) => void
): void {
	const bsses = asked.bsses;
	const tended = tendFiles(bsses);
	const networks = asked.networks;
	const survey: Survey = { networks, bsses, round: {}, carriers: {}, at: now(), sight: null };
	let silent = false;

	map(asked.running, (bss, i) => {
		const place = index(asked.counted, bss);
		const clients = place < 0 ? null : replies[length(asked.running) + place];
		const seen = readObservation(replies[i], clients, []);
		survey.round[bss.ifname ?? ''] = seen;
		silent ||= seen.kind === 'silent';
		noteRadar(bss.radio, seen, survey.at.monotonic);
	});
	sessions.takeIn(survey.round, survey.at);
	for (const network of networks) sessions.recognise(network, bsses, survey.round);
	sessions.settleDown();
	if (tended && !silent) survey.sight = sight;
	last = survey;

	done(silent ? null : survey);
}

const NETIFD: Call = { object: 'network.wireless', method: 'status' };

/**
 * Looks at every access point: one call of netifd, one of each access point's hostapd, one for a channel. Those that were there
 * at the last look are asked together with netifd; if it turns out that they are others by now, these are asked then.
 * All sessions are up to date afterwards.
 * @param deadline  milliseconds since boot
 * @param done      gets null when a daemon did not answer in time
 */
export function lookAround(deadline: number, done: (survey: Survey | null) => void): void {
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

		for (const bss of channels) learnChannel(bss.radio.name, pop(replies));
		const at = now();
		if (hasReloaded(at.monotonic)) lookSoon();
		const sight = before === null ? null : sightOf(before, replies);
		if (sight !== null && sight === last?.sight) return done({ ...last!, at });

		const bsses = readBsses(netifd.data);
		if (before !== null && before.bsses === bsses) return takeAnswers(before, slice(replies, 1), sight, done);

		const anew = rosterOf(bsses);
		const asked = channelQuestion(anew.running);
		ask([...anew.calls, ...map(asked, bss => hostapdCall(bss.ifname ?? '', 'get_status'))], deadline, answers => {
			for (const bss of asked) learnChannel(bss.radio.name, pop(answers));
			takeAnswers(anew, answers, null, done);
		});
	});
}

/** The same for a request, which fails when a daemon does not answer in time. */
export function lookFor<M extends MethodName>(request: Request<M>, done: (survey: Survey) => void): void {
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else done(survey);
	});
}

/** What was seen of an access point; null: it is not on the air. */
export function seenOf(survey: Survey, bss: Bss): Observation | null {
	return survey.round[bss.ifname ?? ''] ?? null;
}

/** hostapd answers for it, with WPS. */
export function isAnswering(survey: Survey, bss: Bss): boolean {
	return seenOf(survey, bss)?.kind === 'answer';
}

/** hostapd has it, with or without WPS. */
export function isThere(survey: Survey, bss: Bss): boolean {
	return index(['answer', 'no_wps'], seenOf(survey, bss)?.kind) >= 0;
}

/** The uplink of its radio is not connected, so hostapd may not send yet. */
export function isUplinkAway(bss: Bss): boolean {
	return length(bss.uplinks) > 0 && length(filter(bss.uplinks, ifname => hasCarrier(ifname) === true)) === 0;
}

/** Whether this interface was on the air at this look; null: not known. */
export function carrierOf(survey: Survey, ifname: string): boolean | null {
	if (!exists(survey.carriers, ifname)) survey.carriers[ifname] = hasCarrier(ifname);

	return survey.carriers[ifname];
}

/** A person's device can hear it: hostapd has it, and it is not known to be without beacons. */
export function isOnAir(survey: Survey, bss: Bss): boolean {
	return isThere(survey, bss) && carrierOf(survey, bss.ifname ?? '') !== false;
}

/** null: nobody on the air can be asked. */
function runningHasWps(survey: Survey): boolean | null {
	const kinds = map(values(survey.round), seen => seen?.kind);
	if (index(kinds, 'answer') >= 0) return true;

	return index(kinds, 'no_wps') >= 0 ? false : null;
}

/** The access point software, on disk and in memory. */
export function daemonOf(survey: Survey): Daemon {
	const packages = { ...readPackages(), running_has_wps: runningHasWps(survey) };

	return { ...packages, remedy: remedyFor(packages) };
}

function isFull(survey: Survey, bss: Bss): boolean {
	const seen = seenOf(survey, bss);
	const clients = seen?.kind === 'answer' ? seen.clients : null;

	return bss.capacity !== null && clients !== null && length(clients) >= bss.capacity;
}

/** Networks that have WPS on: the button of the case may open all of them. */
function flaggedOf(survey: Survey): Bss[][] {
	return filter(survey.networks, network => length(filter(network, bss => bss.wps && !bss.disabled)) > 0);
}

/** Whether another router of the house has a network of this name. */
function isInHouse(house: House | null, ssid: string): boolean {
	const there = filter(house?.routers ?? [], router => router.there);
	return length(filter(there, router => length(filter(router.networks, one => one.ssid === ssid)) > 0)) > 0;
}

/**
 * Beside an uplink hostapd starts an access point without beacons and waits for the supplicant's next change, which does not
 * come while the uplink stays as it is (`start_disabled` of the wifi-scripts, OpenWrt up to 25.12).
 */
export function wake(survey: Survey): void {
	for (const bss of survey.bsses) {
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

/** What goes on around an access point now. */
type Around = Pick<
	Situation,
	| 'answers'
	| 'beacons'
	| 'uplink_away'
	| 'full'
	| 'overlap_left'
	| 'radar_left'
	| 'persistent'
	| 'elsewhere'
	| 'apart'
>;

/** @param house  null: this network is on no other router of a house */
function aroundOf(survey: Survey, bss: Bss, handed: KeyKind, house: ToldHouse | null): Around {
	const there = isThere(survey, bss);

	return {
		answers: there,
		beacons: there ? carrierOf(survey, bss.ifname ?? '') : null,
		uplink_away: isUplinkAway(bss),
		full: bss.capacity !== null && isFull(survey, bss),
		overlap_left: sessions.overlapLeft(bss, survey.at),
		radar_left: radarLeft(bss.radio, survey.at.monotonic),
		persistent: handed !== 'lost',
		elsewhere: handed === 'own' && house !== null,
		apart: handed !== 'own' && (house?.uuid ?? null) !== null && lc(bss.uuid ?? '') !== house?.uuid
	};
}

/** What the networks came to last, and of what: while all of that is the same they come to the same. */
let judged: { networks: Bss[][]; text: string; wholes: Whole[] } | null = null;

/** What each network comes to, in the order of the configuration. */
export function judge(survey: Survey, daemon: Daemon): Whole[] {
	const open = sessions.openSession(survey.at);
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
			const exclusive = sessions.isExclusive(network, survey.bsses);

			return wholeOf(
				map(network, (bss, j) => {
					const grouped = !bss.independent && !exclusive;
					const problems = problemsOf({ ...all, ...around[i][j], bss, flagged, grouped });
					const place: Place = { bss, problems, ready: obstacle(problems) === null && !busy };
					return place;
				})
			);
		});
		judged = { networks: survey.networks, text, wholes };
	}

	return judged!.wholes;
}
