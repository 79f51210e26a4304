import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HttpServer } from '../http';
import { announce } from './places';

const FIRST_PORT = 8080;
const LAST_PORT = 8099;

/** A LUCI_DIR that is none would only show as a blank page. */
export function checkLuci(): void {
	const folder = process.env['LUCI_DIR'];
	if (folder && !existsSync(join(folder, 'modules/luci-base/htdocs/luci-static/resources/luci.js')))
		throw new Error(`LUCI_DIR=${folder} is no checkout of LuCI: modules/luci-base is not in it`);
}

async function listen(server: HttpServer, port: number | null): Promise<number> {
	for (let at = port ?? FIRST_PORT; ; at++) {
		try {
			return await server.listen(at);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === 'EACCES') throw new Error(`Port ${at} is for root: --port ${FIRST_PORT}`, { cause: error });
			if (code !== 'EADDRINUSE') throw error;
			if (port !== null)
				throw new Error(`Port ${port} is taken: without --port the next free one is used`, { cause: error });
			if (at === LAST_PORT)
				throw new Error(`The ports ${FIRST_PORT} to ${LAST_PORT} are taken: --port NUMBER`, { cause: error });
		}
	}
}

/**
 * Shows a router to browsers and to the other commands, until the process ends.
 * @param port  null: the first that is free
 * @param name  what the router is called in its house; null: it stands alone
 * @returns the page's address
 */
export async function serve(server: HttpServer, port: number | null, name: string | null = null): Promise<string> {
	const found = await listen(server, port);
	const { token, forget } = announce(found, name);
	server.token = token;
	process.on('exit', forget);
	return `http://127.0.0.1:${found}/cgi-bin/luci/admin/network/wireless/wps`;
}
