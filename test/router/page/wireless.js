/**
 * What stands for LuCI's own Wireless page (luci-mod-network, view/network/wireless.js), to which the WPS tab leads.
 */
'use strict';
'require rpc';
'require view';

const callStatus = rpc.declare({ object: 'luci.wps', method: 'status' });

return view.extend({
	load: callStatus,

	render: ({ networks }) =>
		E('div', { class: 'cbi-map' }, [
			E('h2', {}, ['Wireless Overview']),
			E(
				'table',
				{ class: 'table' },
				networks.map(({ ssid }) => E('tr', { class: 'tr' }, [E('td', { class: 'td' }, [ssid])]))
			)
		]),

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
