/**
 * What the WPS tab needs to find on LuCI's own Wireless page (luci-mod-network, view/network/wireless.js): a row a network,
 * and in it a button that opens the dialog with its settings.
 */
'use strict';
'require rpc';
'require ui';
'require view';

const callStatus = rpc.declare({ object: 'luci.wps', method: 'status' });

function showSettings({ ssid }) {
	ui.showModal(
		['Wireless Network: ' + ssid],
		[
			E('p', {}, [
				'The settings of a network are no part of the simulated router: change them in its /etc/config.'
			]),
			E('div', { class: 'right' }, [E('button', { class: 'btn', click: () => ui.hideModal() }, ['Dismiss'])])
		]
	);
}

function renderRow(ap) {
	return E('tr', { class: 'tr cbi-section-table-row', 'data-sid': ap.section }, [
		E('td', { class: 'td' }, [ap.ssid]),
		E('td', { class: 'td cbi-section-actions' }, [
			E('button', { class: 'cbi-button cbi-button-neutral enable-disable' }, ['Disable']),
			E('button', { class: 'cbi-button cbi-button-action important', click: () => showSettings(ap) }, ['Edit']),
			E('button', { class: 'cbi-button cbi-button-negative remove' }, ['Remove'])
		])
	]);
}

return view.extend({
	load: callStatus,

	render: ({ access_points }) =>
		E('div', { class: 'cbi-map' }, [
			E('h2', {}, ['Wireless Overview']),
			E('table', { class: 'table' }, access_points.map(renderRow))
		]),

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
