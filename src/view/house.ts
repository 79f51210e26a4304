import type { House } from '../contract/house';
import { join, renderSection, renderSetting, repaint } from './paint';
import { quote } from './words';

/** The other routers of the house; nothing where no house is set up. */
export function createHouse() {
	const list = E('div', { class: 'cbi-section-node' });
	const node = renderSection(_('Other routers of this house'), [list]);

	return {
		node,

		update(house: House | null): void {
			node.hidden = !house;
			repaint(list, house, () =>
				house?.connected
					? house.routers.map(({ name, there, networks }) =>
							renderSetting(
								[E('bdi', {}, [name])],
								there
									? networks.map(({ ssid, ready, open }) =>
											E('div', {}, [
												join(
													[
														quote(ssid),
														open ? _('WPS is active') : ready ? _('ready') : _('not ready')
													],
													': '
												)
											])
										)
									: [_('not there')]
							)
						)
					: [_('This router has no connection to the house.')]
			);
		}
	};
}
