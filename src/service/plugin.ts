import { watchObjects } from '../router/bus';
import { readBsses } from '../router/wireless';
import { cancelMethod } from './cancel';
import { checkPinMethod } from './check-pin';
import { tendFiles } from './handovers';
import { historyMethod } from './history';
import { disableMethod, enableMethod, resumeJobs } from './jobs';
import { recall } from './memory';
import { startMethod } from './start';
import { statusMethod } from './status';
import { accessPointGone, settleDown } from './windows';

recall();
resumeJobs();
tendFiles(readBsses(null), false);
settleDown();

watchObjects('hostapd.', (ifname, there) => {
	if (!there) accessPointGone(ifname);
	tendFiles(readBsses(null), true);
});

const plugin = {
	'luci.wps': {
		status: statusMethod,
		start: startMethod,
		cancel: cancelMethod,
		enable: enableMethod,
		disable: disableMethod,
		history: historyMethod,
		check_pin: checkPinMethod
	}
};

export { plugin as default };
