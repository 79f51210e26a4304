// The WPS tab, compiled from src/view and src/contract (doc comments there):
// edit those and run `npm run build`.

'use strict';
'require poll';
'require rpc';
'require uci';
'require ui';
'require view';

// src/view/action.ts
function createButton(style, label, task) {
	let busy = null;
	let last = -500;
	const button = E(
		'button',
		{
			class: 'btn cbi-button cbi-button-' + style,
			click: async event => {
				const again = event.detail > 1 || (!event.detail && event.timeStamp - last < 500);

				last = event.timeStamp;
				if (busy || again) return;

				busy = button.ariaDisabled = 'true';
				button.classList.add('spinning');
				await task();
				busy = button.ariaDisabled = null;
				button.classList.remove('spinning');
			}
		},
		[label]
	);

	return button;
}

function showDialog(title, lines, action) {
	const opener = document.activeElement;
	const refusal = E('p', { role: 'alert' });
	const close = () => {
		ui.hideModal();
		opener.focus();
	};
	const cancel = createButton('neutral', action ? _('Cancel') : _('Close'), close);
	const buttons = [cancel];

	if (action)
		buttons.push(
			' ',
			createButton(action.style, action.label, async () => {
				refusal.textContent = (await action.task()).refusal ?? '';
				if (!refusal.textContent) close();
			})
		);
	cancel.type = 'button';
	ui.showModal(
		[E('span', { id: 'wps-title' }, [title])],
		[
			E('form', { submit: event => event.preventDefault() }, [
				...lines.map(line => E('p', {}, [line])),
				refusal,
				E('div', { class: 'right' }, buttons)
			])
		]
	).setAttribute('aria-labelledby', 'wps-title');
	(document.querySelector('#modal_overlay input') ?? cancel).focus();
}

// src/view/paint.ts
const painted = new WeakMap();

function repaint(node, subject, build) {
	const key = JSON.stringify(subject);

	if (painted.get(node) === key) return;
	painted.set(node, key);
	node.replaceChildren(...(subject ? build() : []));
}

function secondsLeft(seconds, since) {
	return Math.max(0, Math.ceil(seconds - (performance.now() - since) / 1000));
}

function clockText(seconds) {
	return '%d:%02d'.format(seconds / 60, seconds % 60);
}

function join(texts, separator = ' ') {
	return texts.filter(Boolean).join(separator);
}

function renderBox(look, lines) {
	return E(
		'div',
		{ class: 'alert-message ' + look },
		lines.map(line => E('p', {}, line))
	);
}

// src/contract/error.ts
const INVALID_PIN = _('This is not a valid WPS PIN: check its digits.');
const NO_ANSWER = _('The access point software did not answer.');
const WPS_IS_OFF = _('WPS is off on this network.');
const SEVERAL_DEVICES = _(
	'Several devices asked to join within two minutes: stop WPS on the others and wait.'
);

// src/view/texts.ts
const PROBLEM_TEXTS = {
	no_daemon: _('This router has no access point software.'),
	daemon_without_wps: _('The installed access point software has no WPS.'),
	daemon_restart_needed: _('Software with WPS is installed, but is not running yet: restart the router.'),
	radio_disabled: _('The network or its radio is switched off.'),
	open_network: _('WPS hands over a password, but this network has none.'),
	wep: _('WPS does not work with WEP: use WPA2.'),
	tkip_only: _('WPS does not work with TKIP: use WPA2 with CCMP (AES).'),
	enterprise: _('WPS does not work with WPA Enterprise.'),
	wpa3_only: _('WPS does not work with WPA3 alone: use mixed WPA2/WPA3.'),
	ppsk: _('WPS does not work where each device has its own password (PPSK).'),
	hidden_ssid: _('WPS does not work while the network name is hidden.'),
	band_6ghz: _('WPS does not work on 6 GHz: use another band.'),
	multi_ap_backhaul: _('WPS does not work on the backhaul of a mesh.'),
	wps_disabled: WPS_IS_OFF,
	unsaved_changes: _('The wireless settings have changes that are not applied: apply or revert them first.'),
	radio_down: _('The radio is not running yet.'),
	radar_check: _('The radio is checking for radar before it uses this channel.'),
	not_on_air: _('The network is not on the air yet.'),
	window_open: _('WPS is active on another network.'),
	overlap: SEVERAL_DEVICES,
	mac_allow_list: _('A MAC filter is set: only listed devices can join.'),
	not_persistent: _('Devices that join now will lose access when the network restarts.'),
	shared_flag: _('WPS is on for several networks: the WPS button of the router starts it on all of them.'),
	pin_exposed: _('The router has a WPS PIN, which strangers can guess: remove it.'),
	fast_roaming: _('Fast roaming (802.11r) is on: some devices cannot see such a network.')
};

