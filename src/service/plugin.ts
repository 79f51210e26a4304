import { watchObjects } from '../router/bus';
import { cancelMethod } from './cancel';
import { checkPinMethod } from './check-pin';
import { historyMethod } from './history';
import { disableMethod, enableMethod, resumeJobs } from './jobs';
import { recall } from './memory';
import { startMethod } from './start';
import { statusMethod } from './status';
import { lookSoon } from './survey';
import { accessPointGone, settleDown } from './windows';

recall();
resumeJobs();
lookSoon();
settleDown();

watchObjects('hostapd.', (ifname, there) => {
	if (!there) accessPointGone(ifname);
	lookSoon();
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
