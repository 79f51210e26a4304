// The WPS tab, compiled from src/view and src/contract (doc comments there):
// edit those and run `npm run build`.

'use strict';
'require poll';
'require rpc';
'require ui';
'require view';

// src/contract/limits.ts
const JOIN_GRACE = 30;

// src/view/action.ts
function createButton(style, label, task, id) {
	let last = NaN;
	// Not ui.createHandlerFn: a button that is disabled while it works loses the focus, and with it whoever has no mouse.
	const button = E(
		'button',
		{
			class: 'btn cbi-button cbi-button-' + style,
			type: 'button',
			id: id ?? null,
			click: async event => {
				const isAgain = event.detail > 1 || (!event.detail && event.timeStamp - last < 500);

				last = event.timeStamp;
				if (isAgain || button.ariaDisabled) return;

				button.ariaDisabled = 'true';
				button.classList.add('spinning');
				await task();
				button.ariaDisabled = null;
				button.classList.remove('spinning');
			}
		},
		[label]
	);

	return button;
}

function createChoice(type, id, isChosen, label, pick) {
	const input = E('input', {
		type,
		id,
		name: 'wps-choice',
		checked: isChosen ? '' : null,
		change: () => pick(input.checked)
	});

	return E('label', {}, [input, E('span', {}, label)]);
}

function renderLink() {
	return E('a', { class: 'cbi-button-link', href: L.url('admin/network/wireless') }, [_('Wireless settings')]);
}

// src/contract/error.ts
const NO_ANSWER = _('The Wi-Fi software did not answer.');
const WPS_IS_OFF = _('WPS is off on this network.');

// src/view/parts/resident.ts
const resident = {};

// src/view/part.ts
let slash = '/';

let complaint = null;

async function requirePart(name) {
	try {
		return await L.require('wps' + slash + name);
	} catch {
		slash += '/';
		if (!complaint?.isConnected)
			complaint = ui.addNotification(
				null,
				E('p', {}, [_('A part of this page could not be loaded: try again.')]),
				'warning'
			);
		return null;
	}
}

// src/view/parts/more.ts
// in a file of its own, loaded when it is needed
let morePart;

async function askMore(name, args) {
	morePart ??= (await requirePart('more'))?.open(resident);
	return morePart?.[name](...args);
}

const explainRest = (...args) => askMore('explainRest', args);
const mend = (...args) => askMore('mend', args);
const showFailures = (...args) => askMore('showFailures', args);
const showGuard = (...args) => askMore('showGuard', args);
const showHouse = (...args) => askMore('showHouse', args);
const showPin = (...args) => askMore('showPin', args);
const showQr = (...args) => askMore('showQr', args);
const showRemedy = (...args) => askMore('showRemedy', args);
const showRemove = (...args) => askMore('showRemove', args);
const showSwitch = (...args) => askMore('showSwitch', args);

// src/view/explain.ts
const COMMON = {
	wps_disabled: [WPS_IS_OFF, '', _('Turn WPS on')],
	radio_disabled: [_('It is switched off.')],
	open_network: [_('An open network has no password to hand over.')],
	unsaved_changes: [_('Changed wireless settings wait to be applied.')],
	radio_down: [_('Its radio is starting.')],
	not_on_air: [_('It is not on the air yet.')],
	window_open: [_('WPS is active on another network.')],
	shared_flag: [_('The button on the case starts WPS on several networks.')]
};

const known = COMMON;

async function learn(problems) {
	if (problems.some(({ code }) => !known[code])) Object.assign(known, await explainRest());
}

function explain({ code }) {
	return known[code] ?? [code];
}

// src/view/paint.ts
const painted = new WeakMap();

const PASSING = ['now', 'seconds', 'session'];

function repaint(node, subject, build) {
	const key = JSON.stringify(subject, (name, value) => (PASSING.includes(name) ? null : value));
	const focused = document.activeElement;

	if (painted.get(node) === key) return;
	painted.set(node, key);

	const parts = build();

	if (parts) node.replaceChildren(...parts);
	if (!focused.isConnected) document.getElementById(focused.id)?.focus();
}

function write(node, text) {
	if (node.textContent !== text) node.textContent = text;
}

function show(part, isShown) {
	part.classList.toggle('wps-off', !isShown);
}

function clockText(seconds) {
	return '%d:%02d'.format(seconds / 60, seconds % 60);
}

function secondsLeft(until) {
	return Math.max(0, Math.ceil((until - performance.now()) / 1000));
}

function join(texts, separator = ' ') {
	return texts.filter(Boolean).join(separator);
}

