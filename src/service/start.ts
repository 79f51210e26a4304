import type { Bss } from '../contract/bss';
import type { ErrorCode } from '../contract/error';
import type { Origin } from '../contract/session';
import { ownFileOf } from '../core/handover';
import { readPin } from '../core/pin';
import type { Target } from '../core/target';
import { ask, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED, OK, send, TIMED_OUT, type Reply } from '../router/bus';
import { addPin, cancelPin, hasHostapdCli } from '../router/hostapd-cli';
import { runningTask } from './memory';
import { secureKeys, spareKeys } from './parts/keys';
import {
	askedOf,
	callerOf,
	choose,
	daemonOf,
	homesOf,
	hostapdCall,
	isAnswering,
	isExclusive,
	isMac,
	judge,
	lookFor,
	opened,
	openHouse,
	partOf,
	refresh,
	refusedForOverlap,
	seenOf,
	targetOf,
	textOf
} from './parts/look';
import type { Request } from './request';
import type { Survey } from './survey';

/** Whom a window is opened for: whoever presses a button, or the device with this PIN. */
export interface Guest {
	pin: string | null;
	mac: string | null;
}

/** A call that opens a window, whichever method it is of. */
export type Opener = Pick<Request<'start'>, 'args' | 'who' | 'deadline' | 'answer' | 'fail' | 'isPending'>;

/** Only one start at a time: between the look at the router and hostapd's answer another one could slip in. */
let current: Opener | null = null;

/** Why hostapd opened no window. Code 8 says both "WPS is off" and "several devices asked": only the status tells which. */
function tellRefusal(request: Opener, ifname: string, code: number): void {
	if (code === METHOD_NOT_FOUND) return request.fail('wps_not_supported');
	if (code === NOT_FOUND) return request.fail('not_on_air');
	if (code !== NOT_SUPPORTED) return request.fail('timeout');

	refresh([ifname], request.deadline, (at, round) => {
		const seen = round[ifname] ?? null;
		const overlap = seen?.kind === 'answer' && seen.registrar?.pbc === 'Overlap';

		if (overlap) refusedForOverlap(ifname, at);
		request.fail(overlap ? 'overlap' : 'wps_disabled');
	});
}

/** All of the network on which hostapd has a window now: opening one of a group opens its siblings. */
function openedAlong(survey: Survey, network: Bss[], opening: Bss[]): Bss[] {
	const grouped = length(filter(opening, bss => !bss.independent)) > 0;

	return filter(
		network,
		bss => index(opening, bss) >= 0 || (grouped && !bss.independent && bss.wps && isAnswering(survey, bss))
	);
}

/** Gives the PIN to each of these; false when one could not be reached, and then none of them keeps it. */
function givePin(asked: Bss[], guest: Guest, deadline: number): boolean {
	const given: Bss[] = [];

	for (const bss of asked) {
		push(given, bss);
		if (addPin(bss.ifname ?? '', guest.pin ?? '', guest.mac, deadline)) continue;
		// What was sent may still be obeyed, when hostapd wakes: the cancel goes the same way, behind it.
		for (const one of given) cancelPin(one.ifname ?? '');
		return false;
	}

	return true;
}

/** hostapd's answers of all that were asked: the window is open, or everything is taken back. */
function conclude(
	request: Opener,
	survey: Survey,
	network: Bss[],
	opening: Bss[],
	replies: Reply[],
	guest: Guest,
	origin: Origin
): void {
	const asked = askedOf(opening);
	const takeBack = () => {
		for (const bss of asked) send(hostapdCall(bss.ifname ?? '', 'wps_cancel'));
	};
	// One that has just gone does not keep the others.
	const there = filter(asked, (_bss, i) => replies[i].code !== NOT_FOUND);
	const refused = filter(asked, (_bss, i) => index([OK, NOT_FOUND], replies[i].code) < 0)[0] ?? null;

	if (refused !== null || length(there) === 0) {
		const culprit = refused ?? asked[0];
		const code = replies[index(asked, culprit)].code;
		// A daemon that was only slow would open the window when nobody expects it any more.
		if (length(filter(replies, reply => index([OK, TIMED_OUT], reply.code) >= 0)) > 0) takeBack();
		else if (ownFileOf(network) !== null) spareKeys(network);
		return tellRefusal(request, culprit.ifname ?? '', code);
	}
	if (guest.pin !== null && !givePin(there, guest, request.deadline)) return request.fail('timeout');

	const kept = filter(opening, bss => !bss.independent || index(there, bss) >= 0);
	request.answer({
		session: opened({
			network: network[0].ssid,
			method: guest.pin === null ? 'pbc' : 'pin',
			origin,
			by: request.who,
			parts: map(openedAlong(survey, network, kept), bss => partOf(bss, seenOf(survey, bss))),
			homes: homesOf(network),
			exclusive: isExclusive(network, survey.bsses)
		})
	});
}

