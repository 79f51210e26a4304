import { cancelMethod } from './cancel';
import { checkPinMethod } from './check-pin';
import { historyMethod } from './history';
import { startMethod } from './start';
import { statusMethod } from './status';
import { resume } from './windows';

resume();

const plugin = {
	'luci.wps': {
		status: statusMethod,
		start: startMethod,
		cancel: cancelMethod,
		history: historyMethod,
		check_pin: checkPinMethod
	}
};

export { plugin as default };