function renderSection(title, parts, style = '') {
	return E('section', { class: 'cbi-section ' + style, 'aria-label': title }, [E('h3', {}, [title]), ...parts]);
}

function renderSetting(title, field, hint = '') {
	return E('div', { class: 'cbi-value', title: hint }, [
		E('label', { class: 'cbi-value-title' }, title),
		E('div', { class: 'cbi-value-field' }, field)
	]);
}

function renderQuiet(text) {
	return E('div', { class: 'wps-quiet' }, [text]);
}

// src/view/words.ts
const LANGUAGE = document.documentElement.lang.replace('_', '-') || undefined;

function quote(name) {
	return /[^\0-\u04ff]/.test(name) ? '⁨%s⁩'.format(name) : name;
}

function listText(names) {
	return new Intl.ListFormat(LANGUAGE).format(names);
}

function bandsText(bands) {
	const names = bands.map(
		band => band && '%s GHz'.format((band === '2g' ? 2.4 : parseInt(band)).toLocaleString(LANGUAGE))
	);

	return listText(new Set(names.filter(name => name !== null)));
}

function placeText({ ssid, access_points: aps }) {
	const on = bandsText(aps.map(({ band }) => band));

	return join([quote(ssid), on && '(%s)'.format(on)]);
}

function signalText(signal) {
	return signal >= -60 ? _('good signal') : signal >= -72 ? _('fair signal') : _('weak signal');
}

function dateText(seconds) {
	return new Date(seconds * 1000).toLocaleString(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });
}

// src/view/texts.ts
const RESTART_NOTE = _('The network restarts: its devices are offline for a few seconds.');

const KEY_TEXTS = {
	shared: [
		_('Devices get the password of the network.'),
		_('They stay after a restart and on other routers. No single one can be locked out.')
	],
	own: [
		_('Each device gets a key of its own.'),
		_('You can remove any of them for good. They stay after a restart, but only on this router.')
	]
};

const STATE_TEXTS = {
	waiting: _('Press the WPS button on the device now.'),
	connecting: _('%s is connecting…'),
	success: _('%s has received the key to %s.'),
	joined: _('%s has joined %s.'),
	timeout: _('No device joined in time.'),
	overlap: _('Several devices asked to join, so none was let in.'),
	cancelled: _('WPS was stopped.'),
	failed: _('The device could not join.'),
	lost: _('WPS was interrupted.')
};

const NO_ADDRESS = _('No address is known yet: if the device does not work, check DHCP.');

const OUTSIDE = _('The time ran out, or WPS was stopped outside this page.');
const GONE = _('The network went off the air: try again when it is back.');

const ADVICE = {
	waiting: _('Some need it held for three seconds.'),
	success: _('Waiting for it to connect…'),
	timeout: _('Move the device closer and press its button sooner. Many devices know 2.4 GHz only.'),
	overlap: _('Stop WPS on the others, and try again in two minutes.'),
	failed: _('Restart the device and try again.'),
	not_connected: _('But it did not connect: let it forget this network, and try again.'),
	elsewhere: OUTSIDE,
	start_not_seen: OUTSIDE,
	sibling: _('The device joined another network of this router.'),
	house: _('Another router of this house let the device in.'),
	still_trying: _('The device may go on trying for half a minute.'),
	access_point_gone: GONE,
	daemon_restarted: GONE,
	no_answer: NO_ANSWER,
	authentication_failure: _('The PIN was wrong, or the device gave up.')
};

function nameText({ name, mac }) {
	return quote(name ?? mac.toUpperCase());
}

function sessionText({ state, method, peer, network }, place = quote(network)) {
	if (state === 'waiting' && method === 'pin') return _('Now start WPS on the device with its PIN.');
	return STATE_TEXTS[state].format(peer ? nameText(peer) : _('A device'), place);
}

function rivalText(rivals) {
	return _('WPS on %s at the same time keeps many devices out: use one at a time.').format(rivals);
}

function adviceText({ state, method, reason, attempts_failed: failed, open }, rivals = '') {
	if (open && failed)
		return N_(failed, '%d attempt failed, WPS stays active.', '%d attempts failed, WPS stays active.').format(failed);
	if (state === 'timeout' && failed) return ADVICE.failed;
	if (rivals && /waiting|timeout|overlap/.test(state)) return rivalText(rivals);
	if (open && method === 'pin') return '';
	return (reason && ADVICE[reason]) ?? ADVICE[state] ?? '';
}

function originText({ origin, by }) {
	if (origin === 'luci.wps') return '';
	if (origin === 'button') return _('Started with the button on the router.');
	return by ? _('Started by %s.').format(quote(by)) : _('Started outside this page.');
}

