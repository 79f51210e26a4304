// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

return resident => {
	const METHOD_NOT_FOUND = resident.METHOD_NOT_FOUND;
	const NOT_FOUND = resident.NOT_FOUND;
	const NOT_SUPPORTED = resident.NOT_SUPPORTED;
	const OK = resident.OK;
	const TIMED_OUT = resident.TIMED_OUT;
	const actionNamed = resident.actionNamed;
	const addPin = resident.addPin;
	const ask = resident.ask;
	const askedOf = resident.askedOf;
	const buttonNow = resident.buttonNow;
	const callerOf = resident.callerOf;
	const cancelPin = resident.cancelPin;
	const cancelling = resident.cancelling;
	const choose = resident.choose;
	const daemonOf = resident.daemonOf;
	const emptyArgument = resident.emptyArgument;
	const hasButton = resident.hasButton;
	const hasHostapdCli = resident.hasHostapdCli;
	const hasLight = resident.hasLight;
	const homesOf = resident.homesOf;
	const hostapdCall = resident.hostapdCall;
	const isAnswering = resident.isAnswering;
	const isExclusive = resident.isExclusive;
	const isMac = resident.isMac;
	const isMeant = resident.isMeant;
	const judge = resident.judge;
	const listening = resident.listening;
	const lookFor = resident.lookFor;
	const note = resident.note;
	const openAnywhere = resident.openAnywhere;
	const openHouse = resident.openHouse;
	const openOn = resident.openOn;
	const opened = resident.opened;
	const ownFileOf = resident.ownFileOf;
	const partOf = resident.partOf;
	const pressed = resident.pressed;
	const refresh = resident.refresh;
	const refusedForOverlap = resident.refusedForOverlap;
	const runningTask = resident.runningTask;
	const secureKeys = resident.secureKeys;
	const seenOf = resident.seenOf;
	const send = resident.send;
	const sessionOf = resident.sessionOf;
	const showError = resident.showError;
	const spareKeys = resident.spareKeys;
	const targetOf = resident.targetOf;
	const tell = resident.tell;
	const textOf = resident.textOf;
	const writeSection = resident.writeSection;

	// src/service/cancel.ts
	function closeWindow(request, window, reason) {
		const parts = listening(window);
		const asked = askedOf(parts);

		ask(
			map(asked, part => hostapdCall(part.ifname, 'wps_cancel')),
			request.deadline,
			replies => {
				const codes = map(replies, reply => reply.code);

				if (index(codes, OK) >= 0) cancelling(window, request.who, reason);
				const unheard = filter(
					codes,
					code => index([OK, METHOD_NOT_FOUND, NOT_FOUND, NOT_SUPPORTED], code) < 0
				);
				if (length(unheard) > 0) return request.fail('timeout');

				// hostapd tells in its status how the window really ended: a device may have been faster.
				refresh(
					map(parts, part => part.ifname),
					request.deadline,
					at => request.answer({ session: sessionOf(window.session.id, at) })
				);
			}
		);
	}

	function isKnown(survey, target) {
		return length(filter(survey.networks, network => isMeant(target, network))) > 0;
	}

	function cancel(request) {
		const target = targetOf(request);
		const caller = target === null ? null : callerOf(request);
		if (target === null || caller === null) return;

		lookFor(request, survey => {
			const window = openOn(target);
			const named = target.network !== null || target.section !== null || target.ifname !== null;

			if (window !== null)
				closeWindow({ ...request, who: caller.by }, window, caller.origin === 'house' ? 'house' : null);
			else if (named && !isKnown(survey, target)) request.fail('unknown_target');
			else request.answer({ session: null });
		});
	}

	// src/core/pin.ts
	function readPin(text) {
		const digits = filter(split(text, ''), character => index('0123456789', character) >= 0);
		const pin = join('', digits);
		if (length(pin) === 4) return pin;
		if (length(pin) !== 8) return null;

		let sum = 0;
		for (let i = 0; i < 8; i++) sum += int(digits[i]) * (i % 2 === 0 ? 3 : 1);
		return sum % 10 === 0 ? pin : null;
	}

	// src/service/start.ts
	let current = null;

	function tellRefusal(request, ifname, code) {
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

	function openedAlong(survey, network, opening) {
		const grouped = length(filter(opening, bss => !bss.independent)) > 0;

		return filter(
			network,
			bss => index(opening, bss) >= 0 || (grouped && !bss.independent && bss.wps && isAnswering(survey, bss))
		);
	}

	function givePin(asked, guest, deadline) {
		const given = [];

		for (let bss in asked) {
			push(given, bss);
			if (addPin(bss.ifname ?? '', guest.pin ?? '', guest.mac, deadline)) continue;
			// What was sent may still be obeyed, when hostapd wakes: the cancel goes the same way, behind it.
			for (let one in given) cancelPin(one.ifname ?? '');
			return false;
		}

		return true;
	}

	function conclude(request, survey, network, opening, replies, guest, origin) {
		const asked = askedOf(opening);
		const takeBack = () => {
			for (let bss in asked) send(hostapdCall(bss.ifname ?? '', 'wps_cancel'));
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

	function letIn(survey, network) {
		const peers = {};
		for (let bss in network) {
			const seen = seenOf(survey, bss);
			const registrar = seen?.kind === 'answer' ? seen.registrar : null;
			if (registrar !== null)
				peers[bss.ifname ?? ''] = (registrar.result === 'Success' && registrar.peer) || '';
		}

		return peers;
	}

	function open(request, target, guest, origin) {
		lookFor(request, survey => {
			const choice = choose(judge(survey, daemonOf(survey)), target);
			if (choice.error !== null) return request.fail(choice.error);

			const network = map(choice.whole.places, place => place.bss);
			const opening = choice.opening;
			// hostapd_cli ends well when hostapd refuses; taking an earlier PIN back tells.
			const method = guest.pin === null ? 'wps_start' : 'wps_cancel';
			const calls = map(askedOf(opening), bss => hostapdCall(bss.ifname ?? '', method));

			const ask_them = error => {
				if (error !== null) return request.fail(error);
				ask(calls, request.deadline, replies =>
					conclude(request, survey, network, opening, replies, guest, origin)
				);
			};

			if (ownFileOf(network) === null) ask_them(null);
			else secureKeys(network, letIn(survey, network), request.deadline, ask_them);
		});
	}

	function openFor(request, target, guest, origin) {
		if (current?.isPending?.() || runningTask() !== null) return request.fail('busy');

		current = request;
		open(request, target, guest, origin);
	}

	function objectionTo(typed, guest, house) {
		if (guest.mac !== null && (typed === null || !isMac(guest.mac))) return ['invalid_argument', 'mac'];
		if (typed === null) return null;
		// A PIN is for one router.
		if (house) return ['invalid_argument', 'house'];
		if (guest.pin === null) return ['pin_invalid'];

		return hasHostapdCli() ? null : ['pin_unavailable'];
	}

	function withHouse(request) {
		return {
			...request,
			answer: data => {
				openHouse(data.session.network, data.session.id);
				request.answer(data);
			}
		};
	}

	function start(request) {
		const target = targetOf(request);
		const caller = target === null ? null : callerOf(request);
		if (target === null || caller === null) return;

		const typed = textOf(request, 'pin');
		const mac = textOf(request, 'mac');
		const house = request.args.house === true;
		const guest = { pin: readPin(typed ?? ''), mac: mac === null ? null : lc(mac) };
		const objection = objectionTo(typed, guest, house);
		if (objection !== null) return request.fail(objection[0], objection[1]);

		const opener = { ...request, who: caller.by };
		openFor(house ? withHouse(opener) : opener, target, guest, caller.origin);
	}

	// src/service/button.ts
	function wordsOf(button) {
		if (button.action !== 'network') return button.action;
		return button.network === null ? 'opens the first network with WPS' : `opens "${button.network}"`;
	}

	function setButton(request) {
		const network = textOf(request, 'network');
		const action = textOf(request, 'action') ?? (network === null ? null : 'network');
		const chosen = actionNamed(action);
		const empty = emptyArgument(request);

		if (empty !== null) return request.fail('invalid_argument', empty);
		if (action === null) return request.answer({ button: buttonNow() });
		if (chosen === null) return request.fail('invalid_argument', 'action');
		if (network !== null && chosen !== 'network') return request.fail('invalid_argument', 'network');
		if (!hasButton()) return request.fail('button_absent');

		lookFor(request, survey => {
			const known = filter(survey.networks, bsses => bsses[0].ssid === network);
			if (network !== null && length(known) === 0) return request.fail('unknown_target');
			if (!writeSection('button', 'button', { action: chosen, network })) return request.fail('not_saved');

			const button = buttonNow();
			note(`the WPS button: ${wordsOf(button)}, by ${request.who}`);
			tell({ type: 'button', button });
			request.answer({ button });
		});
	}

	function press(request) {
		const button = buttonNow();
		if (button.action !== 'network') return request.answer({ session: null });

		const fail = (code, detail) => {
			note(`the WPS button: nothing to open (${code})`);
			if (hasLight()) showError();
			request.fail(code, detail);
		};
		const opener = { ...request, who: 'button', fail };

		lookFor({ ...request, fail }, survey => {
			const window = openAnywhere();
			if (window !== null) return closeWindow({ ...request, who: 'button' }, window, null);

			const target = pressed(judge(survey, daemonOf(survey)), button.network);
			if (target === null) fail('wps_disabled');
			else openFor(opener, target, { pin: null, mac: null }, 'button');
		});
	}

	// src/service/check-pin.ts
	function checkPin(request) {
		const culprit = emptyArgument(request);
		if (culprit !== null) return request.fail('invalid_argument', culprit);

		const pin = readPin(request.args.pin ?? '');
		request.answer(pin === null ? { valid: false, code: 'pin_invalid' } : { valid: true, pin });
	}

	return { cancel, checkPin, press, setButton, start };
};