const STATE_TEXTS = {
	waiting: _('Waiting for a device'),
	connecting: _('A device is connecting…'),
	success: _('%s has received the password of %s.'),
	joined: _('%s has joined %s.'),
	timeout: _('No device joined in time.'),
	overlap: _('Several devices asked to join, so none was let in.'),
	cancelled: _('WPS was stopped.'),
	failed: _('The device could not join.'),
	lost: _('WPS was interrupted.')
};

const STATE_ADVICE = {
	success: _('Waiting for it to connect…'),
	timeout: _(
		'Move the device closer and press its WPS button within two minutes. Many devices only support 2.4 GHz.'
	),
	failed: _('Restart the device and try again.')
};

const REASON_TEXTS = {
	not_connected: _(
		'But it did not connect: remove this network from the device and try again. With WPA3, use mixed WPA2/WPA3.'
	),
	elsewhere: _('It was stopped or restarted outside this page.'),
	start_not_seen: _('The time ran out, or WPS was stopped outside this page.'),
	sibling: _('The device joined another network of this router.'),
	access_point_gone: _('The network went off the air: try again when it is back.'),
	daemon_restarted: _('The network restarted in the meantime: try again.'),
	no_answer: NO_ANSWER,
	authentication_failure: _('The PIN was wrong, or the device gave up.')
};

function peerText(peer) {
	if (!peer) return _('A device');

	const name = peer.name ?? peer.mac.toUpperCase();
	return peer.ip ? '%s (%s)'.format(name, peer.ip) : name;
}

function sessionText(session) {
	return STATE_TEXTS[session.state].format(peerText(session.peer), session.ssid);
}

function sessionAdvice({ state, reason }) {
	return (reason && REASON_TEXTS[reason]) ?? STATE_ADVICE[state] ?? '';
}

// src/view/countdown.ts
function guidance(session) {
	if (session.state === 'connecting') return sessionText(session);
	if (session.method === 'pin') return _('Now start WPS on the device with its PIN.');
	return _('Press the WPS button on the device now. Some need it held for three seconds.');
}

function createCountdown() {
	const time = E('div', { class: 'wps-time' });
	const fill = E('div');
	const bar = E(
		'div',
		{
			class: 'cbi-progressbar',
			role: 'progressbar',
			'aria-valuemax': 120,
			'aria-label': _('Remaining time')
		},
		[fill]
	);
	const todo = E('p');
	const note = E('p', { class: 'wps-quiet' });
	const node = E('div', {}, [time, bar, todo, note]);

	return {
		node,

		tick({ remaining, duration }, since) {
			const left = secondsLeft(remaining ?? 0, since);

			time.hidden = bar.hidden = remaining === null;
			time.textContent = clockText(left);
			fill.style.width = '%d%%'.format((100 * left) / duration);
			bar.setAttribute('aria-valuenow', String(left));
			bar.setAttribute('aria-valuetext', clockText(left));
		},

		update(session) {
			const failed = session.attempts_failed;

			todo.textContent = guidance(session);
			note.textContent = join([
				session.origin === 'external' && _('WPS was started outside this page. It ends within two minutes.'),
				failed &&
					N_(failed, '%d attempt failed, WPS stays active.', '%d attempts failed, WPS stays active.').format(
						failed
					)
			]);
		}
	};
}

// src/view/settings.ts
function showSettings({ section }) {
	const observer = new MutationObserver(() => {
		const edit = document.querySelector(`[data-sid="${section}"] .cbi-button-action`);

		if (edit) observer.disconnect();
		edit?.click();
	});

	history.pushState(null, '', L.url('admin/network/wireless'));
	addEventListener('popstate', () => location.reload());
	document.body.dataset.page = 'admin-network-wireless';
	observer.observe(document.body, { childList: true, subtree: true });
	ui.instantiateView('network/wireless');
}

// src/view/service.ts
const translate = _;

