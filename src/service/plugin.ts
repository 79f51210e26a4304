import { watchObjects } from '../router/bus';
import { buttonMethod, pressMethod } from './button';
import { cancelMethod } from './cancel';
import { forgetChannels } from './channels';
import { checkPinMethod } from './check-pin';
import { historyMethod } from './history';
import { houseMethod } from './house';
import { disableMethod, enableMethod, resumeJobs } from './jobs';
import { followLight, resumeLight } from './light';
import { recall } from './memory';
import { startMethod } from './start';
import { statusMethod } from './status';
import { lookSoon } from './survey';
import { accessPointGone, onSession, settleDown } from './windows';

onSession(followLight);
recall();
resumeJobs();
lookSoon();
settleDown();
resumeLight();

watchObjects('hostapd.', (ifname, there) => {
	forgetChannels();
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
		button: buttonMethod,
		press: pressMethod,
		history: historyMethod,
		house: houseMethod,
		check_pin: checkPinMethod
	}
};

export { plugin as default };
