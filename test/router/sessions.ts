import { randomBytes } from 'node:crypto';
import { UBUS, type Answer, type Message, type Method } from './bus';
import type { Clock } from './clock';
import { fnmatch } from './glob';

/** A parsed file of /usr/share/rpcd/acl.d. */
export type AclFile = Record<string, { [permission: string]: unknown }>;

/** A `config login` of /etc/config/rpcd: groups that it may read and write. Any password will do, as on a router without one. */
export interface Login {
	read: string[];
	write: string[];
}

export const DEFAULT_SID = '0'.repeat(32);

/** What rpcd itself (unauthenticated.json) and LuCI's base bring along and the page needs. */
const BASE_ACLS: AclFile[] = [
	{ unauthenticated: { read: { ubus: { session: ['access', 'login'] } } } },
	{ unauthenticated: { read: { ubus: { luci: ['getFeatures'] } } } },
	{
		'luci-base': {
			read: { ubus: { uci: ['changes', 'get'] }, uci: ['system', 'luci'] },
			write: { ubus: { uci: ['add', 'apply', 'confirm', 'delete', 'order', 'rename', 'set'] } }
		}
	},
	{
		'luci-mod-network-config': {
			read: { uci: ['dhcp', 'firewall', 'network', 'wireless', 'system'] },
			write: { uci: ['dhcp', 'firewall', 'network', 'wireless'], ubus: { 'hostapd.*': ['del_client'] } }
		}
	}
];

interface Session {
	id: string;
	timeout: number;
	expires: number;
	grants: { scope: string; object: string; function: string }[];
	data: Message;
}

/** rpcd's sessions and access rules (rpcd session.c). They outlive a restart of rpcd (freeze and thaw). */
export class Sessions {
	readonly #sessions = new Map<string, Session>();