function lookOf({ open, state, reason }) {
	if (open) return 'open';
	if (state === 'joined' || reason === 'sibling' || reason === 'house') return 'good';
	return state === 'cancelled' || (state === 'success' && !reason) ? 'plain' : 'bad';
}

function jobText({ kind, state }) {
	if (state === 'running') return kind === 'enable' ? _('Turning WPS on…') : _('Turning WPS off…');
	if (state === 'reverted') return _('The network did not come back, so its former settings were restored.');
	if (state === 'failed') return _('The settings could not be saved: the router may be out of space.');
	return kind === 'enable' ? _('WPS is on.') : _('WPS is off.');
}

// src/view/news.ts
const SIGNS = { open: '', good: '✓', bad: '✕', plain: '–' };

const bandsOf = aps => bandsText(aps.map(({ band }) => band));

function listeningText({ access_points: aps }, ifnames) {
	const listens = ({ ifname }) => ifnames.includes(ifname ?? '');
	const deaf = bandsOf(aps.filter(ap => !listens(ap)));

	return join([_('Listening on %s.').format(bandsOf(aps.filter(listens))), deaf && _('Not on %s.').format(deaf)]);
}

function rivalsOf({ status: { networks, now } }, session) {
	const begins = ({ started, ended }) => started ?? ended ?? now;
	const precedes = (one, other) => begins(one) < (other.ended ?? Infinity);
	const rivals = networks.filter(
		({ session: other }) => other && other.id !== session.id && precedes(session, other) && precedes(other, session)
	);

	return listText(rivals.map(({ ssid }) => quote(ssid)));
}

function guestOf({ devices, status }, told) {
	if (told?.session.state !== 'joined') return null;

	const { peer, network, ended } = told.session;
	const device = devices.find(({ mac }) => mac === peer.mac);
	const { key, kept } = device ?? { key: told.keys, kept: told.keys !== 'lost' };
	const late = status.now - ended > JOIN_GRACE ? NO_ADDRESS : '';

	return { ...peer, network, key, kept, ip: device?.ip ?? peer.ip ?? late };
}

function tell(page, told) {
	const { session, access_points: aps } = told;
	const { open, peer, section, ifname, ifnames, network } = session;
	const band = bandsOf(aps.filter(ap => ap.section === section && ap.ifname === ifname));
	const guest = guestOf(page, told);

	return {
		look: lookOf(session),
		title: sessionText(session, join([quote(network), band && '(%s)'.format(band)])),
		advice: guest?.kept
			? _('It stays after a restart.')
			: guest
				? _('It will be forgotten at the next restart.')
				: adviceText(session, rivalsOf(page, session)),
		note: open
			? join([listeningText(told, ifnames), originText(session)])
			: join([guest?.ip, peer?.name && peer.mac.toUpperCase(), peer?.signal && signalText(peer.signal)], ' · ')
	};
}

const longest = (...texts) => texts.reduce((a, b) => (a.length > b.length ? a : b));

function createNews() {
	const sign = E('div', { class: 'wps-sign', 'aria-hidden': 'true' });
	const fill = E('div');
	const bar = E(
		'div',
		{ class: 'cbi-progressbar', role: 'progressbar', 'aria-valuemax': 120, 'aria-label': _('Remaining time') },
		[fill]
	);
	const words = E('div');
	const room = E('div', { class: 'wps-off' });

	return {
		node: E('div', { class: 'wps-news' }, [E('div', {}, [sign, bar]), E('div', { class: 'wps-stack' }, [words, room])]),

		reserve(network) {
			const place = '%s (5 GHz)'.format(network.ssid);
			const titles = Object.values(STATE_TEXTS).map(text => text.format('living room television', place));

			repaint(room, place, () => [
				E('strong', { 'data-text': longest(...titles) }),
				E('div', { 'data-text': longest(...Object.values(ADVICE), rivalText(network.ssid)) }),
				E('div', { 'data-text': longest(listeningText(network, []), NO_ADDRESS + '0'.repeat(30)) })
			]);
		},

		update(news) {
			const { look, title, advice = '', note = '' } = news;

			sign.dataset['look'] = look;
			show(bar, look === 'open');
			write(sign, SIGNS[look] || sign.textContent);
			repaint(words, news, () => [E('strong', {}, [title]), E('div', {}, [advice]), renderQuiet(note)]);
			return join([title, advice]);
		},

		tick({ remaining, duration }, since) {
			const left = secondsLeft(since + (remaining ?? duration) * 1000);
			const clock = remaining === null ? '…' : clockText(left);

			write(sign, clock);
			show(bar, remaining !== null);
			fill.style.width = '%d%%'.format((100 * left) / duration);
			bar.setAttribute('aria-valuenow', String(left));
			bar.setAttribute('aria-valuetext', clock);
		}
	};
}

