import { ownFileOf } from '../core/handover';
import { listen, watchObjects } from '../router/bus';
import { hasKeyFiles } from '../router/handover';
import { readBsses } from './bsses';
import { forgetChannels } from './channels';
import { hasLight } from './light-choice';
import { memory, runningTask } from './memory';
import { followDevices, reconcile } from './parts/devices';
import { resumeJobs } from './parts/jobs';
import { followKeys, resumeKeys } from './parts/keys';
import { followLight, resumeLight } from './parts/light';
import { lookSoon } from './survey';
import { accessPointGone, arrivedElsewhere, onSession, settleDown } from './windows';

/*
 * What most routers never need is asked nothing where there is nothing for it to do: it would be loaded for that alone.
 */

onSession((session, before) => {
	if (hasKeyFiles()) followKeys(session, before);
});
onSession((session, before) => {
	if (session.peer !== null && !session.open) followDevices(session, before);
});
onSession((session, before) => {
	if (hasLight()) followLight(session, before);
});

watchObjects('hostapd.', (ifname, there) => {
	forgetChannels();
	if (!there) accessPointGone(ifname);
	lookSoon();
});

listen('luci.wps.arrived', event => {
	arrivedElsewhere(event?.session ?? '');
	settleDown();
});

/** Takes up what the last run of the handler left, and sees to it that the files are there that hostapd reads. */
export function resume(): void {
	if (runningTask() !== null) resumeJobs();
	lookSoon();
	settleDown();
	if (memory.light.shown !== null) resumeLight();

	const bsses = readBsses(null);
	if (length(memory.keys) + length(filter(bsses, bss => ownFileOf([bss]) !== null)) === 0) return;
	resumeKeys(bsses);
	reconcile(bsses);
}
