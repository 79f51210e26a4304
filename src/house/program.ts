import * as uloop from 'uloop';
import { guarded, listen, serve, watchObjects } from '../router/bus';
import { note } from '../router/journal';
import { now } from '../router/time';
import { newAlarm, setAlarm } from './alarm';
import { act, beginDeeds, picture, sessionChanged, settle } from './deeds';
import { houseDevice, routerDevice } from './discovery';
import { readDocument } from './document';
import { firstLine, keepPicture, keepUuid, lastSaid, readSection } from './keeping';
import { take } from './limiter';
import type { Message } from './lines';
import * as link from './link';
import * as local from './local';
import { learn } from './locals';
import { forgetPresence, forgetStranger, hearDocument, hearStranger } from './neighbours';
import { takeOrder } from './orders';
import { readSettings, type Settings } from './settings';
import { newState, type State } from './state';
import { farewell, tell, tellDevices } from './telling';
import { discoveryTopic, kindOf, VERSION } from './topics';
import { hearUuid, isUuid } from './uuid';
import { localFor, press, recover } from './windows';

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

function learnNetworks(state: State): void {
	local.readNetworks(networks => {
		if (networks !== null) learn(state.model, networks);
		else setAlarm(builder, ABSENCE);
		settle(state);
	});
}

function learnDevices(state: State): void {
	local.readDevices(devices => {
		state.devices = tellDevices(devices ?? [], state.settings.macs);
		settle(state);
	});
}

/** What we have said ourselves comes back; else it is from the run before, our last will, or another router of the same name. */
function hearOurselves(state: State, message: Message): void {
	const model = state.model;
	const document = readDocument(message.payload);
	if (document !== null && document.run === model.run && document.there) return link.echoed(document.seq);

	if (!message.retained && document !== null && document.there && !state.rivalled) {
		state.rivalled = true;
		note(`house: another router calls itself ${model.name} as well`);
	}
	// Whatever the broker has now is not what we are.
	if (take(state.rivals, now().monotonic)) link.publish();
	settle(state);
}

function hearRouter(state: State, name: string, version: number, message: Message): void {
	const model = state.model;
	const at = now().monotonic;

	if (name === model.name && version === VERSION) hearOurselves(state, message);
	else if (version !== VERSION) {
		if (message.payload === '') forgetStranger(model, name, version);
		else hearStranger(model, name, version);
		settle(state);
	} else {
		const document = message.payload === '' ? null : readDocument(message.payload);
		if (document !== null || message.payload === '')
			act(state, hearDocument(model, name, document, !message.retained, at));
	}
}

function hearMessage(state: State, message: Message): void {
	const what = kindOf(message.topic, state.settings.prefix, state.model.name);

	if (what.kind === 'state') hearRouter(state, what.router, what.version, message);
	else if (what.kind === 'command') takeOrder(state, message.payload, message.retained, false);
	else if (what.kind === 'house_command') takeOrder(state, message.payload, message.retained, true);
	else if (what.kind === 'uuid') {
		if (hearUuid(state.naming, message.payload)) keepUuid(message.payload);
		settle(state);
	} else if (message.payload !== '') state.discovered[message.topic] = message.payload;
	else delete state.discovered[message.topic];
}

/** Connects, and listens to the bus. */
function bridge(settings: Settings, uuid: string | null): void {
	const state = newState(settings, isUuid(uuid) ? uuid : null);
	const model = state.model;
	beginDeeds(state);

	const settler = newAlarm(() => {
		state.settled = true;
		settle(state);
	});
	builder.ring = () => learnNetworks(state);
	const refresh = () => setAlarm(builder, BUILDING);

	listen('luci.wps', event => {
		if (event.session) sessionChanged(state, event.type, event.session);
		if (index(SWITCHED, event.type) >= 0) refresh();
		if (index(MOVED, event.type) >= 0) learnDevices(state);
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
				const network = localFor(model, request.args.network ?? '');
				if (network === null) return { id: null };
				network.open = true;
				act(state, press(model, network, `${model.name}.${request.args.session}`, now().monotonic));
				return { id: network.window?.ids?.[0] ?? null };
			}
		}
	});

	const discovery = settings.discovery;
	const devices = discovery === null ? [] : [routerDevice(model, settings), houseDevice(model, settings)];
	const ends: link.Ends = {
		topics: () => map(devices, one => discoveryTopic(discovery ?? '', one.device)),
		will: () => farewell(model),
		document: seq => sprintf('%J', { ...tell(model, state.devices, now().monotonic), seq }),
		isOpen: () => length(filter(values(model.locals), one => one.open)) > 0,
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
			settle(state);
		},
		now: () => now().monotonic
	};
	keepPicture(picture(state));
	local.readNetworks(networks => {
		const before = lastSaid();
		const document = before === null ? null : readDocument(before.text);

		if (networks === null) setAlarm(builder, ABSENCE);
		else learn(model, networks);
		if (before !== null && document !== null) recover(model, document.networks, before.at);
		link.connect(settings, ends);
		settle(state);
	});
	learnDevices(state);
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