// src/view/page.ts
const FRESH = 600;

const idOf = ({ sections }) => sections[0];

// src/view/problems.ts
const isOfRouter = ({ code }) => code.includes('daemon');

function isHere({ code, option }, { present, action }) {
	return code !== 'shared_flag' || option === 'wps_independent' || !present || action === 'stock';
}

const isAside = ({ code }) => code === 'shared_flag' || code === 'pin_exposed';

const isError = ({ severity }) => severity === 'error';

function problemsOf({ problems }) {
	const first = problems.find(isError);

	return problems.some(isOfRouter) ? [] : problems.filter(problem => !isError(problem) || problem === first);
}

function hasQr({ problems }) {
	return !problems.some(({ code }) => /wep|enterprise|ppsk|key/.test(code));
}

const mendLabel = problem => (problem.fix === 'enable' && explain(problem)[2]) || '';

function renderProblems(page, network, problems, mended) {
	const { access_points: aps } = network;

	return problems.map(problem => {
		const { fix, option, seconds, sections } = problem;
		const [text, why] = explain(problem);
		const hit = aps.filter(({ section }) => sections.includes(section));
		const part = hit.length < aps.length && bandsText(hit.map(({ band }) => band));
		const label = page.mayWrite && problem !== mended && mendLabel(problem);

		return E('div', { class: 'wps-row', title: option }, [
			join([part, text], ': '),
			seconds ? E('span', { 'data-until': performance.now() + seconds * 1000 }) : '',
			fix === 'wireless' ? renderLink() : '',
			label ? createButton('neutral', label, () => mend(page, network)) : '',
			why ? E('details', {}, [E('summary', {}, [_('Why?')]), why]) : ''
		]);
	});
}

// src/view/service.ts
const DENIED = -32002;

const translate = _;

// LuCI tells the code of such a call only in the text of its error: keep the code.
rpc.addInterceptor(async ({ error }, request) => {
	if (error && request.object === 'luci.wps') throw error;
});

async function call(object, method, given) {
	const args = Object.entries(given).filter(([, value]) => value !== null && value !== false);

	try {
		const declared = rpc.declare({ object, method, params: args.map(([name]) => name) });
		const reply = await declared(...args.map(([, value]) => value));

		if (typeof reply === 'number') return { refusal: rpc.getStatusText(reply) };
		if (reply.error) return { refusal: translate(reply.error.message), code: reply.error.code };
		return { answer: reply };
	} catch (error) {
		const { code } = error;

		if (code === DENIED) return { refusal: _('Your login does not allow this, or it has expired.') };
		return { refusal: code ? _('The WPS service is not running.') : _('The router does not answer.') };
	}
}

function ask(method, given = {}) {
	return call('luci.wps', method, given);
}

async function isAllowed(scope, object, permission) {
	return (await call('session', 'access', { scope, object, function: permission })).answer?.access ?? false;
}

