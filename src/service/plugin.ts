import { watchObjects } from '../router/bus';
import { readBsses } from './bsses';
import { buttonMethod, pressMethod } from './button';
import { cancelMethod } from './cancel';
import { forgetChannels } from './channels';
import { checkPinMethod } from './check-pin';
import { devicesMethod, followDevices, keepFound, reconcile, removeMethod, renameMethod } from './devices';
import { historyMethod } from './history';
import { houseMethod } from './house';
import { disableMethod, enableMethod, resumeJobs } from './jobs';
import { followLight, resumeLight } from './light';
import { recall } from './memory';
import { followKeys, onFound, resumeKeys } from './ownkeys';
import { startMethod } from './start';
import { statusMethod } from './status';
import { lookSoon } from './survey';
import { accessPointGone, onSession, settleDown } from './windows';

onSession(followKeys);
onSession(followDevices);
onSession(followLight);
onFound(keepFound);
recall();
resumeJobs();
lookSoon();
settleDown();
resumeLight();
resumeKeys(readBsses(null));
reconcile(readBsses(null));

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
		devices: devicesMethod,
		remove: removeMethod,
		rename: renameMethod,
		history: historyMethod,
		house: houseMethod,
		check_pin: checkPinMethod
	}
};

export { plugin as default };