	constructor(
		readonly clock: Clock,
		readonly logins: Record<string, Login>,
		readonly acls: () => AclFile[]
	) {
		this.#sessions.set(
			DEFAULT_SID,
			this.#setUp({ id: DEFAULT_SID, timeout: 0, expires: 0, grants: [], data: {} }, null)
		);
	}

	/** What `session login` does; the id of the session, or null when there is no such user. */
	login(username: string, timeout = 300): string | null {
		const login = this.logins[username];
		if (!login) return null;
		const id = this.create(timeout);
		const session = this.#sessions.get(id);
		if (session) this.#setUp(Object.assign(session, { data: { username } }), login);
		return id;
	}

	create(timeout = 300): string {
		const id = randomBytes(16).toString('hex');
		const expires = this.clock.monotonic() + timeout * 1000;
		this.#sessions.set(id, { id, timeout, expires, grants: [], data: {} });
		return id;
	}

	allowed(id: string, scope: string, object: string, name: string): boolean {
		const session = this.#get(id);
		return Boolean(
			session?.grants.some(
				grant => grant.scope === scope && fnmatch(grant.object, object) && fnmatch(grant.function, name)
			)
		);
	}

	username(id: string): string | null {
		const name = this.#get(id)?.data['username'];
		return typeof name === 'string' ? name : null;
	}

	destroy(id: string): boolean {
		return this.#sessions.delete(id);
	}

	/** Who is logged in to another router stays so on this one. */
	adopt(other: Sessions): void {
		for (const [id, session] of other.#sessions)
			if (id !== DEFAULT_SID)
				this.#sessions.set(id, { ...session, expires: this.clock.monotonic() + session.timeout * 1000 });
		this.reload();
	}

	/** All but the default session: rpcd died without having frozen them. */
	forgetAll(): void {
		for (const id of [...this.#sessions.keys()]) if (id !== DEFAULT_SID) this.destroy(id);
	}

	/** After a restart the rules are read again. */
	reload(): void {
		for (const session of this.#sessions.values()) {
			session.grants = [];
			const username = session.data['username'];
			this.#setUp(session, typeof username === 'string' ? (this.logins[username] ?? null) : null);
		}
	}

	/** The ubus object `session`. */
	methods(): Record<string, Method> {
		const withSession =
			(task: (session: Session, args: Message) => Answer): Method =>
			args => {
				const id = args['ubus_rpc_session'];
				if (typeof id !== 'string') return { code: UBUS.INVALID_ARGUMENT };
				const session = this.#get(id);
				return session ? task(session, args) : { code: UBUS.NOT_FOUND };
			};
		return {
			create: ({ timeout }) => this.#answer(this.create(typeof timeout === 'number' ? timeout : 300)),
			login: ({ username, password, timeout }) => {
				if (typeof username !== 'string' || typeof password !== 'string')
					return { code: UBUS.INVALID_ARGUMENT };
				const id = this.login(username, typeof timeout === 'number' ? timeout : 300);
				return id === null ? { code: UBUS.PERMISSION_DENIED } : this.#answer(id);
			},
			list: withSession(session => this.#answer(session.id)),
			access: withSession((session, { scope = 'ubus', object, function: name }) => {
				if (typeof object !== 'string' || typeof name !== 'string')
					return { code: UBUS.OK, data: dump(session) };
				return { code: UBUS.OK, data: { access: this.allowed(session.id, String(scope), object, name) } };
			}),
			get: withSession(session => ({ code: UBUS.OK, data: { values: session.data } })),
			set: withSession((session, { values }) => {
				Object.assign(session.data, values);
				return { code: UBUS.OK };
			}),
			destroy: withSession(({ id }) => {
				if (id === DEFAULT_SID) return { code: UBUS.PERMISSION_DENIED };
				this.destroy(id);
				return { code: UBUS.OK };
			})
		};
	}

	#get(id: string): Session | undefined {
		const session = this.#sessions.get(id);
		if (!session?.timeout) return session;
		if (session.expires < this.clock.monotonic()) {
			this.destroy(id);
			return undefined;
		}
		session.expires = this.clock.monotonic() + session.timeout * 1000;
		return session;
	}

	#answer(id: string): Answer {
		const session = this.#get(id);
		if (!session) return { code: UBUS.NOT_FOUND };
		const { timeout, data } = session;
		return { code: UBUS.OK, data: { ubus_rpc_session: id, timeout, expires: timeout, acls: dump(session), data } };
	}

	/** rpc_login_setup_acl_file: without a login only the group `unauthenticated` counts. */
	#setUp(session: Session, login: Login | null): Session {
		for (const file of [...BASE_ACLS, ...this.acls()])
			for (const [group, permissions] of Object.entries(file))
				for (const permission of ['read', 'write']) {
					const scopes = permissions[permission];
					if (!isTable(scopes) || !permitted(login, permission, group)) continue;
					for (const [scope, rules] of Object.entries(scopes)) {
						grant(session, scope, permission, rules);
						session.grants.push({ scope: 'access-group', object: group, function: permission });
					}
				}
		return session;
	}
}

function grant(session: Session, scope: string, permission: string, rules: unknown): void {
	const entries = Array.isArray(rules)
		? rules.map(object => [object, [permission]])
		: isTable(rules)
			? Object.entries(rules)
			: [];
	for (const [object, functions] of entries)
		if (Array.isArray(functions))
			for (const name of functions)
				if (typeof name === 'string') session.grants.push({ scope, object: String(object), function: name });
}

/** rpc_login_test_permission: patterns with `!` forbid; write implies read. */
function permitted(login: Login | null, permission: string, group: string): boolean {
	if (!login) return group === 'unauthenticated';
	const patterns = permission === 'write' ? login.write : login.read;
	if (patterns.some(pattern => pattern.startsWith('!') && fnmatch(pattern.slice(1).trim(), group))) return false;
	if (patterns.some(pattern => !pattern.startsWith('!') && fnmatch(pattern, group))) return true;
	return permission === 'read' && permitted(login, 'write', group);
}

function dump({ grants }: Session): Message {
	const result: { [scope: string]: { [object: string]: string[] } } = {};
	for (const { scope, object, function: name } of grants) {
		const names = ((result[scope] ??= {})[object] ??= []);
		if (!names.includes(name)) names.push(name);
	}
	return result;
}

function isTable(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