async function settle(call) {
	try {
		const reply = await call;

		if (typeof reply === 'number') return reply ? { refusal: rpc.getStatusText(reply) } : {};
		if (reply.error) return { refusal: translate(reply.error.message) };
		return { answer: reply };
	} catch (error) {
		const reason = String(error);

		if (/-32002|SessionError/.test(reason))
			return { refusal: _('Your login does not allow this, or it has expired.') };
		if (reason.includes('-32000')) return { refusal: _('The WPS service is not running.') };
		return { refusal: _('The router does not answer.') };
	}
}

function declare(object, method, ...params) {
	const call = rpc.declare({ object, method, params });

	return (...args) => settle(call(...args));
}

const callStatus = declare('luci.wps', 'status');
const callStart = declare('luci.wps', 'start', 'ifname', 'pin');
const callCancel = declare('luci.wps', 'cancel', 'ifname');
const callEnable = declare('luci.wps', 'enable', 'section', 'persist');
const callDisable = declare('luci.wps', 'disable', 'section');
const callCheckPin = declare('luci.wps', 'check_pin', 'pin');
const callHistory = declare('luci.wps', 'history');

const callAccess = declare('session', 'access', 'scope', 'object', 'function');

function callRemove(ifname, mac) {
	return declare(
		'hostapd.%s'.format(ifname),
		'del_client',
		'addr',
		'reason',
		'deauth',
		'ban_time'
	)(mac, 5, true, 60000);
}

// src/view/outcome.ts
function renderOutcome(session, mayWrite) {
	const { peer, state, ifname } = session;
	const lines = [[E('strong', {}, [sessionText(session)])], [sessionAdvice(session)]];

	if (peer)
		lines.push([
			join(
				[
					peer.name && '%s: %s'.format(_('MAC'), peer.mac.toUpperCase()),
					peer.signal && '%s: %d dBm'.format(_('Signal'), peer.signal)
				],
				' · '
			)
		]);

	if (peer && state === 'joined' && mayWrite) lines.push([renderRemoval(ifname, peer)]);

	return [renderBox(['joined', 'success', 'cancelled'].includes(state) ? 'notice' : 'warning', lines)];
}

function renderRemoval(ifname, peer) {
	const question = E('span', {}, [
		_('Is this your device?'),
		' ',
		createButton('remove', _('Remove', 'WPS'), () =>
			showDialog(
				peerText(peer),
				[
					_('Disconnect this device and keep it out for one minute?'),
					_('To keep it out for good, change the password, which it knows now.')
				],
				{
					label: _('Remove', 'WPS'),
					style: 'remove',
					task: async () => {
						const result = await callRemove(ifname, peer.mac);

						if (!result.refusal) question.textContent = _('The device was disconnected.');
						return result;
					}
				}
			)
		)
	]);

	return question;
}

// src/view/pin.ts
function showPin({ ifname }, report) {
	const hint = E('span', { role: 'status' });
	const input = E('input', {
		class: 'cbi-input-text',
		inputmode: 'numeric',
		autocomplete: 'off',
		input: async () => {
			const { value } = input;
			const { answer } = await callCheckPin(value);
			if (value !== input.value) return;
			hint.textContent = answer?.valid ? '✓' : value.length < 8 ? '' : INVALID_PIN;
		}
	});

	showDialog(
		_('PIN of the device'),
		[
			_('Some devices show a WPS PIN of four or eight digits on their screen or a label.'),
			E('label', {}, [_('WPS PIN'), ' ', input]),
			hint
		],
		{
			label: _('Start WPS'),
			style: 'apply',
			task: async () => {
				const result = await callStart(ifname, input.value);
				return result.refusal ? result : report(result);
			}
		}
	);
}

// src/view/qr.ts
function wifiText(ssid, key, hidden) {
	const escape = text => text.replace(/[\\;,:\x22]/g, '\\$&');

	return 'WIFI:T:%s;S:%s;P:%s;H:%s;;'.format(
		key ? 'WPA' : 'nopass',
		escape(ssid),
		escape(key ?? ''),
		String(hidden)
	);
}

async function showQr({ ssid, section, problems }) {
	let lines = [_('The QR code could not be created.')];

	try {
		const [uqr] = await Promise.all([L.require('uqr'), uci.load('wireless')]);
		const hidden = problems.some(({ code }) => code === 'hidden_ssid');
		const text = wifiText(ssid, uci.get('wireless', section, 'key'), hidden);
		const svg = uqr.renderSVG(text, { pixelSize: 6, border: 4 });

		lines = [
			_('Scan this QR code with the client device.'),
			E('img', {
				style: 'max-width: 100%',
				alt: _('QR Code'),
				src: 'data:image/svg+xml,' + encodeURIComponent(svg)
			})
		];
	} catch {}
	uci.unload('wireless');
	showDialog(ssid, lines);
}