// src/view/add.ts
function createAdd(page) {
	const idle = E('div');
	const news = createNews();
	const main = createButton('action', '', () => deed());
	const pin = createButton('link', _('The device shows a PIN'), () => showPin(start));
	const qr = createButton('link', _('No WPS button? QR code'), () => showQr(chosen));
	const done = createButton('link', _('Done'), clear);
	const ways = E('div', { class: 'wps-row' }, [pin, page.mayReadKeys ? qr : '', done]);
	const ends = E('div', { class: 'wps-row' }, [
		_('Not your device?'),
		createButton('neutral', _('Remove…'), () => showRemove(page, guestOf(page, told)))
	]);
	const node = renderSection(
		_('Add a device'),
		[
			E('div', { class: 'wps-stack' }, [idle, news.node]),
			E('div', { class: 'wps-row' }, [main, E('div', { class: 'wps-stack' }, [ways, ends])])
		],
		'wps-box'
	);

	let chosen;
	let told;
	let picked = '';
	let deed;
	let refusal = '';
	let isForAll = true;
	let read = 0;
	let text = '';

	async function report(outcome) {
		refusal = outcome.refusal ?? '';
		await page.refresh();
		return outcome;
	}

	function clear() {
		refusal = '';
		read = page.status.now;
		update();
	}

	const hasHouse = () => page.status.house?.routers.some(({ there }) => there) ?? false;

	async function start(code) {
		const target =
			isForAll && hasHouse() && !code ? { network: chosen.ssid, house: true } : { section: idOf(chosen), pin: code };

		return report(await ask('start', target));
	}

	const openOnes = () => page.status.networks.filter(network => network.session?.open ?? false);

	async function cancel() {
		const outcomes = await Promise.all(openOnes().map(network => ask('cancel', { section: idOf(network) })));

		await report(outcomes[0]);
		if (outcomes.every(({ answer }) => answer?.session && !answer.session.reason)) clear();
	}

	function describe(network) {
		if (network.ready) return KEY_TEXTS[network.keys]?.[0] ?? '';

		const error = problemsOf(network).find(isError);

		return error && network !== chosen ? explain(error)[0] : '';
	}

	function renderIdle(networks, mended) {
		const { job, ready } = chosen;
		const isOne = networks.length < 2;
		const problems = problemsOf(chosen).filter(problem => !isAside(problem));
		const place = isOne ? placeText(chosen) : quote(chosen.ssid);
		const choices = networks.map(network =>
			createChoice(
				'radio',
				'wps-' + idOf(network),
				network === chosen,
				[placeText(network), renderQuiet(describe(network))],
				() => {
					picked = idOf(network);
					update();
				}
			)
		);
		const note = ready
			? _('Whoever presses a WPS button nearby gets in, too. You will see who it is.')
			: mended && mendLabel(mended) && RESTART_NOTE;

		return [
			E(
				'div',
				{ class: 'wps-row', role: 'radiogroup', 'aria-label': _('Network') },
				isOne ? [] : [_('Network'), ...choices]
			),
			E('p', {}, [ready ? _('A printer, a TV or a repeater joins %s without the password.').format(place) : place]),
			E('p', {}, [ready ? _('Start WPS here, then press the WPS button on the device within two minutes.') : '']),
			...renderProblems(page, chosen, problems, mended),
			E('p', {}, [job && /reverted|failed/.test(job.state) ? jobText(job) : '']),
			page.mayWrite && hasHouse()
				? createChoice(
						'checkbox',
						'wps-house',
						isForAll,
						[_('On the other routers of this house, too')],
						isChosen => (isForAll = isChosen)
					)
				: '',
			renderQuiet(note || '')
		];
	}

	function findNews() {
		const { networks, now } = page.status;
		const since = Math.max(read, now - FRESH, ...networks.map(({ job }) => job?.started ?? 0));
		const recent = networks.filter(network => (network.session?.ended ?? 0) > since);

		return openOnes()[0] ?? recent.sort((a, b) => b.session.ended - a.session.ended)[0];
	}

	function tick() {
		if (told?.session.open) news.tick(told.session, page.received);
	}

	function update() {
		const all = page.status.networks;
		const enabled = all.filter(network => network.enabled);
		const networks = enabled.length ? enabled : all;
		const former = told?.session.id;

		text = '';
		page.chosen = null;
		node.hidden = !all.length || all.some(({ problems }) => problems.some(isOfRouter));
		if (node.hidden) return;

		told = findNews();
		if (former !== told?.session.id) refusal = '';
		page.chosen = chosen =
			told ??
			networks.find(network => idOf(network) === picked) ??
			networks.find(({ ready }) => ready) ??
			networks.find(({ problems }) => problems.find(isError)?.fix === 'enable') ??
			networks[0];

		const { job, ready } = chosen;
		const error = problemsOf(chosen).find(isError);
		const isOpen = told?.session.open;
		const isRefused = refusal && !isOpen;
		const look = isRefused ? 'bad' : told && lookOf(told.session);
		const isOver = look && !isOpen && (look !== 'bad' || !ready);
		const isBusy = job?.state === 'running';

		news.reserve(chosen);
		// Behind the news all stays as it was, as it has a part in how large the box is.
		if (!look || !idle.firstChild)
			repaint(idle, [networks, chosen.sections, hasHouse(), known], () =>
				renderIdle(networks, ready ? undefined : error)
			);
		if (look) text = news.update(isRefused ? { look, title: refusal } : tell(page, told));

		const [label, task] = isOpen
			? [_('Cancel'), cancel]
			: isOver
				? [_('Done'), clear]
				: isBusy
					? [jobText(job), () => {}]
					: ready
						? [_('Start WPS'), () => start(null)]
						: [error ? mendLabel(error) : '', () => mend(page, chosen)];

		// It stays the same one, so that it keeps the focus.
		deed = task;
		write(main, label);
		main.classList.toggle('important', !isOpen && !isOver);
		main.classList.toggle('spinning', !isOpen && !isOver && isBusy);
		show(main, label && page.mayWrite);
		show(idle, !look);
		show(news.node, look);
		show(ways, ready && !isOver && !isOpen);
		show(pin, page.mayWrite);
		show(done, look);
		show(ends, page.mayWrite && guestOf(page, told));
		tick();
	}

	return { node, clear, update, tick, said: () => text };
}

