import { hasHandovers } from '../router/handover-traces';
import { isBlank, recall } from './memory';
import { disable, enable } from './parts/jobs';
import { remove, rename, tellDevices } from './parts/devices';
import { resume, tellHistory, tellHouse, tellStatus } from './parts/look';
import { cancel, checkPin, press, setButton, start } from './parts/opening';
import { defineCommand, defineMethod } from './request';

/*
 * What stays in rpcd's memory for good: the methods and their arguments. All that they do is in parts, which are loaded when
 * somebody calls, or when there is something to take up from before.
 */

const plugin = {
	'luci.wps': {
		status: defineMethod<'status'>({}, request => tellStatus(request)),
		start: defineCommand<'start'>(
			{ network: '', section: '', ifname: '', pin: '', mac: '', house: true, origin: '', by: '' },
			request => start(request)
		),
		cancel: defineCommand<'cancel'>({ network: '', section: '', ifname: '', origin: '', by: '' }, request =>
			cancel(request)
		),
		enable: defineCommand<'enable'>({ network: '', section: '', keys: '', force: true }, request =>
			enable(request)
		),
		disable: defineCommand<'disable'>({ network: '', section: '', force: true }, request => disable(request)),
		button: defineCommand<'button'>({ action: '', network: '' }, request => setButton(request)),
		press: defineCommand<'press'>({}, request => press(request)),
		devices: defineMethod<'devices'>({}, request => tellDevices(request)),
		remove: defineCommand<'remove'>({ mac: '', network: '' }, request => remove(request)),
		rename: defineCommand<'rename'>({ mac: '', name: '', network: '' }, request => rename(request)),
		history: defineMethod<'history'>({ limit: 0 }, request => tellHistory(request)),
		house: defineMethod<'house'>({}, request => tellHouse(request)),
		check_pin: defineMethod<'check_pin'>({ pin: '' }, request => checkPin(request))
	}
};

recall();
if (!isBlank() || hasHandovers()) resume();

export { plugin as default };