// src/view/switch.ts
const DOWNGRADE_NOTE = _(
	'With WPS on, Wi-Fi does not start under a wpad without WPS: turn WPS off before you use one.'
);

const RESTART_NOTE = _('A restart takes the devices of the network offline for a few seconds.');

function renderEnable({ section, enabled, persistent }, codes, report) {
	const keep = _('Keep joined devices after a restart');
	const box = E('input', { type: 'checkbox', checked: '' });
	const mend = (label, persists) =>
		createButton(enabled ? 'neutral' : 'apply', label, async () =>
			report(await callEnable(section, persists()))
		);

	return [
		E('p', {}, enabled ? [] : [E('label', {}, [box, ' ', keep])]),
		...codes.map(code =>
			code === 'pin_exposed'
				? mend(_('Remove the PIN of the router'), () => persistent)
				: mend(enabled ? keep : _('Turn WPS on for this network'), () => box.checked)
		),
		E('p', { class: 'wps-quiet' }, [
			join([
				codes[0] !== 'pin_exposed' && _('For this, the router stores the password in a file.'),
				RESTART_NOTE,
				!enabled && DOWNGRADE_NOTE
			])
		])
	];
}

function showDisable({ section, ssid }, report) {
	showDialog(_('Turn WPS off'), [ssid, RESTART_NOTE], {
		label: _('Turn WPS off'),
		style: 'negative',
		task: async () => report(await callDisable(section))
	});
}

function jobText({ kind, state }) {
	const on = kind === 'enable';

	if (state === 'running') return join([on ? _('Turning WPS on…') : _('Turning WPS off…'), RESTART_NOTE]);
	if (state === 'done') return on ? _('WPS is on.') : _('WPS is off.');
	return state === 'reverted'
		? _('The network did not come back as expected, so the former settings were restored.')
		: _('The settings could not be saved: the router may be out of space.');
}

// src/view/remedies.ts
function isOfRouter({ code }) {
	return code.includes('daemon');
}

function renderProblems(problems) {
	return problems.map(({ code, seconds, fix, option }) =>
		E('p', {}, [
			PROBLEM_TEXTS[code] ?? code,
			' ',
			code === 'not_persistent' && !fix
				? _('This page cannot change that, because the network uses the setting %s.').format(option)
				: E('span', { 'data-wait': seconds === null ? null : code })
		])
	);
}

function renderRemedy({ code, fix }, { package: name, remedy }, enabled) {
	const commands = E('pre', {}, [remedy?.join('\n') ?? '']);
	const lines = [[join([PROBLEM_TEXTS[code], name && '(%s)'.format(name)])]];

	if (fix === 'package' && enabled) lines.push([DOWNGRADE_NOTE]);
	if (fix === 'package' && remedy)
		lines.push(
			[_('Install a full wpad. Wi-Fi stops meanwhile, so connect by cable. On the command line:')],
			[commands],
			[
				createButton('neutral', _('Copy'), () => {
					getSelection().selectAllChildren(commands);
					document.execCommand('copy');
				}),
				' ',
				E('a', { class: 'btn cbi-button', href: L.url('admin/system/package-manager') + '?query=wpad-' }, [
					_('Install %s').format('wpad')
				])
			]
		);
	return [renderBox('warning', lines)];
}

// src/view/card.ts
function rank({ severity, fix }) {
	if (severity === 'warning') return 0;
	return fix === 'wait' ? 1 : fix === 'enable' ? 2 : 3;
}

function badge({ session, job, ready }, worst) {
	if (session?.open) return [_('Active', 'WPS'), 'notice'];
	if (job?.state === 'running' || worst === 1) return [_('Please wait'), 'notice'];
	if (ready) return [_('Ready'), 'success'];
	return worst === 2 ? [_('Disabled'), ''] : [_('Not possible'), 'warning'];
}

