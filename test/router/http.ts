import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, resolve } from 'node:path';
import { obey, type Order } from './control';
import { JsonRpc } from './jsonrpc';
import { pages } from './page/index';
import type { SimulatedRouter } from './router';

const ROOT = resolve(import.meta.dirname, '../..');

const TYPES: Record<string, string> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png'
};

/** The compiled tab; another one by the environment. */
const VIEW = process.env['WPS_VIEW'];

/** Where the compiled files lie: a tab that was compiled apart has its parts beside it. */
const HTDOCS = [...(VIEW ? [resolve(dirname(VIEW), '../../..')] : []), resolve(ROOT, 'htdocs')];

/** uhttpd reads no more (UH_UBUS_MAX_POST_SIZE). */
const LIMIT = 65_536;

export interface HttpOptions {
	/** A checkout of openwrt/luci: its real runtime instead of the stand-in; LUCI_DIR unless told. */
	luciDir?: string | undefined;
}

/** The router's web server on 127.0.0.1: /ubus, the pages, static files, and /simulator for whoever plays the world around it. */
export class HttpServer {
	readonly #server: Server;
	#rpc: JsonRpc;
	readonly #pages: ReturnType<typeof pages>;
	/** Whoever says a token means the simulator that has it, and no other on the same port. */
	token: string | null = null;
	/** Moves to another house, where the simulator can; what is said of it. */
	enterScene: ((name: string) => string) | null = null;

	constructor(
		public router: SimulatedRouter,
		options: HttpOptions = {}
	) {
		const luciDir = options.luciDir ?? process.env['LUCI_DIR'];
		this.#rpc = new JsonRpc(router.bus, router.rpcd);
		this.#pages = pages(luciDir ? { luciDir } : {});
		this.#server = createServer((request, response) => {
			this.#serve(request, response).catch(error => send(response, 500, 'text/plain', String(error)));
		});
	}

	/** Another router in the place of this one; whoever is logged in stays so. */
	replaceRouter(router: SimulatedRouter): void {
		router.rpcd.sessions.adopt(this.router.rpcd.sessions);
		this.router = router;
		this.#rpc = new JsonRpc(router.bus, router.rpcd);
	}

	/** 0: any free port. The answer is the port that it listens on. */
	listen(port = 0, address = '127.0.0.1'): Promise<number> {
		return new Promise((done, fail) => {
			this.#server.once('error', fail);
			this.#server.listen(port, address, () => done((this.#server.address() as AddressInfo).port));
		});
	}

	close(): Promise<void> {
		this.#server.closeAllConnections();
		return new Promise(done => this.#server.close(() => done()));
	}

	async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET', headers } = request;
		// No page of another site may reach it by a name of its own.
		if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? ''))
			return send(response, 403, 'text/plain', 'Forbidden');
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const path = decodeURIComponent(url.pathname);
		const body = method === 'POST' ? await read(request) : '';
		if (body === null) return send(response, 413, 'text/plain', 'Too large');

		if (/^\/ubus\/?$/.test(path))
			return method === 'POST'
				? send(response, 200, 'application/json', await this.#rpc.answer(body))
				: send(response, 404, 'text/plain', 'Not Found');
		if (path === '/simulator') return this.#control(request, response, body);
		const page = this.#pages({ method, path, query: url.searchParams, cookies: cookies(headers.cookie), body });
		if (page) {
			response.writeHead(page.status, {
				'Content-Type': page.type,
				'Cache-Control': 'no-store',
				...page.headers
			});
			return void response.end(page.body);
		}
		const file = this.#file(path);
		if (!file) return send(response, 404, 'text/plain', 'Not Found');
		send(response, 200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
	}

	async #control(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
		if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json'))
			return send(response, 405, 'text/plain', 'POST JSON');
		let order: Order;
		try {
			order = JSON.parse(body) as Order;
		} catch {
			return send(response, 400, 'text/plain', 'No JSON');
		}
		const token = request.headers['x-simulator'];
		if (token !== undefined && token !== this.token) return send(response, 403, 'text/plain', 'Another simulator');
		if (order.action === 'listen') return this.#listen(response, order.object ?? '*');
		const [status, answer] =
			order.action === 'scene' && this.enterScene
				? [200, { said: this.enterScene(order.device ?? '') }]
				: await obey(this.router, order);
		send(response, status, 'application/json', JSON.stringify(answer));
	}

	/** Events as `ubus listen` shows them, a line each, for as long as somebody reads. */
	#listen(response: ServerResponse, pattern: string): void {
		response.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
		response.flushHeaders();
		const stop = this.router.bus.listen(pattern, (type, message) =>
			response.write(`{ ${JSON.stringify(type)}: ${JSON.stringify(message)} }\n`)
		);
		response.on('close', stop);
	}

	/** The compiled files; LuCI's own are the pages' business. */
	#file(path: string): string | null {
		for (const root of HTDOCS) {
			const file = resolve(root, `.${path}`);
			const inside = path.startsWith('/luci-static/') && file.startsWith(`${root}/`);
			if (inside && existsSync(file) && statSync(file).isFile()) return file;
		}
		return null;
	}
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
	response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
	response.end(body);
}

/** Null: more than a router takes. */
async function read(request: IncomingMessage): Promise<string | null> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > LIMIT) return null;
		parts.push(part);
	}
	return Buffer.concat(parts).toString();
}

function cookies(header = ''): Record<string, string> {
	return Object.fromEntries(
		header
			.split(';')
			.map(pair => pair.trim().split('=', 2))
			.filter((pair): pair is [string, string] => pair.length === 2)
	);
}
