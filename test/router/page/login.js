/** Logs in through ubus, as luci.js would be given the session by the dispatcher. */
/* global ENV */
'use strict';

document.querySelector('form').addEventListener('submit', async event => {
	event.preventDefault();
	const form = new FormData(event.target);
	const response = await fetch(ENV.ubuspath, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			jsonrpc: '2.0',
			id: 1,
			method: 'call',
			params: [
				'00000000000000000000000000000000',
				'session',
				'login',
				{ username: form.get('luci_username'), password: form.get('luci_password') }
			]
		})
	});
	const { result } = await response.json();
	const session = result?.[1]?.ubus_rpc_session;

	if (!session) {
		document.querySelector('#failed').hidden = false;
		return;
	}
	document.cookie = 'sysauth_http=' + session + '; path=/; SameSite=Strict';
	location.reload();
});