function createCard(page) {
	const title = E('h3');
	const label = E('span');
	const about = E('p', { class: 'wps-quiet' });
	const countdown = createCountdown();
	const outcome = E('div');
	const job = E('p');
	const problems = E('div');
	const enable = E('div');
	const refusal = E('p', { role: 'alert' });
	let ap;
	let told;

	const report = async result => {
		await page.refresh();
		refusal.textContent = result.refusal ?? '';
		return result;
	};
	const main = createButton('apply', '', async () =>
		report(await (ap.session?.open ? callCancel(ap.session.ifname) : callStart(ap.ifname)))
	);
	const edit = createButton('link', _('Edit wireless network'), () => showSettings(ap));
	const pin = createButton('link', _('PIN of the device'), () => showPin(ap, report));
	const off = createButton('link', _('Turn WPS off'), () => showDisable(ap, report));
	const qr = createButton('link', _('QR Code'), () => showQr(ap));
	const node = E('section', { class: 'cbi-section wps-card' }, [
		E('div', { class: 'wps-row' }, [title, label]),
		about,
		countdown.node,
		outcome,
		main,
		job,
		problems,
		enable,
		refusal,
		E('div', { class: 'wps-row' }, [edit, pin, off, qr])
	]);

	function announce(text) {
		if (told !== undefined && told !== text) {
			refusal.textContent = '';
			if (text) page.announce(join([ap.ssid, text], ': '));
		}
		told = text;
	}

	function tick() {
		if (ap.session?.open) countdown.tick(ap.session, page.received);
		for (const { code, seconds } of ap.problems) {
			const wait = problems.querySelector(`[data-wait=${code}]`);
			if (wait) wait.textContent = clockText(secondsLeft(seconds ?? 0, page.received));
		}
	}

	function update(current) {
		ap = current;

		const { session, enabled, ready } = ap;
		const open = session?.open ?? false;
		const busy = ap.job?.state === 'running';
		const isFresh = event => event && (!event.ended || page.now - event.ended < 600);
		const ended = !open && isFresh(session) && session;
		const said = session && (open || ended) ? join([sessionText(session), sessionAdvice(session)]) : '';
		const news = !open && isFresh(ap.job) ? jobText(ap.job) : '';
		const worst = Math.max(0, ...ap.problems.map(rank));
		const [word, look] = badge(ap, worst);
		const reasons = ap.problems.filter(
			problem => !busy && !open && !isOfRouter(problem) && [worst, worst < 3 ? 0 : 3].includes(rank(problem))
		);
		const mends = reasons.filter(({ fix }) => page.mayWrite && fix === 'enable').map(({ code }) => code);

		if (!enabled) mends.splice(1);

		title.textContent = ap.ssid;
		label.textContent = word;
		label.className = 'label ' + look;
		about.textContent = join(
			[
				ap.band && '%s GHz'.format(ap.band === '2g' ? '2.4' : ap.band[0]),
				ap.channel && '%s %d'.format(_('Channel'), ap.channel),
				ap.ifname ?? ap.radio
			],
			' · '
		);
		node.setAttribute('aria-label', join([ap.ssid, about.textContent]));

		countdown.node.hidden = !open;
		if (open) countdown.update(session);
		repaint(outcome, ended && [ended.id, said], () => renderOutcome(ended, page.mayWrite));
		job.textContent = news;
		job.className = busy ? 'spinning' : '';
		repaint(
			problems,
			reasons.map(({ code, seconds }) => [code, seconds === null]),
			() => renderProblems(reasons)
		);
		repaint(enable, mends.length && [enabled, mends], () => renderEnable(ap, mends, report));

		main.hidden = !page.mayWrite || !(ready || open);
		main.textContent = open ? _('Cancel') : _('Start WPS');
		main.classList.toggle('cbi-button-apply', !open);
		main.classList.toggle('cbi-button-negative', open);
		edit.hidden = !reasons.some(({ fix }) => fix === 'wireless');
		pin.hidden = main.hidden || open || !page.pinAvailable;
		off.hidden = !page.mayWrite || !enabled || open || busy;
		qr.hidden =
			!page.mayReadKeys || !ap.ifname || ap.problems.some(({ code }) => /wep|enterprise|ppsk/.test(code));
		tick();
		announce(join([news, said]));
	}

	return { node, tick, update };
}

// src/view/history.ts
function renderEntry(session) {
	return E('li', {}, [
		session.started ? new Date(session.started * 1000).toLocaleString() + ' ' : '',
		E('strong', {}, [session.ssid]),
		': ',
		join([sessionText(session), !session.open && session.reason && sessionAdvice(session)])
	]);
}

