import { readBsses } from '../router/wireless';
import { watchObjects } from '../router/bus';
import { cancelMethod } from './cancel';
import { checkPinMethod } from './check-pin';
import { historyMethod } from './history';
import { disableMethod, enableMethod, resumeJobs } from './jobs';
import { tendKeyFiles } from './keyfiles';
import { recall } from './memory';
import { startMethod } from './start';
import { statusMethod } from './status';
import { accessPointChanged, settleDown } from './windows';

recall();
resumeJobs();
tendKeyFiles(readBsses(null));
settleDown();

watchObjects('hostapd.', (ifname, there) => {
	accessPointChanged(ifname, there);
	tendKeyFiles(readBsses(null));
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
