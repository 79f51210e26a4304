import poll from 'luci:poll';
import ui from 'luci:ui';
import view from 'luci:view';
import type { Device } from '../contract/device';
import { JOIN_GRACE } from '../contract/limits';
import type { Network, Status } from '../contract/status';
import { createAdd } from './add';
import { createDevices } from './devices';
import { createFailures } from './failures';
import { learn } from './explain';
import { FRESH, type Page } from './page';
import { clockText, join, secondsLeft, write } from './paint';
import { showHouse, showRemedy } from './parts/more';
import { isHere, isOfRouter } from './problems';
import { createRouter } from './router';
import { ask, isAllowed, type Outcome } from './service';
import { STYLE } from './style';
import { jobText } from './texts';

/** Seconds between two looks at a router on which nothing happens, but for the second that a poll is late. */
const IDLE_INTERVAL = 9;

/** Something is about to change, or the address of who has just joined to come: worth a look every second. */
function isMoving({ session, job }: Network, now: number): boolean {
	return session?.open || now - (session?.ended ?? 0) < JOIN_GRACE || job?.state === 'running';
}

const problemsIn = (status?: Status) => status?.networks.flatMap(({ problems }) => problems) ?? [];

/** How things are, and all that is needed to tell it. */
async function look() {
	const outcomes = await Promise.all([ask('status'), ask('devices')]);

	await learn(problemsIn(outcomes[0].answer));
	return outcomes;
}

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
		const page = { mayWrite, mayReadKeys, devices: [] as Device[] } as unknown as Page;
		const add = createAdd(page);
		const failures = createFailures();
		const devices = createDevices(page, failures.node);
		const router = createRouter(page);
		const remedy = E('div');
		const house = E('div');
		const body = E('div', {}, [remedy, add.node, devices.node, router.node, house]);
		let moving = false;
		let asked = performance.now();
		let told: string;

		function show([{ answer, refusal }, joined]: [Outcome<Status>, Outcome<{ devices: Device[] }>]): void {
			write(
				trouble,
				refusal
					? join([refusal, _('Trying again…')])
					: answer?.networks.length
						? ''
						: _('This router has no Wi-Fi network.')
			);
			body.hidden = !answer && !page.status;
			if (!answer) return;

			const { networks, now, button } = answer;

			for (const network of networks) {
				if (network.job?.ended && now - network.job.ended > FRESH) network.job = null;
				network.problems = network.problems.filter(problem => isHere(problem, button));
			}
			page.status = answer;
			page.devices = joined.answer?.devices ?? page.devices;
			page.received = performance.now();
			moving = networks.some(network => isMoving(network, now));

			const ofRouter = problemsIn(answer).find(isOfRouter);

			remedy.hidden = !ofRouter;
			if (ofRouter) showRemedy(remedy, ofRouter, answer.daemon.remedy);
			add.update();
			devices.update();
			router.update();
			house.hidden = !answer.house;
			if (answer.house) showHouse(house, answer.house);
			tell(join([add.said(), ...networks.map(({ ssid, job }) => job && '%s: %s'.format(ssid, jobText(job)))]));
		}

		/** Tells what has changed to who can't see it; nothing at first: it is all there to be read. */
		function tell(text: string): void {
			if (text === told) return;
			if (told !== undefined) said.textContent = text;
			told = text;
			failures.refresh();
		}

		page.refresh = async () => {
			asked = performance.now();
			show(await look());
		};
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
		poll.add(() => {
			if (!document.hidden && (moving || secondsLeft(asked + IDLE_INTERVAL * 1000) === 0)) return page.refresh();
		}, 1);
		document.addEventListener('visibilitychange', () => document.hidden || page.refresh());
		setInterval(() => {
			add.tick();
			for (const clock of body.querySelectorAll<HTMLElement>('[data-until]'))
				write(clock, clockText(secondsLeft(Number(clock.dataset['until']))));
		}, 1000);
		return E('div', { class: 'cbi-map wps' }, [
			E('style', {}, [STYLE]),
			E('h2', { tabindex: -1 }, [_('WPS')]),
			said,
			trouble,
			body
		]);
	},

	handleSaveApply: null,
	handleSave: null,
	handleReset: null
});
