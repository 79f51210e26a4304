// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

return resident => {
	const NOT_FOUND = resident.NOT_FOUND;
	const OK = resident.OK;
	const ask = resident.ask;
	const forgetKeys = resident.forgetKeys;
	const hostapdCall = resident.hostapdCall;
	const identities = resident.identities;
	const isMac = resident.isMac;
	const keep = resident.keep;
	const keyNameOf = resident.keyNameOf;
	const keysOf = resident.keysOf;
	const memory = resident.memory;
	const networksOf = resident.networksOf;
	const note = resident.note;
	const now = resident.now;
	const ownFileOf = resident.ownFileOf;
	const owned = resident.owned;
	const readBsses = resident.readBsses;
	const readClients = resident.readClients;
	const readHandover = resident.readHandover;
	const removeSections = resident.removeSections;
	const reread = resident.reread;
	const settingsOf = resident.settingsOf;
	const tell = resident.tell;
	const textOf = resident.textOf;
	const touch = resident.touch;
	const withdraw = resident.withdraw;
	const writeSection = resident.writeSection;

	// src/core/device.ts
	const NAME_LENGTH = 32;

	const HOSTNAME_LENGTH = 63;

	const CONTROLS = /[[:cntrl:]]/;

	const KINDS = ['own', 'shared', 'lost'];

	function hasControls(text) {
		return match(text, CONTROLS) !== null;
	}

	function charactersOf(text) {
		let count = 0;
		for (let i = 0; i < length(text); i++) {
			const byte = ord(text, i) ?? 0;
			if (byte < 128 || byte >= 192) count++;
		}

		return count;
	}

	function isDeviceName(text) {
		return text !== '' && charactersOf(text) <= NAME_LENGTH && !hasControls(text);
	}

	function cleanName(text) {
		return substr(replace(text ?? '', /[[:cntrl:]]/g, ''), 0, HOSTNAME_LENGTH) || null;
	}

	function entryOf(options) {
		const key = filter(KINDS, kind => kind === options.key)[0] ?? null;
		const joined = int(options.joined ?? '');
		if (!options.mac || !options.network || key === null || !(joined > 0)) return null;

		return {
			mac: lc(options.mac),
			network: options.network,
			section: options.section ?? null,
			joined,
			key,
			id: options.id ?? null,
			own_name: options.name ?? null,
			hostname: options.hostname ?? null
		};
	}

	function optionsOf(entry) {
		return {
			mac: entry.mac,
			network: entry.network,
			section: entry.section,
			joined: `${entry.joined}`,
			key: entry.key,
			id: entry.id,
			name: entry.own_name,
			hostname: entry.hostname
		};
	}

	function placeOfEntry(entry) {
		return `device_${replace(entry.mac, /:/g, '')}_${entry.section ?? ''}`;
	}

	function isSame(one, other) {
		return one.mac === other.mac && one.network === other.network;
	}

	function byAge(entries) {
		return sort([...entries], (a, b) => b.joined - a.joined);
	}

	function asDevice(entry, presence, identity) {
		return {
			mac: entry.mac,
			name: entry.own_name ?? identity?.name ?? entry.hostname,
			own_name: entry.own_name,
			network: entry.network,
			section: presence?.section ?? entry.section,
			joined: entry.joined,
			key: entry.key,
			kept: entry.key !== 'lost',
			online: presence !== null,
			ifname: presence?.ifname ?? null,
			band: presence?.band ?? null,
			signal: presence?.client?.signal ?? null,
			ip: identity?.ip ?? null
		};
	}

	// src/service/devices.ts
	const KEPT_OUT = 60000;

	const PREVIOUS_AUTHENTICATION_INVALID = 2;

	function keptEntries() {
		const kept = [];
		for (let section in settingsOf('device')) {
			const entry = entryOf(section.options);
			if (entry !== null) push(kept, { place: section.name, entry });
		}

		return kept;
	}

	function allEntries() {
		return byAge([...memory.passing, ...map(keptEntries(), kept => kept.entry)]);
	}

	function store(entry) {
		const places = map(
			filter(keptEntries(), one => isSame(one.entry, entry)),
			one => one.place
		);
		return writeSection(places[0] ?? placeOfEntry(entry), 'device', optionsOf(entry));
	}

	function forgetPassing(entry) {
		memory.passing = filter(memory.passing, one => !isSame(one, entry));
		touch();
		keep();
	}

	function keepEntry(entry) {
		const former = filter(allEntries(), one => isSame(one, entry))[0] ?? null;
		const whole = {
			...entry,
			own_name: former?.own_name ?? null,
			hostname: entry.hostname ?? former?.hostname ?? null
		};

		forgetPassing(entry);
		if (entry.key !== 'lost' && store(whole)) return;

		// Without room in flash it is remembered as long as we are.
		memory.passing = [whole, ...memory.passing];
		touch();
		keep();
	}

	function networkWith(bsses, section) {
		for (let network in networksOf(bsses))
			if (length(filter(network, bss => bss.section === section)) > 0) return network;

		return [];
	}

	function followDevices(session, before) {
		const peer = session.peer;
		if (peer === null || session.open) return;

		const hostname = cleanName(peer.name);
		if (session.state === 'success' && before?.state !== 'success') {
			const network = networkWith(readBsses(null), session.section);
			const path = ownFileOf(network);
			const id = path === null ? null : keyNameOf(path, peer.mac);
			keepEntry({
				mac: peer.mac,
				network: session.network,
				section: session.section,
				joined: session.ended,
				key: id === null ? keysOf(network) : 'own',
				id,
				own_name: null,
				hostname
			});
		} else if (hostname !== null && hostname !== cleanName(before?.peer?.name ?? null)) {
			const entry =
				filter(allEntries(), one => isSame(one, { mac: peer.mac, network: session.network }))[0] ?? null;
			if (entry !== null && entry.hostname !== hostname) keepEntry({ ...entry, hostname });
		}
	}

	function keepFound(path, id, mac) {
		const network = filter(networksOf(readBsses(null)), bsses => ownFileOf(bsses) === path)[0] ?? null;
		if (network === null) return;

		const keyless =
			filter(allEntries(), one => isSame(one, { mac, network: network[0].ssid }) && one.id === null)[0] ??
			null;
		keepEntry({
			mac,
			network: network[0].ssid,
			section: keyless?.section ?? network[0].section,
			joined: keyless?.joined ?? now().epoch,
			key: 'own',
			id,
			own_name: null,
			hostname: null
		});
	}

	function dropKept(kept) {
		return removeSections(map(kept, one => one.place));
	}

	function dropKeys(path) {
		const text = readHandover(path) ?? '';
		const ids = {};
		for (let key in owned(text)) ids[key.id] = true;

		const going = filter(keptEntries(), kept => kept.entry.id !== null && ids[kept.entry.id] === true);
		dropKept(going);
		memory.passing = filter(memory.passing, entry => entry.id === null || ids[entry.id] !== true);
		forgetKeys(path);
		return length(going);
	}

	function idsOf(kept) {
		const ids = {};
		for (let one in kept) if (one.entry.id !== null) ids[one.entry.id] = true;

		return ids;
	}

	function reconcileNetwork(network) {
		const path = ownFileOf(network);
		const text = path === null ? null : readHandover(path);
		if (path === null || text === null) return;

		const known = filter(
			keptEntries(),
			kept => kept.entry.network === network[0].ssid && kept.entry.key === 'own'
		);
		const ids = idsOf(known);
		const held = {};
		for (let key in owned(text)) {
			held[key.id] = true;
			if (key.mac !== null && !ids[key.id]) keepFound(path, key.id, key.mac);
		}
		dropKept(filter(known, kept => !held[kept.entry.id ?? '']));
	}

	function reconcile(bsses) {
		map(networksOf(bsses), reconcileNetwork);
	}

	function presentOn(running, replies) {
		const present = {};
		map(running, (bss, i) => {
			const seen = readClients(replies[i]);
			const clients = seen.kind === 'answer' ? (seen.clients ?? {}) : {};
			for (let mac in keys(clients)) {
				const client = clients[mac];
				if (client === null || !client.authorized || client.wps) continue;
				present[mac] = { ifname: bss.ifname ?? '', section: bss.section, band: bss.radio.band, client };
			}
		});

		return present;
	}

	function isAmong(running, ifname, network) {
		return length(filter(running, bss => bss.ifname === ifname && bss.ssid === network)) > 0;
	}

	function lookAtDevices(request, done) {
		const deadline = request.deadline;
		ask([{ object: 'network.wireless', method: 'status' }], deadline, statuses => {
			if (index([OK, NOT_FOUND], statuses[0].code) < 0) return request.fail('timeout');

			const running = filter(readBsses(statuses[0].data), bss => bss.ifname !== null);
			const calls = map(running, bss => hostapdCall(bss.ifname ?? '', 'get_clients'));

			ask(calls, deadline, replies => {
				if (length(filter(replies, reply => readClients(reply).kind === 'silent')) > 0)
					return request.fail('timeout');

				const present = presentOn(running, replies);
				const known = identities();
				done(running, entry => {
					const presence = present[entry.mac] ?? null;
					const here = presence !== null && isAmong(running, presence.ifname, entry.network);
					return asDevice(entry, here ? presence : null, known[entry.mac] ?? null);
				});
			});
		});
	}

	function tellDevices(request) {
		lookAtDevices(request, (_running, show) => request.answer({ devices: map(allEntries(), show) }));
	}

	function meantBy(request) {
		const typed = textOf(request, 'mac');
		const mac = typed === null ? null : lc(typed);
		const network = textOf(request, 'network');
		if (mac === null || !isMac(mac)) request.fail('invalid_argument', 'mac');
		else if (network === '') request.fail('invalid_argument', 'network');
		else {
			const meant = filter(
				allEntries(),
				one => one.mac === mac && (network === null || one.network === network)
			);
			if (length(meant) > 0) return meant;
			request.fail('unknown_device');
		}

		return null;
	}

	function dropEntry(entry) {
		forgetPassing(entry);
		return dropKept(filter(keptEntries(), kept => isSame(kept.entry, entry)));
	}

	function keepOut(running, entry) {
		const args = {
			addr: entry.mac,
			reason: PREVIOUS_AUTHENTICATION_INVALID,
			deauth: true,
			ban_time: KEPT_OUT
		};
		const places = filter(running, bss => bss.ssid === entry.network);

		return map(places, bss => ({ ...hostapdCall(bss.ifname ?? '', 'del_client'), args }));
	}

	function tellRemoval(request, device, for_good) {
		const how = for_good ? 'for good' : 'for a minute: it knows the password';
		note(
			`${device.name ?? device.mac} (${device.mac}) is taken out of "${device.network}" ${how}, by ${request.who}`
		);
		tell({ type: 'removed', device });
		request.answer({ device, for_good });
	}

	function removeOwn(request, entry, path, device) {
		if (!withdraw(path, entry.mac)) return request.fail('not_saved');

		// hostapd may take more than a second over it on a slow router: what is written it reads in the end, whoever waits.
		reread(request.deadline, read => {
			dropEntry(entry);
			tellRemoval(
				request,
				read ? { ...device, online: false, ifname: null, band: null, signal: null } : device,
				true
			);
		});
	}

	function remove(request) {
		const meant = meantBy(request);
		if (meant === null) return;
		if (length(meant) > 1) return request.fail('ambiguous_target');

		const entry = meant[0];
		lookAtDevices(request, (running, show) => {
			const path = ownFileOf(filter(readBsses(null), bss => bss.ssid === entry.network));
			if (path !== null && keyNameOf(path, entry.mac) !== null)
				return removeOwn(request, entry, path, show(entry));

			ask(keepOut(running, entry), request.deadline, replies => {
				if (length(filter(replies, reply => reply.code !== OK)) > 0) return request.fail('timeout');
				if (!dropEntry(entry)) return request.fail('not_saved');
				tellRemoval(request, show(entry), false);
			});
		});
	}

	function storeName(entry) {
		const passing = filter(memory.passing, one => isSame(one, entry));
		if (length(passing) === 0) return store(entry);

		memory.passing = map(memory.passing, one => (isSame(one, entry) ? entry : one));
		touch();
		keep();
		return true;
	}

	function rename(request) {
		const name = textOf(request, 'name');
		if (name === null || (name !== '' && !isDeviceName(name)))
			return request.fail('invalid_argument', 'name');

		const meant = meantBy(request);
		if (meant === null) return;

		const renamed = map(meant, entry => ({ ...entry, own_name: name || null }));
		lookAtDevices(request, (_running, show) => {
			if (length(filter(renamed, entry => !storeName(entry))) > 0) return request.fail('not_saved');

			const device = show(renamed[0]);
			note(`${device.mac} is called "${device.name ?? device.mac}", by ${request.who}`);
			tell({ type: 'renamed', device });
			request.answer({ device });
		});
	}

	return { dropKeys, followDevices, keepFound, reconcile, remove, rename, tellDevices };
};