// src/view/devices.ts
function renderDevice(page, device) {
	const { mac, name, network, joined, key, kept, online, band, signal, ip } = device;
	const address = mac.toUpperCase();
	const input = E('input', {
		type: 'text',
		class: 'wps-name',
		dir: 'auto',
		maxlength: 32,
		value: name ?? '',
		placeholder: address,
		title: address,
		'aria-label': _('Name'),
		readonly: page.mayWrite ? null : '',
		change: async () => {
			if (input.value !== input.defaultValue) await page.report(await ask('rename', { mac, name: input.value.trim() }));
		},
		keydown: event => {
			if (event.key === 'Escape') input.value = input.defaultValue;
			if (/Escape|Enter/.test(event.key)) input.blur();
		}
	});

	const future = !kept
		? _('has to join again after a power cut')
		: online
			? _('comes back after a power cut')
			: _('can come back by itself');

	return [
		[name ?? mac, E('div', {}, [input, renderQuiet(ip ?? '')])],
		[network, E('bdi', {}, [network])],
		[joined, E('span', {}, [dateText(joined)])],
		[
			Number(online),
			E('div', { title: signal && '%d dBm'.format(signal) }, [
				online ? join([_('connected'), bandsText([band]), signal && signalText(signal)], ', ') : _('away'),
				renderQuiet(future)
			])
		],
		[key, E('span', {}, [key === 'own' ? _('its own') : key === 'shared' ? _('the password') : _('a temporary one')])],
		page.mayWrite ? createButton('neutral', _('Remove…'), () => showRemove(page, device), 'wps-' + mac) : ''
	];
}

function createDevices(page, failures) {
	const none = E('em', {}, [_('No device has joined by WPS yet.')]);
	const captions = [
		_('Name'),
		_('Network'),
		_('Joined'),
		_('Now'),
		_('Key'),
		E('span', { class: 'wps-hidden' }, [_('Remove', 'WPS')])
	];
	const table = new ui.Table(
		captions,
		{ id: 'wps-devices', captionClasses: ['', '', '', '', '', 'cbi-section-actions'] },
		none
	);
	const list = table.render();

	const way = E('p', {}, [_('Who knows the password can only be locked out by a new one:'), ' ', renderLink()]);
	const node = renderSection(_('Devices that joined by WPS'), [list, way, failures]);

	return {
		node,

		update() {
			const { devices, chosen } = page;
			const heard = devices.map(({ signal, ...rest }) => [rest, signal && signalText(signal)]);

			node.hidden = !chosen && !devices.length;
			if (!list.contains(document.activeElement) || !document.activeElement.matches('input'))
				repaint(list, heard, () => {
					table.update(
						devices.map(device => renderDevice(page, device)),
						none
					);
				});
		}
	};
}

// src/view/failures.ts
function createFailures() {
	const body = E('div');
	const node = E('details', { toggle: refresh }, [E('summary', {}, [_('Failed attempts')]), body]);

	async function refresh() {
		if (node.open) await showFailures(body);
	}

	return { node, refresh };
}

// src/view/router.ts
function renderNetwork(page, network) {
	const { ssid, enabled, keys, job, access_points: aps } = network;
	const { mayWrite, mayReadKeys } = page;
	const isTold = network === page.chosen;
	const all = problemsOf(network);
	const canEnable = network.problems.every(problem => !isError(problem) || /enable|wait/.test(problem.fix ?? ''));
	const listed = all.filter(problem => (isAside(problem) || !isTold) && problem.code !== 'wps_disabled');
	const isBusy = job?.state === 'running';
	const [what = '', meaning = ''] = (enabled && KEY_TEXTS[keys]) || [];
	const button = (id, style, label, task) => createButton(style, label, task, join(['wps', id, idOf(network)], '-'));

	return renderSetting(
		[
			E('bdi', { title: aps.map(({ ifname, radio }) => ifname ?? radio).join(', ') }, [ssid]),
			renderQuiet(bandsText(aps.map(({ band }) => band)))
		],
		[
			...(isBusy
				? []
				: [
						join([enabled ? _('WPS is on.') : !listed.some(isError) && _('WPS is off.'), what]),
						renderQuiet(meaning),
						...renderProblems(page, network, listed)
					]),
			E('div', { class: isBusy ? 'spinning' : null }, [job && job.state !== 'done' ? jobText(job) : '']),
			E('div', { class: 'wps-row' }, [
				mayWrite && (enabled || canEnable)
					? button(enabled ? 'keys' : 'switch', 'neutral', enabled ? _('Keys…') : _('Turn WPS on…'), () =>
							showSwitch(page, network, false)
						)
					: '',
				mayWrite && enabled
					? button('switch', 'neutral', _('Turn WPS off…'), () => showSwitch(page, network, true))
					: '',
				mayReadKeys && !isTold && hasQr(network) ? button('qr', 'link', _('QR code'), () => showQr(network)) : ''
			])
		]
	);
}

