import poll from 'luci:poll';
import ui from 'luci:ui';
import view from 'luci:view';
import type { Device } from '../contract/device';
import { JOIN_GRACE } from '../contract/limits';
import type { Network, Status } from '../contract/status';
import { createAdd } from './add';
import { createDevices } from './devices';
import { createFailures } from './failures';
import { createHouse } from './house';
import { FRESH, type Page } from './page';
import { clockText, join, secondsLeft, write } from './paint';
import { isHere } from './problems';
import { createRemedy } from './remedy';
import { createRouter } from './router';
import { ask, isAllowed, type Outcome } from './service';
import { STYLE } from './style';
import { jobText } from './texts';

/** Seconds between two looks at a router on which nothing happens. */
const IDLE_INTERVAL = 10;

/** Something is about to change, or the address of who has just joined to come: worth a look every second. */
function isMoving({ session, job }: Network, now: number): boolean {
	return session?.open || now - (session?.ended ?? 0) < JOIN_GRACE || job?.state === 'running';
}

const look = () => Promise.all([ask('status'), ask('devices')]);

export default view.extend({
	load(): Promise<[Awaited<ReturnType<typeof look>>, boolean, boolean]> {
		return Promise.all([
			look(),
			isAllowed('access-group', 'luci-app-wps', 'write'),
			isAllowed('uci', 'wireless', 'read')
		]);
	},

	render([first, mayWrite, mayReadKeys]) {
		const said = E('div', { class: 'wps-hidden', role: 'status' });
		const trouble = E('p', { class: 'alert-message warning', role: 'alert' });
		const page = { mayWrite, mayReadKeys, received: 0, devices: [] as Device[] } as unknown as Page;
		const remedy = createRemedy();
		const add = createAdd(page);
		const devices = createDevices(page);
		const failures = createFailures();
		const router = createRouter(page);
		const house = createHouse();
		const none = E('p', {}, [_('This router has no Wi-Fi network.')]);
		const body = E('div', {}, [remedy.node, add.node, none, devices.node, router.node, house.node]);
		let moving = false;
		let told: string;

		function show([{ answer, refusal }, joined]: [Outcome<Status>, Outcome<{ devices: Device[] }>]): void {
			write(trouble, refusal ? join([refusal, _('Trying again…')]) : '');
			body.hidden = !answer && !page.status;
			if (!answer) return;

			for (const network of answer.networks) {
				if (network.job?.ended && answer.now - network.job.ended > FRESH) network.job = null;
				network.problems = network.problems.filter(problem => isHere(problem, answer.button));
			}
			page.status = answer;
			page.devices = joined.answer?.devices ?? page.devices;
			page.received = performance.now();
			moving = answer.networks.some(network => isMoving(network, answer.now));
			none.hidden = answer.networks.length > 0;
			remedy.update(answer);
			add.update();
			add.node.hidden ||= !remedy.node.hidden;
			devices.update();
			router.update(add.chosen());
			house.update(answer.house);
			tell(
				join([
					add.text(),
					...answer.networks.map(({ ssid, job }) => job && '%s: %s'.format(ssid, jobText(job)))
				])
			);
		}

		/** Tells what has changed to who can't see it. */
		function tell(text: string): void {
			if (text === told) return;
			// Nothing at first: it is all there to be read.
			if (told !== undefined) said.textContent = text;
			told = text;
			failures.refresh();
		}

		page.refresh = async () => show(await look());
		page.report = async ({ refusal }) => {
			if (refusal) ui.addNotification(null, E('p', {}, [refusal]), 'warning');
			await page.refresh();
		};
		page.forget = async text => {
			add.clear();
			await page.refresh();
			tell(text);
		};
		show(first);
		devices.node.append(failures.node);
		poll.add(() => {
			if (moving && !document.hidden) return page.refresh();
		}, 1);
		poll.add(() => {
			// LuCI calls once more at the start.
			if (!moving && !document.hidden && performance.now() - page.received > 1000) return page.refresh();
		}, IDLE_INTERVAL);
		document.addEventListener('visibilitychange', () => document.hidden || page.refresh());
		setInterval(() => {
			add.tick();
			for (const clock of root.querySelectorAll<HTMLElement>('[data-until]'))
				write(clock, clockText(secondsLeft(Number(clock.dataset['until']))));
		}, 1000);

		const root = E('div', { class: 'cbi-map wps' }, [
			E('style', {}, STYLE),
			E('h2', { tabindex: -1 }, [_('WPS')]),
			said,
			trouble,
			body
		]);

		return root;
	},

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
