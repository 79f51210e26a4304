/// <reference path="../typings/text.d.ts" />
import type { MethodName } from '../contract/methods';

interface Access {
	ubus: { 'luci.wps': MethodName[] };
}

/** Who may call what: rpcd's acl.d. Reading tells nothing secret; writing opens windows and changes the configuration. */
export const acl: Record<string, { description: string; read: Access; write: Access }> = {
	'luci-app-wps': {
		description: 'Grant access to Wi-Fi Protected Setup',
		read: { ubus: { 'luci.wps': ['status', 'devices', 'history', 'house', 'check_pin'] } },
		write: { ubus: { 'luci.wps': ['start', 'cancel', 'enable', 'disable', 'remove', 'rename', 'button', 'press'] } }
	}
};
