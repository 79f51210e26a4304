import * as uloop from 'uloop';
import { guarded, listen, serve, watchObjects } from '../router/bus';
import { note } from '../router/journal';
import { now } from '../router/time';
import { newAlarm, setAlarm } from './alarm';
import { newState, type State } from './bridge-state';
import * as link from './broker-link';
import { firstLine, readSection } from './configuration';
import { houseDevice, routerDevice } from './discovery';
import { perform, picture, publishChanges, sessionChanged, startTimers } from './effects';
import { networkNamed } from './house-window';
import { hearMessage } from './incoming-messages';
import * as luciWps from './luci-wps';
import { forgetPresence } from './neighbours';
import { learnNetworks } from './own-networks';
import { press } from './press';
import { recover } from './recovery';
import { readReport } from './report-reading';
import { lastWill, reportDevices, writeReport } from './report-writing';
import { readSettings, type Settings } from './settings';
import { keepPicture, lastReport } from './state-files';
import { discoveryTopic } from './topics';
import { isUuid } from './uuid';

/** How long the broker may take to say who is there, milliseconds. */
const SETTLING = 2500;

/** How long an access point may take to be what it is going to be after it has come or gone, milliseconds. */
const BUILDING = 2000;

/** How long luci.wps may be away, as when rpcd starts anew, before it is asked again, milliseconds. */
const ABSENCE = 5000;

/** What changes the networks of this router. */
const SWITCHED = ['enabled', 'disabled', 'reverted'];
/** What changes its devices. */
const MOVED = ['joined', 'removed', 'renamed'];

const builder = newAlarm(() => null);

function askNetworks(state: State): void {
	luciWps.readNetworks(networks => {
		if (networks !== null) learnNetworks(state.model, networks);
		else setAlarm(builder, ABSENCE);
		publishChanges(state);
	});
}

function askDevices(state: State): void {
	luciWps.readDevices(devices => {
		state.devices = reportDevices(devices ?? [], state.settings.macs);
		publishChanges(state);
	});
}

/** Connects, and listens to the bus. */
function bridge(settings: Settings, uuid: string | null): void {
	const state = newState(settings, isUuid(uuid) ? uuid : null);
	const model = state.model;
	startTimers(state);

	const settler = newAlarm(() => {
		state.settled = true;
		publishChanges(state);
	});
	builder.ring = () => askNetworks(state);
	const refresh = () => setAlarm(builder, BUILDING);

	listen('luci.wps', event => {
		if (event.session) sessionChanged(state, event.type, event.session);
		if (index(SWITCHED, event.type) >= 0) refresh();
		if (index(MOVED, event.type) >= 0) askDevices(state);
	});
	watchObjects('hostapd.', refresh);
	watchObjects('luci.wps', (name, there) => {
		if (name === '' && there) refresh();
	});
	serve('luci.wps.house', {
		status: { args: {}, call: () => ({ house: picture(state) }) },
		start: {
			args: { network: '', session: '' },
			call: request => {
				const network = networkNamed(model, request.args.network ?? '');
				if (network === null) return { id: null };
				network.open = true;
				perform(state, press(model, network, `${model.name}.${request.args.session}`, now().monotonic));
				return { id: network.window?.ids?.[0] ?? null };
			}
		}
	});

	const discovery = settings.discovery;
	const devices = discovery === null ? [] : [routerDevice(model, settings), houseDevice(model, settings)];
	const ends: link.Ends = {
		topics: () => map(devices, one => discoveryTopic(discovery ?? '', one.device)),
		will: () => lastWill(model),
		report: seq => sprintf('%J', { ...writeReport(model, state.devices, now().monotonic), seq }),
		isOpen: () => length(filter(values(model.networks), one => one.open)) > 0,
		heard: message => hearMessage(state, message),
		begins: () => {
			forgetPresence(model);
			state.discovered = {};
			state.naming.heard = false;
			state.settled = false;
			setAlarm(settler, SETTLING);
		},
		changed: () => {
			if (!link.isConnected()) forgetPresence(model);
			publishChanges(state);
		},
		now: () => now().monotonic
	};
	keepPicture(picture(state));
	luciWps.readNetworks(networks => {
		const before = lastReport();
		const report = before === null ? null : readReport(before.text);

		if (networks === null) setAlarm(builder, ABSENCE);
		else learnNetworks(model, networks);
		if (before !== null && report !== null) recover(model, report.networks, before.at);
		link.connect(settings, ends);
		publishChanges(state);
	});
	askDevices(state);
}

/** What the owner asked for, or why that can't be done. */
function main(): void {
	const section = readSection() ?? {};
	const file = section.password_file ?? null;
	const password = type(file) === 'string' ? firstLine(file) : null;
	const hostname = firstLine('/proc/sys/kernel/hostname') ?? '';
	const reading = readSettings(section, hostname, password);

	if (reading.settings !== null) return bridge(reading.settings, section.uuid ?? null);
	note(`house: option ${reading.culprit} of config house in /etc/config/wps can't be used`);
	keepPicture({ connected: false, name: hostname, problem: 'settings', uuid: section.uuid ?? null, routers: [] });
}

uloop.init();
guarded(main);
const ended = uloop.run();
link.disconnect();

export { ended as default };