function renderButton({ status: { button, networks }, mayWrite, report }) {
	const names = networks.filter(({ enabled }) => enabled).map(({ ssid }) => ssid);
	const actions = [
		['stock', null, _('Starts WPS on every network that has it on')],
		['off', null, _('Does nothing')]
	];

	for (const name of new Set(names.concat(button.network ?? [])))
		actions.unshift(['network', name, _('Starts WPS on %s').format(quote(name))]);

	const select = E(
		'select',
		{
			id: 'wps-button',
			'aria-label': _('The button on the case'),
			disabled: mayWrite ? null : '',
			change: async () => {
				const [action, network] = actions[select.selectedIndex];

				await report(await ask('button', { action, network }));
			}
		},
		actions.map(([action, network, label]) =>
			E('option', { selected: action === button.action && network === (button.network ?? network) ? '' : null }, [
				label
			])
		)
	);

	return renderSetting([_('The button on the case')], [select]);
}

function createRouter(page) {
	const told = E('p');
	const list = E('div', { class: 'cbi-section-node' });
	const node = E('details', { class: 'cbi-section' }, [
		E('summary', {}, [E('h3', {}, [_('This router')])]),
		told,
		list
	]);

	node.open = matchMedia('(min-width: 600px)').matches;

	return {
		node,

		update() {
			const { networks, button, guard, light } = page.status;
			const { chosen } = page;

			told.hidden = !guard;
			if (guard) showGuard(told, guard.when);
			repaint(list, [page.status, chosen?.sections, known], () => [
				...networks.map(network => renderNetwork(page, network)),
				chosen && button.present ? renderButton(page) : '',
				chosen && light ? renderSetting([_('The WPS light')], [_('Blinks while WPS is active.')], light) : ''
			]);
		}
	};
}

// src/view/style.ts
const STYLE = `
.wps [hidden], .wps :is(p, .wps-row):empty { display: none !important }
.wps-off, .wps-off * { visibility: hidden !important }
.wps-hidden { position: absolute; clip-path: inset(50%) }
.wps-quiet { opacity: .8 }
.wps-box { border: 1px solid #8888; border-radius: 6px; padding: .75em 1.25em 1.25em }
.wps h3 { display: inline }
.wps .cbi-section { margin-bottom: 1.5em }
.wps table { table-layout: fixed }
.wps th:nth-child(4) { width: 26% }
.wps .cbi-section-actions::before { display: none !important }
.wps p, .wps-row { margin: .4em 0; line-height: 1.5 }
.wps-row { display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em }
.wps label { display: flex; align-items: baseline; gap: .5em; min-height: 24px }
.wps label input:not([type=text]) { height: 1em; min-height: 0; margin: 0 }
.wps [role] { align-items: baseline }
.wps-stack { display: grid; align-items: start }
.wps-row > .wps-stack { align-items: center }
.wps-stack > * { grid-area: 1 / 1; min-width: 0 }
.wps-box > .wps-stack { margin: .75em 0 }
.wps-box > .wps-row > .btn { min-width: 10em }
.wps-news { display: grid; grid-template-columns: 5em 1fr; gap: 0 1.5em; line-height: 1.5 }
.wps-sign { font-size: 280%; line-height: 1.2; min-height: 1.2em; font-variant-numeric: tabular-nums }
.wps-news strong { font-size: 115%; overflow-wrap: anywhere }
[data-text]::before { content: attr(data-text) }
.wps-news .cbi-progressbar { margin: .25em 0; min-width: 0 }
[data-look=good] { color: color-mix(in srgb, #0a0 65%, currentColor) }
[data-look=bad] { color: color-mix(in srgb, #e00 70%, currentColor) }
.wps .cbi-button-link { all: unset; cursor: pointer; text-decoration: underline; line-height: 24px; outline: revert }
.wps :is(.btn, .wps-name, select) { min-height: 24px }
.wps summary { cursor: pointer; line-height: 24px; display: list-item; list-style: disclosure-closed inside }
.wps [open] > summary { list-style-type: disclosure-open }
.wps-name { width: 100%; max-width: 14em; box-sizing: border-box }
.wps-name:not(:focus) { border: dashed #8888 !important; border-width: 0 0 1px !important; background: none !important; box-shadow: none !important; padding: 0 !important }
@media (max-width: 600px) { .wps-news { grid-template-columns: 1fr } }
`;