function createHistory() {
	const body = E('div');
	const node = E('details', { class: 'cbi-section wps-card', toggle: refresh }, [
		E('summary', {}, [E('strong', {}, [_('History')])]),
		body
	]);

	async function refresh() {
		if (!node.open) return;

		const { answer, refusal } = await callHistory();

		repaint(body, answer ?? refusal, () =>
			answer?.entries.length
				? [E('ul', {}, answer.entries.map(renderEntry))]
				: [refusal ?? _('WPS has not been used since the router started.')]
		);
	}

	return { node, refresh };
}

// src/view/style.ts
const STYLE = [
	'.wps-card { border: 1px solid #8886; border-radius: 4px; margin: 0 0 1em; padding: 1em }',
	'.wps-card > :empty, .wps-card p:empty, .wps-card [hidden] { display: none !important }',
	'.wps-card p, .wps-card .cbi-button { margin: .5em 0 }',
	'.wps-row { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; line-height: 1.5 }',
	'.wps-row h3 { width: auto; border: 0; margin: 0; padding: 0; line-height: inherit; overflow-wrap: anywhere }',
	'.wps-row .cbi-button-link { all: unset; cursor: pointer; text-decoration: underline; outline: revert }',
	'.wps-card li { color: inherit }',
	'.wps-quiet { opacity: .8 }',
	'.wps-time { font-size: 300%; line-height: 1.3; font-variant-numeric: tabular-nums }',
	'.wps-card .cbi-progressbar { margin: 0 0 1em; max-width: 30em }'
];

// src/view/wps.ts
const IDLE_INTERVAL = 5;

function isMoving({ session, job }, now) {
	const isAwaited = session?.peer && !session.peer.ip && now - session.ended < 30;

	return session?.open || isAwaited || job?.state === 'running';
}

return view.extend({
	load() {
		return Promise.all([
			callStatus(),
			callAccess('access-group', 'luci-app-wps', 'write'),
			callAccess('uci', 'wireless', 'read')
		]);
	},

	render([first, write, keys]) {
		const cards = new Map();
		const said = E('div', { style: 'position: absolute; clip-path: inset(50%)', role: 'status' });
		const trouble = E('div', { role: 'alert' });
		const remedy = E('div');
		const list = E('div');
		const history = createHistory();
		const page = {
			mayWrite: write.answer?.access ?? false,
			mayReadKeys: keys.answer?.access ?? false,
			pinAvailable: false,
			now: 0,
			received: 0,
			refresh: async () => show(await callStatus()),
			announce(text) {
				said.textContent = text;
				history.refresh();
			}
		};
		const isAway = () => document.hidden || !list.isConnected;
		let moving = false;
		let idle = 0;

		function show({ answer, refusal }) {
			repaint(trouble, refusal, () => [renderBox('warning', [[join([refusal, _('Trying again…')])]])]);
			if (!answer) return;

			const { daemon, access_points: aps } = answer;
			const problem = aps.flatMap(ap => ap.problems).find(isOfRouter);
			const enabled = aps.some(ap => ap.enabled);

			page.now = answer.now;
			page.received = performance.now();
			page.pinAvailable = daemon.pin_available;
			moving = aps.some(ap => isMoving(ap, answer.now));
			repaint(remedy, problem ? [problem, daemon, enabled] : !aps.length, () =>
				problem ? renderRemedy(problem, daemon, enabled) : [_('This router has no access point.')]
			);

			aps.forEach((ap, i) => {
				const place = join([ap.radio, ap.section]);
				const card = cards.get(place) ?? createCard(page);

				cards.set(place, card);
				if (list.children[i] !== card.node) list.insertBefore(card.node, list.children[i]);
				card.update(ap);
			});
			while (list.children[aps.length]) list.lastChild.remove();
		}

		show(first);
		poll.add(() => {
			if (isAway() || (!moving && ++idle % IDLE_INTERVAL)) return;
			return page.refresh();
		}, 1);
		document.addEventListener('visibilitychange', () => isAway() || page.refresh());
		setInterval(() => cards.forEach(card => card.tick()), 1000);

		return E('div', { class: 'cbi-map' }, [
			E('style', {}, STYLE),
			E('h2', {}, [_('WPS')]),
			E('div', { class: 'cbi-map-descr' }, [
				_(
					'Lets a printer, a TV or a repeater join without the password: start WPS here, then press the WPS button on the device. Anyone else who presses one nearby gets in, too.'
				)
			]),
			said,
			trouble,
			remedy,
			list,
			history.node
		]);
	},

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
