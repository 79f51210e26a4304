// A part of the WPS tab that is loaded when it is needed, compiled from src/view/parts and what only that uses
// (doc comments there): edit those and run `npm run build`.

'use strict';
'require baseclass';
'require uci';
'require ui';

return baseclass.extend({
	open: ({
		KEY_TEXTS,
		RESTART_NOTE,
		adviceText,
		ask,
		createButton,
		createChoice,
		dateText,
		explain,
		idOf,
		join,
		lookOf,
		nameText,
		placeText,
		quote,
		renderLink,
		renderQuiet,
		renderSection,
		renderSetting,
		repaint,
		sessionText,
		write
	}) => {
		// src/view/guard.ts
		const TEXT = _(
			'On %s the router took WPS out of the settings, as its Wi-Fi software could not start with it. It will put it back.'
		);

		async function showGuard(node, when) {
			write(node, TEXT.format(dateText(when)));
		}

		// src/view/history.ts
		const LIMIT = 20;

		function renderEntry(session) {
			return E('div', { class: 'wps-line' }, [
				E('span', { class: 'wps-quiet' }, [session.started ? dateText(session.started) : '']),
				' ',
				E('bdi', {}, [session.network]),
				': ',
				join([sessionText(session), (session.reason ?? session.attempts_failed > 0) && adviceText(session)])
			]);
		}

		async function showFailures(body) {
			const { answer, refusal } = await ask('history', { limit: LIMIT });
			const failed = answer?.entries.filter(session => lookOf(session) === 'bad');

			repaint(body, failed ?? refusal, () =>
				failed?.length ? failed.map(renderEntry) : [refusal ?? _('None since the router started.')]
			);
		}

		// src/view/house.ts
		async function showHouse(node, { connected, routers }) {
			const parts = routers.map(({ name, there, networks }) => {
				const lines = networks.map(({ ssid, ready, open }) =>
					E('div', {}, [join([quote(ssid), open ? _('WPS is active') : ready ? _('ready') : _('not ready')], ': ')])
				);

				return renderSetting([E('bdi', {}, [name])], there ? lines : [_('not there')]);
			});
			const shown = connected ? parts : [_('This router has no connection to the house.')];

			repaint(node, [connected, routers], () => [renderSection(_('Other routers of this house'), shown)]);
		}

		// src/view/dialog.ts
		function showDialog(title, lines, label = '', style = '', task) {
			const opener = document.activeElement;
			const refusal = E('p', { role: 'alert' });
			const close = () => {
				const back = document.getElementById(opener.id) ?? opener;

				ui.hideModal();
				back.focus();
				// What opened it may be gone with what it did.
				if (document.activeElement !== back) document.querySelector('.wps h2').focus();
			};
			const main = createButton(style, label, async () => {
				refusal.textContent = (await task()).refusal ?? '';
				if (!refusal.textContent) close();
			});
			const leave = createButton('neutral', task ? _('Cancel') : _('Close'), close);

			main.type = 'submit';

			const dialog = ui.showModal(
				[E('bdi', { id: 'wps-title' }, [title])],
				[
					E('form', { class: 'wps', submit: event => event.preventDefault() }, [
						...lines.map(line => E('p', {}, [line])),
						refusal,
						E('div', { class: 'right' }, task ? [leave, ' ', main] : [leave])
					])
				]
			);

			dialog.setAttribute('aria-labelledby', 'wps-title');
			(dialog.querySelector('input:checked, input[type=text]') ?? leave).focus();
		}

		// src/view/keys.ts
		const KINDS = ['shared', 'own'];

		function lossText({ devices }, { ssid }) {
			const count = devices.filter(({ network, key }) => network === ssid && key !== 'shared').length;

			if (!count) return '';
			return N_(count, '%d device will have to join again.', '%d devices will have to join again.').format(count);
		}

		async function showSwitch(page, network, off) {
			const former = network.keys === 'own' ? 'own' : 'shared';
			const loss = E('strong', { role: 'status' }, [off ? lossText(page, network) : '']);
			let keys = former;
			let force = false;

			const choices = KINDS.map(kind => {
				const [what, meaning] = KEY_TEXTS[kind];

				return createChoice('radio', kind, kind === keys, [what, renderQuiet(meaning)], () => {
					keys = kind;
					loss.textContent = keys === former ? '' : lossText(page, network);
				});
			});

			showDialog(
				placeText(network),
				[...(off ? [] : choices), loss, RESTART_NOTE],
				off ? _('Turn WPS off') : network.enabled ? _('Save') : _('Turn WPS on'),
				off ? 'negative important' : 'action important',
				async () => {
					const outcome = await ask(off ? 'disable' : 'enable', {
						section: idOf(network),
						keys: off ? null : keys,
						force: force || loss.textContent !== ''
					});

					force = outcome.code === 'devices_would_go';
					if (outcome.answer) await page.refresh();
					return outcome;
				}
			);
		}

		// src/view/mend.ts
		async function mend(page, network) {
			const keys = network.keys === 'own' ? 'own' : 'shared';

			await page.report(await ask('enable', { section: idOf(network), keys }));
		}

		// src/view/pin.ts
		async function showPin(start) {
			const input = E('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });

			showDialog(
				_('The device shows a PIN'),
				[_('Four or eight digits, on its screen or on a label.'), E('label', {}, [_('PIN'), input])],
				_('Start WPS'),
				'action important',
				() => start(input.value)
			);
		}

		// src/view/qr.ts
		function wifiText(ssid, key, hidden) {
			const escape = text => text.replace(/[\\;,:\x22]/g, '\\$&');

			return 'WIFI:T:%s;S:%s;P:%s;H:%s;;'.format(key ? 'WPA' : 'nopass', escape(ssid), escape(key ?? ''), `${hidden}`);
		}

		async function showQr(network) {
			const { ssid, problems } = network;
			let lines = [_('The QR code could not be created.')];

			try {
				const [uqr] = await Promise.all([L.require('uqr'), uci.load('wireless')]);
				const hidden = problems.some(({ code }) => code === 'hidden_ssid');
				const text = wifiText(ssid, uci.get('wireless', idOf(network), 'key'), hidden);
				const svg = uqr.renderSVG(text, { pixelSize: 6, border: 4 });

				lines = [
					_('Scan it with the camera of a phone or a tablet.'),
					E('img', {
						style: 'max-width: 100%',
						alt: _('QR code'),
						src: 'data:image/svg+xml,' + encodeURIComponent(svg)
					})
				];
			} catch {}
			uci.unload('wireless');
			showDialog(ssid, lines);
		}

		// src/view/remedy.ts
		const PLAIN = 'white-space: pre-wrap; overflow-wrap: anywhere; user-select: all';

		async function showRemedy(node, trouble, remedy) {
			const [text] = explain(trouble);
			const steps = [
				[_('Connect your computer to the router by cable: Wi-Fi is gone for a minute.')],
				[_('Run this on the command line of the router:'), E('pre', { style: PLAIN }, [join(remedy ?? [], '\n')])],
				[_('When the router is back, open this page again.')]
			];
			const list = steps.map(step => E('li', { style: 'color: inherit' }, step));

			repaint(node, [text, remedy], () => [
				renderSection(_('WPS needs other software'), [E('p', {}, [text]), remedy ? E('ol', {}, list) : ''], 'wps-box')
			]);
		}

		// src/view/remove.ts
		async function showRemove(page, { mac, name, network, key }) {
			const who = nameText({ mac, name });
			const own = key === 'own';

			showDialog(
				who,
				own
					? [_('Its key is withdrawn: it is out at once, and for good. All other devices keep theirs.')]
					: [
							_('It is disconnected, and kept out for one minute.'),
							_('It knows the password of %s: to keep it out for good, change the password.').format(quote(network)),
							renderLink()
						].slice(0, key === 'lost' ? 1 : 3),
				own ? _('Remove', 'WPS') : _('Disconnect'),
				'negative important',
				async () => {
					const outcome = await ask('remove', { mac, network });
					const { answer } = outcome;

					if (answer)
						await page.forget(
							(answer.for_good ? _('%s was removed for good.') : _('%s was disconnected for one minute.')).format(who)
						);
					return outcome;
				}
			);
		}

		// src/view/rest.ts
		const NO_WPS = [_('The Wi-Fi software of this router has no WPS.')];
		const TOGETHER = _('Set up as one');

		const REST = {
			no_daemon: NO_WPS,
			daemon_without_wps: NO_WPS,
			daemon_restart_needed: [_('Wi-Fi software with WPS is installed, but does not run yet.')],
			not_managed: [_('Its radio is not run by OpenWrt.')],
			radio_stopped: [_('Wi-Fi was stopped on the command line.')],
			radio_failed: [_('Its radio did not start: see the system log.')],
			multi_ap_backhaul: [_('It is for the routers of a mesh only.')],
			unknown_encryption: [_('Its encryption is unknown.')],
			wep: [_('WPS does not work with WEP: use WPA2.')],
			tkip_only: [_('WPS does not work with TKIP: use CCMP (AES).')],
			enterprise: [_('WPS does not work with WPA Enterprise.')],
			wpa3_only: [
				_('WPS does not work with WPA3 alone.'),
				_('Few devices with WPS know WPA3: use WPA2 and WPA3 mixed.')
			],
			bad_key: [_('Its password is missing, too short or too long.')],
			ppsk: [_('Each device has a password of its own (PPSK).')],
			mac_authentication: [_('A server decides which devices may join.')],
			hidden_ssid: [_('WPS does not work with a hidden name.')],
			band_6ghz: [_('WPS does not work on 6 GHz.')],
			radar_check: [_('Its radio is listening for radar before it may send.')],
			silent: [
				_('It is silent: no device can find it.'),
				_('This happens when the settings of a radio change that is connected to another network, too.'),
				_('Get it back on the air')
			],
			overlap: [
				_('WPS has to pause.'),
				_('Two devices asked at once, or one has just joined another network: for two minutes no other is let in.')
			],
			full: [_('It has no room for another device.')],
			mac_allow_list: [_('Only devices on the list of the MAC filter can join.')],
			not_persistent: [
				_('Devices that join now are forgotten at the next restart.'),
				_('OpenWrt gives them a key that it does not store.'),
				_('Keep devices')
			],
			bands_apart: [_('WPS opens only one of its bands: they are not set up as one.'), '', TOGETHER],
			routers_apart: [_('A device between two routers takes them for two networks and joins neither.'), '', TOGETHER],
			pin_exposed: [
				_('The router has a WPS PIN of its own.'),
				_('A stranger can find it out by trying, and gets the password with it.'),
				_('Remove the PIN')
			],
			fast_roaming: [_('Fast roaming (802.11r) is on: some devices cannot join.')],
			pmf_required: [_('Protected frames (802.11w) are required: many devices cannot join.')],
			other_routers: [
				_('Other routers have this network, too.'),
				_('A device with a key of its own works with this router only.')
			]
		};

		async function explainRest() {
			return REST;
		}

		return {
			explainRest,
			mend,
			showFailures,
			showGuard,
			showHouse,
			showPin,
			showQr,
			showRemedy,
			showRemove,
			showSwitch
		};
	}
});
