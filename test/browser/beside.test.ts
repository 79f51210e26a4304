import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { ADDRESS, Canned, DEVICES, guests, home } from './canned';
import { hurry, launch, LUCI_DIR, watch } from './stage';
import { answerWireless } from './wireless-page';

/** Milliseconds that each answer takes, as on a router nearby. */
const LAG = 20;

const SPEED = 5;
const ROUNDS = 9;

/** Where LuCI has what its Wireless page loads. */
const FOLDERS = ['modules/luci-mod-network', 'applications/luci-app-firewall', 'modules/luci-base'];

/** What a page costs. */
interface Cost {
	/** Coming to it with all files in the browser's cache: requests, bytes that are not in it, time to what there is to see. */
	requests: number;
	bytes: number;
	milliseconds: number;
	/** A minute of looking at it. */
	calls: number;
}

describe("the tab beside LuCI's own Wireless page", function () {
	this.timeout(240_000);

	if (!LUCI_DIR) return;

	/** A page in a browser of its own. */
	interface Visit {
		/** Comes to it once more, and says what that took. */
		load(): Promise<Omit<Cost, 'calls'>>;
		/** Counts what a minute of looking at it asks. */
		look(): Promise<number>;
	}

	/** @param sight  what there is to see */
	async function visit(path: string, sight: string): Promise<Visit> {
		const router = new Canned([home(), guests()]);
		router.devices = DEVICES;
		router.others = answerWireless;
		const context = await (await launch()).newContext({ viewport: { width: 1100, height: 900 } });
		const page = await context.newPage();
		let requests = 0;
		let bytes = 0;

		async function serve(route: Route): Promise<void> {
			const { pathname } = new URL(route.request().url());
			if (/^\/(simulator|page\/)/.test(pathname)) return route.fulfill({ body: '' });
			requests++;
			await new Promise(done => setTimeout(done, LAG));
			const file = FOLDERS.map(folder => `${LUCI_DIR}/${folder}/htdocs${pathname}`).find(existsSync);
			if (file) return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
			const { body, ...reply } = router.reply(route.request());
			if (!/javascript|css/.test(reply.contentType ?? '')) bytes += Buffer.byteLength(body);
			bytes += Buffer.byteLength(route.request().postData() ?? '');
			// LuCI asks the router once a session whether it has Wi-Fi
			return route.fulfill({ ...reply, body: body.replace(/("features\\?":){}/, '$1{\\"wifi\\":true}') });
		}
		await page.route(`${ADDRESS}/**`, serve);
		await page.addInitScript(`const timer = setInterval(() => {
			if (!document.querySelector(${JSON.stringify(sight)})) return;
			window.seenAt ??= performance.timeOrigin && performance.now();
			clearInterval(timer);
		}, 1)`);

		return {
			async load() {
				[requests, bytes] = [0, 0];
				await page.goto(`${ADDRESS}/cgi-bin/luci/admin/network/${path}`);
				await page.waitForFunction('window.seenAt');
				const milliseconds = await page.evaluate<number>('window.seenAt');
				await page.waitForTimeout(500);
				const cost = { requests, bytes, milliseconds };
				// nothing that it does by itself costs the other page time
				await page.goto('about:blank');
				return cost;
			},

			async look() {
				await page.addInitScript(hurry, SPEED);
				await page.goto(`${ADDRESS}/cgi-bin/luci/admin/network/${path}`);
				await page.waitForFunction('window.seenAt');
				await watch(page, 10);
				const before = router.calls.length;
				await watch(page, 60);
				const calls = router.calls.length - before;
				await context.close();
				return calls;
			}
		};
	}

	it('takes half of it to come to, and a tenth to look at', async () => {
		const visits = [
			await visit('wireless/wps', '.wps-box:not([hidden])'),
			await visit('wireless', '.cbi-section-table-row')
		];
		const times: number[][] = [[], []];
		const costs: Cost[] = [];
		// by turns: a busy machine is busy for both
		for (let round = 0; round < ROUNDS; round++)
			for (const [which, { load }] of visits.entries()) {
				const { milliseconds, ...rest } = await load();
				times[which]!.push(milliseconds);
				costs[which] = { ...rest, milliseconds, calls: 0 };
			}
		for (const [which, { look }] of visits.entries()) {
			// the quickest of all: it was the least disturbed by whatever else the machine does
			costs[which]!.milliseconds = Math.min(...times[which]!);
			costs[which]!.calls = await look();
		}
		const [tab, page] = costs as [Cost, Cost];
		const ratio = tab.milliseconds / page.milliseconds;
		const show = ({ requests, bytes, milliseconds, calls }: Cost) =>
			`${requests} requests, ${bytes} bytes, ${Math.round(milliseconds)} ms; ${calls} calls a minute`;
		console.log(`      tab: ${show(tab)}\n      Wireless: ${show(page)}\n      time: ${ratio.toFixed(2)} of it`);
		assert.ok(tab.requests <= page.requests / 2, `${tab.requests} of ${page.requests} requests`);
		assert.ok(tab.bytes <= page.bytes / 2, `${tab.bytes} of ${page.bytes} bytes`);
		assert.ok(tab.calls <= page.calls / 10 + 2, `${tab.calls} of ${page.calls} calls`);
	});
});
