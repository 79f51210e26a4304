import ui, { type Cell } from 'luci:ui';
import type { Device } from '../contract/device';
import { createButton, renderLink } from './action';
import type { Page } from './page';
import { join, renderQuiet, renderSection, repaint } from './paint';
import { showRemove } from './parts/more';
import { ask } from './service';
import { bandsText, dateText, signalText } from './words';

/** What LuCI sorts the columns by, and what stands there. */
function renderDevice(page: Page, device: Device): Cell[] {
	const { mac, name, network, joined, key, kept, online, band, signal, ip } = device;
	const address = mac.toUpperCase();
	const input: HTMLInputElement = E('input', {
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
			if (input.value !== input.defaultValue)
				await page.report(await ask('rename', { mac, name: input.value.trim() }));
		},
		keydown: (event: KeyboardEvent) => {
			if (event.key === 'Escape') input.value = input.defaultValue;
			if (/Escape|Enter/.test(event.key)) input.blur();
		}
	});

	/** What becomes of it by itself. */
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
		[
			key,
			E('span', {}, [key === 'own' ? _('its own') : key === 'shared' ? _('the password') : _('a temporary one')])
		],
		page.mayWrite ? createButton('neutral', _('Remove…'), () => showRemove(page, device), 'wps-' + mac) : ''
	];
}

/** The devices that joined by WPS, in LuCI's own table. */
export function createDevices(page: Page, failures: Node) {
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

		/** A table that is made anew takes away what is being typed. */
		update(): void {
			const { devices, chosen } = page;
			const heard = devices.map(({ signal, ...rest }) => [rest, signal && signalText(signal)]);

			node.hidden = !chosen && !devices.length;
			if (!list.contains(document.activeElement) || !document.activeElement!.matches('input'))
				repaint(list, heard, () => {
					table.update(
						devices.map(device => renderDevice(page, device)),
						none
					);
				});
		}
	};
}