/** Whom hostapd says it has let in last, by interface; empty: nobody. */
function letIn(survey: Survey, network: Bss[]): { [ifname: string]: string } {
	const peers: { [ifname: string]: string } = {};
	for (const bss of network) {
		const seen = seenOf(survey, bss);
		const registrar = seen?.kind === 'answer' ? seen.registrar : null;
		if (registrar !== null) peers[bss.ifname ?? ''] = (registrar.result === 'Success' && registrar.peer) || '';
	}

	return peers;
}

/** Looks, decides and opens. */
function open(request: Opener, target: Target, guest: Guest, origin: Origin): void {
	lookFor(request, survey => {
		const choice = choose(judge(survey, daemonOf(survey)), target);
		if (choice.error !== null) return request.fail(choice.error);

		const network = map(choice.whole.places, place => place.bss);
		const opening = choice.opening;
		// hostapd_cli ends well when hostapd refuses; taking an earlier PIN back tells.
		const method = guest.pin === null ? 'wps_start' : 'wps_cancel';
		const calls = map(askedOf(opening), bss => hostapdCall(bss.ifname ?? '', method));

		const ask_them = (error: ErrorCode | null) => {
			if (error !== null) return request.fail(error);
			ask(calls, request.deadline, replies =>
				conclude(request, survey, network, opening, replies, guest, origin)
			);
		};

		if (ownFileOf(network) === null) ask_them(null);
		else secureKeys(network, letIn(survey, network), request.deadline, ask_them);
	});
}

/**
 * Opens a window where the target says, on all access points of the network that are ready, as one session; `busy` while
 * another one is being opened or a job runs.
 */
export function openFor(request: Opener, target: Target, guest: Guest, origin: Origin): void {
	if (current?.isPending?.() || runningTask() !== null) return request.fail('busy');

	current = request;
	open(request, target, guest, origin);
}

/** What is wrong with the arguments that name a device, if anything, and which. */
function objectionTo(typed: string | null, guest: Guest, house: boolean): [ErrorCode, string?] | null {
	if (guest.mac !== null && (typed === null || !isMac(guest.mac))) return ['invalid_argument', 'mac'];
	if (typed === null) return null;
	// A PIN is for one router.
	if (house) return ['invalid_argument', 'house'];
	if (guest.pin === null) return ['pin_invalid'];

	return hasHostapdCli() ? null : ['pin_unavailable'];
}

/** A start that opens the other routers of the house as well, once it is open here. */
function withHouse(request: Opener): Opener {
	return {
		...request,
		answer: data => {
			openHouse(data.session.network, data.session.id);
			request.answer(data);
		}
	};
}

/**
 * `start`: opens the window on a network, or on one access point of it, by push button or for the device with this PIN; with
 * `house` by push button on every router of the house.
 */
export function start(request: Request<'start'>): void {
	const target = targetOf(request);
	const caller = target === null ? null : callerOf(request);
	if (target === null || caller === null) return;

	const typed = textOf(request, 'pin');
	const mac = textOf(request, 'mac');
	const house = request.args.house === true;
	const guest: Guest = { pin: readPin(typed ?? ''), mac: mac === null ? null : lc(mac) };
	const objection = objectionTo(typed, guest, house);
	if (objection !== null) return request.fail(objection[0], objection[1]);

	const opener = { ...request, who: caller.by };
	openFor(house ? withHouse(opener) : opener, target, guest, caller.origin);
}
