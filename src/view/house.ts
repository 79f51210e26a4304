import type { Status } from '../contract/status';
import { join, renderSection, renderSetting } from './paint';
import { quote } from './words';

/** The other routers of the house; nothing where no house is set up. */
export function renderHouse({ house }: Status): Children {
	const routers = house?.routers.map(({ name, there, networks }) => {
		const lines = networks.map(({ ssid, ready, open }) =>
			E('div', {}, [join([quote(ssid), open ? _('WPS is active') : ready ? _('ready') : _('not ready')], ': ')])
		);

		return renderSetting([E('bdi', {}, [name])], there ? lines : [_('not there')]);
	});
	const shown = house?.connected ? routers! : [_('This router has no connection to the house.')];

	return house ? [renderSection(_('Other routers of this house'), shown)] : [];
}