// src/view/parts/given.ts
// what the parts take from here
Object.assign(resident, {
	createButton,
	createChoice,
	renderLink,
	explain,
	idOf,
	join,
	renderQuiet,
	renderSection,
	renderSetting,
	repaint,
	write,
	ask,
	KEY_TEXTS,
	RESTART_NOTE,
	adviceText,
	lookOf,
	nameText,
	sessionText,
	dateText,
	placeText,
	quote
});

// src/view/wps.ts
const IDLE_INTERVAL = 9;

function isMoving({ session, job }, now) {
	return session?.open || now - (session?.ended ?? 0) < JOIN_GRACE || job?.state === 'running';
}

const problemsIn = status => status?.networks.flatMap(({ problems }) => problems) ?? [];

async function look() {
	const outcomes = await Promise.all([ask('status'), ask('devices')]);

	await learn(problemsIn(outcomes[0].answer));
	return outcomes;
}

return view.extend({
	load() {
		return Promise.all([
			look(),
			isAllowed('access-group', 'luci-app-wps', 'write'),
			isAllowed('uci', 'wireless', 'read')
		]);
	},

	render([first, mayWrite, mayReadKeys]) {
		const said = E('div', { class: 'wps-hidden', role: 'status' });
		const trouble = E('p', { class: 'alert-message warning', role: 'alert' });
		const page = { mayWrite, mayReadKeys, devices: [] };
		const add = createAdd(page);
		const failures = createFailures();
		const devices = createDevices(page, failures.node);
		const router = createRouter(page);
		const remedy = E('div');
		const house = E('div');
		const body = E('div', {}, [remedy, add.node, devices.node, router.node, house]);
		let moving = false;
		let asked = performance.now();
		let told;

		function show([{ answer, refusal }, joined]) {
			write(
				trouble,
				refusal
					? join([refusal, _('Trying again…')])
					: answer?.networks.length
						? ''
						: _('This router has no Wi-Fi network.')
			);
			body.hidden = !answer && !page.status;
			if (!answer) return;

			const { networks, now, button } = answer;

			for (const network of networks) {
				if (network.job?.ended && now - network.job.ended > FRESH) network.job = null;
				network.problems = network.problems.filter(problem => isHere(problem, button));
			}
			page.status = answer;
			page.devices = joined.answer?.devices ?? page.devices;
			page.received = performance.now();
			moving = networks.some(network => isMoving(network, now));

			const ofRouter = problemsIn(answer).find(isOfRouter);

			remedy.hidden = !ofRouter;
			if (ofRouter) showRemedy(remedy, ofRouter, answer.daemon.remedy);
			add.update();
			devices.update();
			router.update();
			house.hidden = !answer.house;
			if (answer.house) showHouse(house, answer.house);
			tell(join([add.said(), ...networks.map(({ ssid, job }) => job && '%s: %s'.format(ssid, jobText(job)))]));
		}

		function tell(text) {
			if (text === told) return;
			if (told !== undefined) said.textContent = text;
			told = text;
			failures.refresh();
		}

		page.refresh = async () => {
			asked = performance.now();
			show(await look());
		};
		page.report = async ({ refusal }) => {
			if (refusal) ui.addNotification(null, E('p', {}, [refusal]), 'warning');
			await page.refresh();
		};
		page.forget = async text => {
			add.clear();
			await page.refresh();
			tell(text);
		};
		show(first);
		poll.add(() => {
			if (!document.hidden && (moving || secondsLeft(asked + IDLE_INTERVAL * 1000) === 0)) return page.refresh();
		}, 1);
		document.addEventListener('visibilitychange', () => document.hidden || page.refresh());
		setInterval(() => {
			add.tick();
			for (const clock of body.querySelectorAll('[data-until]'))
				write(clock, clockText(secondsLeft(Number(clock.dataset['until']))));
		}, 1000);
		return E('div', { class: 'cbi-map wps' }, [
			E('style', {}, [STYLE]),
			E('h2', { tabindex: -1 }, [_('WPS')]),
			said,
			trouble,
			body
		]);
	},

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
