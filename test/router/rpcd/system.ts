import { UBUS, type Answer, type Bus, type Message, type Method } from '../bus';
import type { Files } from '../files';
import { readHosts } from '../hosts';
import type { Sessions } from '../sessions';
import { Context, UciError, type Section } from '../uci';

/** The objects beside `session` and the plugin's that a LuCI page asks: as little as it needs. */
export function system(files: Files, sessions: Sessions, bus: Bus): Record<string, Record<string, Method>> {
	return {
		uci: {
			/** rpcd's uci.c: with a session its rules count, and its own staged changes. */
			get: (args): Answer => {
				const { config, section, option, type, ubus_rpc_session: sid } = args;
				if (typeof config !== 'string') return { code: UBUS.INVALID_ARGUMENT };
				if (typeof sid === 'string' && !sessions.allowed(sid, 'uci', config, 'read'))
					return { code: UBUS.PERMISSION_DENIED };
				try {
					const context = new Context(files, '/etc/config', saveFolder(sid));
					if (typeof section !== 'string') {
						const all = context.open(config).sections.map((found, index) => table(found, index));
						const values = all.filter(found => typeof type !== 'string' || found['.type'] === type);
						return {
							code: UBUS.OK,
							data: { values: Object.fromEntries(values.map(found => [String(found['.name']), found])) }
						};
					}
					const found = context.section(config, section);
					if (typeof option !== 'string') return { code: UBUS.OK, data: { values: table(found) } };
					return { code: UBUS.OK, data: { value: found.options.get(option) ?? null } };
				} catch (error) {
					if (error instanceof UciError) return { code: UBUS.NOT_FOUND };
					throw error;
				}
			},
			changes: ({ ubus_rpc_session: sid }) => {
				const context = new Context(files, '/etc/config', saveFolder(sid));
				const changes: Message = {};
				for (const config of context.configs()) {
					const found = context
						.changes(config)
						?.map(({ command, section, option, value }) =>
							[command, section, option, value].filter(word => word !== null)
						);
					if (found) changes[config] = found;
				}
				return { code: UBUS.OK, data: { changes } };
			}
		},
		'luci-rpc': {
			/** Keys are in upper case there (rpcd-mod-luci luci.c). */
			getHostHints: () => ({
				code: UBUS.OK,
				data: Object.fromEntries(
					readHosts(files).map(({ mac, ip, name }) => [
						mac.toUpperCase(),
						{ ipaddrs: ip ? [ip] : [], ip6addrs: [], ...(name && { name }) }
					])
				)
			})
		},
		luci: {
			getFeatures: () => {
				const wps = bus.list('hostapd.*').some(({ methods }) => methods.includes('wps_start'));
				return { code: UBUS.OK, data: { hostapd: { wps }, wpasupplicant: {}, wifi: true } };
			}
		}
	};
}

/** Where LuCI's unapplied changes of one login lie. */
export function saveFolder(sid: unknown): string | undefined {
	return typeof sid === 'string' ? `/var/run/rpcd/uci-${sid}` : undefined;
}

function table({ name, type, anonymous, options }: Section, index?: number): Message {
	return {
		'.anonymous': anonymous,
		'.type': type,
		'.name': name,
		...(index === undefined ? {} : { '.index': index }),
		...Object.fromEntries(options)
	};
}
