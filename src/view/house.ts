import type { House } from '../contract/house';
import { join, renderSection, renderSetting, repaint } from './paint';
import { quote } from './words';

/** The other routers of the house. */
export async function showHouse(node: Element, { connected, routers }: House): Promise<void> {
	const parts = routers.map(({ name, there, networks }) => {
		const lines = networks.map(({ ssid, ready, open }) =>
			E('div', {}, [join([quote(ssid), open ? _('WPS is active') : ready ? _('ready') : _('not ready')], ': ')])
		);

		return renderSetting([E('bdi', {}, [name])], there ? lines : [_('not there')]);
	});
	const shown = connected ? parts : [_('This router has no connection to the house.')];

	repaint(node, [connected, routers], () => [renderSection(_('Other routers of this house'), shown)]);
}
