// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as uloop from 'uloop';

return resident => {
	const METHOD_NOT_FOUND = resident.METHOD_NOT_FOUND;
	const NOT_FOUND = resident.NOT_FOUND;
	const OK = resident.OK;
	const ask = resident.ask;
	const cameWith = resident.cameWith;
	const failedEarly = resident.failedEarly;
	const guarded = resident.guarded;
	const heardOn = resident.heardOn;
	const isOurs = resident.isOurs;
	const keep = resident.keep;
	const keepFound = resident.keepFound;
	const linesCall = resident.linesCall;
	const memory = resident.memory;
	const note = resident.note;
	const now = resident.now;
	const ownFileOf = resident.ownFileOf;
	const randomHex = resident.randomHex;
	const readHandover = resident.readHandover;
	const readLines = resident.readLines;
	const readOptions = resident.readOptions;
	const removeHandover = resident.removeHandover;
	const touch = resident.touch;
	const writeHandover = resident.writeHandover;

	// src/core/keyfile.ts
	const ANY = '00:00:00:00:00:00';

	const PIECE = 127;

	const ID_LENGTH = 31;

	const TAGS = ['keyid', 'wps', 'vlanid'];

	// ucode compiles a regular expression each time it comes to it (vm.c, uc_vm_insn_load_regexp).
	const ADDRESS = /([0-9a-f]{2}:){5}[0-9a-f]{2}/;
	const HEX_KEY = /[0-9A-Fa-f]{64}/;
	const NUMBER = /[+-]?0*[1-9]/;

	const REFUSED_LINE = { text: '', refused: true, key: null };
	const EMPTY_LINE = { text: '', refused: false, key: null };

	function withoutLeading(text, character) {
		let start = 0;
		while (substr(text, start, 1) === character) start++;

		return substr(text, start);
	}

	function cut(text, character) {
		const place = index(text, character);
		return place < 0 ? [text, ''] : [substr(text, 0, place), substr(text, place + 1)];
	}

	function isNumber(text) {
		const digits = trim(text);
		const found = match(digits, NUMBER)?.[0] ?? null;
		return found !== null && index(digits, found) === 0;
	}

	function addressOf(word) {
		const address = lc(substr(word, 0, length(ANY)));
		return match(address, ADDRESS)?.[0] === address ? address : null;
	}

	function isHexKey(secret) {
		return match(secret, HEX_KEY)?.[0] === secret;
	}

	function isSecret(text) {
		return length(text) === 64 ? isHexKey(text) : length(text) >= 8 && length(text) < 64;
	}

	function readPiece(piece) {
		let rest = cut(cut(piece, '\n')[0], chr(0))[0];
		if (rest === '' || substr(rest, 0, 1) === '#') return EMPTY_LINE;

		let word = '';
		let id = null;
		let wps = false;
		while (true) {
			const parts = cut(withoutLeading(rest, ' '), ' ');
			word = parts[0];
			rest = parts[1];

			const tag = cut(withoutLeading(word, '='), '=');
			if (index(word, '=') < 0 || tag[0] === '') break;
			if (index(TAGS, tag[0]) < 0) return REFUSED_LINE;
			if (tag[0] === 'keyid') id = tag[1];
			if (tag[0] === 'wps') wps = isNumber(tag[1]);
		}

		const mac = addressOf(word);
		if (mac === null || !isSecret(rest) || length(id ?? '') > ID_LENGTH) return REFUSED_LINE;
		return { text: '', refused: false, key: { id: id === '' ? null : id, wps, mac, secret: rest } };
	}

	function readUsual(text) {
		if (substr(text, 0, 6) !== 'keyid=' || length(text) >= PIECE) return null;

		const words = split(text, ' ');
		const wps = length(words) === 4 && words[1] === 'wps=1';
		if (!wps && length(words) !== 3) return null;

		const mac = words[wps ? 2 : 1];
		const secret = words[wps ? 3 : 2];
		const id = substr(words[0], 6);
		if (id === '' || length(id) > ID_LENGTH || addressOf(mac) !== mac || !isHexKey(secret)) return null;
		return { text, refused: false, key: { id, wps, mac, secret } };
	}

	function readLine(text) {
		const usual = readUsual(text);
		if (usual !== null) return usual;

		const whole = `${text}\n`;
		let line = { ...EMPTY_LINE, text };

		for (let start = 0; start < length(whole); start += PIECE) {
			const piece = readPiece(substr(whole, start, PIECE));
			if (piece.refused) return { ...REFUSED_LINE, text };
			if (piece.key !== null) line = { ...piece, text };
		}

		return line;
	}

	function keyLinesOf(text) {
		const lines = map(split(text, '\n'), readLine);
		// Behind the last newline there is none.
		if (lines[length(lines) - 1]?.text === '') pop(lines);

		return lines;
	}

	function linesText(lines) {
		return join(
			'',
			map(lines, line => `${line.text}\n`)
		);
	}

	function keyLine(key) {
		const id = key.id === null ? '' : `keyid=${key.id} `;

		return { text: `${id}${key.wps ? 'wps=1 ' : ''}${key.mac} ${key.secret}`, refused: false, key };
	}

	function asComments(line) {
		const comments = [];
		for (let start = 0; start < length(line.text); start += PIECE - 2)
			push(comments, { ...EMPTY_LINE, text: `#${substr(line.text, start, PIECE - 2)}` });

		return comments;
	}

	// src/core/ownkeys.ts
	function keyName(digits) {
		return `wps-${digits}`;
	}

	function isOwnName(id) {
		return id !== null && length(id) === 12 && substr(id, 0, 4) === 'wps-';
	}

	function ownOf(line) {
		const key = line.key;
		if (key === null || !isOwnName(key.id) || length(key.secret) !== 64) return null;

		return !key.wps || key.mac === ANY ? key : null;
	}

	function freshOf(lines) {
		return pop(filter(map(lines, ownOf), key => key?.wps === true)) ?? null;
	}

	function isFresh(key, fresh) {
		return key !== null && key.wps && key.id === fresh?.id;
	}

	function asPassed(line, fresh) {
		const key = ownOf(line);
		return key === null || !key.wps || key.id === fresh?.id ? line : keyLine({ ...key, wps: false });
	}

	function ordered(lines, next) {
		const present = freshOf(lines);
		const fresh = present ?? { ...next, wps: true, mac: ANY };
		const kept = [];

		for (let line in lines) {
			if (line.refused) for (let comment in asComments(line)) push(kept, comment);
			else if (!isFresh(ownOf(line), present)) push(kept, asPassed(line, present));
		}

		return linesText([...kept, keyLine(fresh)]);
	}

	function prepared(text, next) {
		return ordered(keyLinesOf(text ?? ''), next);
	}

	function isShared(text) {
		const lines = keyLinesOf(text);
		if (length(filter(lines, line => ownOf(line) !== null)) > 0) return false;

		return length(filter(lines, line => line.key?.wps === true && line.key?.mac === ANY)) > 0;
	}

	function freshName(text) {
		return freshOf(keyLinesOf(text))?.id ?? null;
	}

	function owned(text) {
		const found = [];
		for (let line in keyLinesOf(text)) {
			const key = ownOf(line);
			if (key !== null && key.id !== null && !key.wps)
				push(found, { id: key.id, mac: key.mac === ANY ? null : key.mac });
		}

		return found;
	}

	function bound(text, id, mac, next) {
		const lines = keyLinesOf(text);
		const keys = filter(map(lines, ownOf), key => key?.id === id);
		const key = keys[0] ?? null;
		if (key === null || mac === ANY) return null;
		if (length(filter(keys, one => one?.mac !== ANY && one?.mac !== mac)) > 0) return null;
		if (length(keys) === 1 && key.mac === mac) return ordered(lines, next);

		const others = filter(lines, line => ownOf(line)?.mac !== mac && ownOf(line)?.id !== id);
		return ordered([...others, keyLine({ ...key, mac, wps: false })], next);
	}

	function withdrawn(text, mac, next) {
		return ordered(
			filter(keyLinesOf(text), line => ownOf(line)?.mac !== mac || mac === ANY),
			next
		);
	}

	function setAside(text, next) {
		return ordered([...keyLinesOf(text), keyLine({ ...next, wps: true, mac: ANY })], next);
	}

	function stripped(text) {
		return linesText(filter(keyLinesOf(text), line => ownOf(line) === null));
	}

	// src/service/ownkeys.ts
	const WATCH_PACE = 10000;
	const WATCH = 3600000;
	const LATE_PACE = 60000;

	const LOG_LINES = 200;
	const REPLY_WITHIN = 900;
	const LOG_WITHIN = 300;

	let logWatcher = null;

	const REREAD = { object: 'hostapd', method: 'reload' };

	function freshKey() {
		return { id: keyName(randomHex(4)), secret: randomHex(32) };
	}

	function custodyOf(path) {
		memory.keys[path] ??= {
			armed: null,
			sure: false,
			heard: false,
			logged: null,
			unread: 0,
			peers: {},
			owed: null,
			watched: 0
		};
		return memory.keys[path];
	}

	function fileOfSection(section) {
		const path = section === null ? null : (readOptions(section, ['wpa_psk_file']).wpa_psk_file ?? null);
		if (type(path) !== 'string' || !isOurs(`${path}`, 'psk')) return null;

		return isShared(readHandover(`${path}`) ?? '') ? null : `${path}`;
	}

	let writes = 0;
	const written = {};

	function replaceKeys(path, text) {
		if (readHandover(path) === text) return true;

		// Said first: whoever comes after us has hostapd read once too often rather than never.
		custodyOf(path).unread++;
		writes++;
		written[path] = writes;
		touch();
		keep();
		return writeHandover(path, text);
	}

	function unreadFiles() {
		return filter(keys(memory.keys), path => memory.keys[path].unread > 0);
	}

	function reread(deadline, done) {
		const unread = unreadFiles();
		if (length(unread) === 0) return done(true);

		const before = writes;
		ask([REREAD], deadline, replies => {
			// A hostapd that is not there reads when it comes.
			const read = index([OK, NOT_FOUND], replies[0].code) >= 0;
			for (let path in unread) {
				const custody = memory.keys[path] ?? null;
				// Others may have asked at the same time; and what was written since we did is not read.
				if (read && custody !== null && (written[path] ?? 0) <= before) custody.unread = 0;
			}
			touch();
			keep();
			if (!read) logWatcher?.set?.(WATCH_PACE);
			done(read);
		});
	}

	function canReread(deadline, done) {
		ask([REREAD], deadline, replies => done(replies[0].code !== METHOD_NOT_FOUND));
	}

	function keysAreRead(path) {
		if (!exists(memory.keys, path)) return;

		memory.keys[path].unread = 0;
		touch();
		keep();
	}

	function rereadSoon() {
		reread(now().monotonic + REPLY_WITHIN, () => null);
	}

	function prepareKeys(path) {
		const text = readHandover(path);
		const next = prepared(text, freshKey());
		if (next === text) return false;
		if (!replaceKeys(path, next)) return null;

		const custody = custodyOf(path);
		const armed = freshName(next);
		// A key that has just been made is known to nobody.
		if (armed !== freshName(text ?? '')) {
			custody.armed = armed;
			custody.sure = true;
			custody.heard = false;
		}
		touch();
		keep();
		return true;
	}

	function give(path, id, mac) {
		const custody = custodyOf(path);
		const text = readHandover(path) ?? '';
		const next = bound(text, id, mac, freshKey());
		custody.owed = next === null ? null : { id, mac };

		if (next === null) {
			note(`a key for ${mac} is nobody's or another device's: set aside`);
			custody.sure = false;
		} else if (!replaceKeys(path, next)) {
			note(`the key of ${mac} could not be written: it will be tried again`);
			custody.sure = false;
		} else {
			custody.owed = null;
			if (freshName(next) !== freshName(text)) {
				custody.armed = freshName(next);
				custody.sure = true;
				custody.heard = false;
			}
		}
		touch();
		keep();
		return next !== null && custody.owed === null;
	}

	function payDebts(path) {
		const owed = custodyOf(path).owed;
		if (owed === null) return true;
		if (give(path, owed.id, owed.mac)) keepFound(path, owed.id, owed.mac);

		return custodyOf(path).owed === null;
	}

	function strayIn(path) {
		const text = readHandover(path) ?? '';
		const stray = map(
			filter(owned(text), key => key.mac === null),
			key => key.id
		);
		const fresh = freshName(text);

		return fresh === null ? stray : [...stray, fresh];
	}

	function learn(lines) {
		const came = cameWith(lines);
		if (length(came) === 0) return;

		for (let path in keys(memory.keys)) {
			const stray = strayIn(path);
			for (let one in came) {
				if (index(stray, one.id) < 0 || !give(path, one.id, one.mac)) continue;
				note(`${one.mac} came with a key that nobody was known to have: it is its own now`);
				keepFound(path, one.id, one.mac);
			}
		}
		rereadSoon();
	}

	function hasStray(path) {
		return length(filter(owned(readHandover(path) ?? ''), key => key.mac === null)) > 0;
	}

	function watchLog() {
		const at = now().monotonic;
		const fresh = filter(keys(memory.keys), path => memory.keys[path].watched > at);
		const doubtful = length(fresh) > 0 ? fresh : filter(keys(memory.keys), hasStray);
		rereadSoon();
		if (length(doubtful) === 0) return;

		ask([linesCall(LOG_LINES)], at + REPLY_WITHIN, replies => {
			for (let path in doubtful) payDebts(path);
			learn(readLines(replies[0]));
			logWatcher?.set?.(length(fresh) > 0 ? WATCH_PACE : LATE_PACE);
		});
	}

	logWatcher = uloop.timer(-1, () => guarded(watchLog));

	function doubt(path) {
		custodyOf(path).watched = now().monotonic + WATCH;
		touch();
		keep();
		logWatcher?.set?.(WATCH_PACE);
	}

	function isSpared(session, after, reply) {
		const wrong = session.state === 'failed';
		if (reply.code === NOT_FOUND) return !wrong;
		if (after === null) return false;

		const lines = readLines(reply);
		// Who does not know the PIN is told so before anything is handed over.
		return wrong
			? failedEarly(session.ifnames, after, lines)
			: heardOn(session.ifnames, after, lines) === false;
	}

	function concludeKeys(path, session) {
		const custody = custodyOf(path);
		const after = custody.logged;
		const wrong = session.state === 'failed' && session.reason === 'authentication_failure';
		const empty =
			index(['timeout', 'cancelled', 'overlap'], session.state) >= 0 && session.attempts_failed === 0;
		if (!wrong && (!empty || custody.heard)) return doubt(path);

		ask([linesCall(LOG_LINES)], now().monotonic + REPLY_WITHIN, replies => {
			if (!isSpared(session, after, replies[0]) || custody.armed === null) return doubt(path);
			// Another window may be open by now.
			if (length(filter(memory.windows, one => one.session.open)) === 0) custody.sure = true;
			touch();
			keep();
		});
		touch();
		keep();
	}

	function followKeys(session, before) {
		if (before !== null && before.state === session.state) return;

		const window = filter(memory.windows, one => one.session.id === session.id)[0] ?? null;
		const path = fileOfSection(session.section ?? window?.parts?.[0]?.section ?? null);
		if (path === null) return;

		const custody = custodyOf(path);
		if (session.open) {
			custody.heard = session.state === 'connecting' || (before !== null && custody.heard);
			touch();
			keep();
		} else if (session.state === 'success') {
			const id = custody.armed ?? freshName(readHandover(path) ?? '');
			if (session.ifname !== null) custody.peers[session.ifname] = session.peer.mac;
			if (id !== null) give(path, id, session.peer.mac);
			if (custody.owed !== null) doubt(path);
			rereadSoon();
		} else if (session.state !== 'joined') concludeKeys(path, session);
	}

	function keyNameOf(path, mac) {
		return filter(owned(readHandover(path) ?? ''), key => key.mac === mac)[0]?.id ?? null;
	}

	function giveToMissed(path, peers) {
		const custody = custodyOf(path);
		const missed = filter(
			keys(peers),
			ifname => peers[ifname] !== '' && custody.peers[ifname] !== peers[ifname]
		);
		const id = custody.armed;
		if (length(missed) === 0) return true;
		if (id === null || length(filter(missed, ifname => !exists(custody.peers, ifname))) > 0) return false;

		const mac = peers[missed[0]];
		if (give(path, id, mac)) keepFound(path, id, mac);
		return true;
	}

	function spareKeys(network) {
		const custody = memory.keys[ownFileOf(network) ?? ''] ?? null;
		if (custody === null || length(filter(memory.windows, window => window.session.open)) > 0) return;

		custody.sure = true;
		touch();
		keep();
	}

	function secureKeys(network, peers, deadline, done) {
		const path = ownFileOf(network);
		if (path === null || isShared(readHandover(path) ?? '')) return done(null);

		ask([linesCall(LOG_LINES)], min(deadline, now().monotonic + LOG_WITHIN), replies => {
			// Who came with a key since somebody looked last.
			const lines = readLines(replies[0]);
			const custody = custodyOf(path);
			const armed = custody.armed;
			learn(lines);
			// What the log has told is known.
			const seenAll = custody.armed !== armed || giveToMissed(path, peers);
			if (!payDebts(path)) return done('not_saved');

			const text = readHandover(path) ?? '';
			const known = custody.sure && seenAll && custody.armed !== null && custody.armed === freshName(text);
			const next = known ? prepared(text, freshKey()) : setAside(text, freshKey());
			if (!replaceKeys(path, next)) return done('not_saved');
			if (!known) {
				note('a key of its own was perhaps handed over before: the next device gets another one');
				logWatcher?.set?.(WATCH_PACE);
			}

			custody.armed = freshName(next);
			custody.heard = false;
			custody.logged = pop(lines)?.id ?? null;
			custody.sure = false;
			for (let ifname in keys(peers)) custody.peers[ifname] = peers[ifname];
			touch();
			keep();
			reread(deadline, read => {
				if (!read) spareKeys(network);
				done(read ? null : 'timeout');
			});
		});
	}

	function withdraw(path, mac) {
		return replaceKeys(path, withdrawn(readHandover(path) ?? '', mac, freshKey()));
	}

	function keyHolders(path) {
		return length(filter(owned(readHandover(path) ?? ''), key => key.mac !== null));
	}

	function forgetKeys(path) {
		const left = stripped(readHandover(path) ?? '');
		if (left === '' || !writeHandover(path, left)) removeHandover(path);
		delete memory.keys[path];
		touch();
		keep();
	}

	function isSpent(path) {
		const text = readHandover(path) ?? '';
		return keyHolders(path) === 0 && (stripped(text) === '' || isShared(text));
	}

	function resumeKeys(bsses) {
		for (let bss in bsses) {
			const path = ownFileOf([bss]);
			if (path !== null && !exists(memory.keys, path) && !isShared(readHandover(path) ?? '')) doubt(path);
		}
		for (let path in keys(memory.keys)) payDebts(path);
		rereadSoon();
		logWatcher?.set?.(WATCH_PACE);
	}

	return {
		canReread,
		followKeys,
		forgetKeys,
		isSpent,
		keyHolders,
		keyNameOf,
		keysAreRead,
		owned,
		prepareKeys,
		reread,
		resumeKeys,
		secureKeys,
		spareKeys,
		withdraw
	};
};
