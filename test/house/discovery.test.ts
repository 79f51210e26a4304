import { deepEqual, equal, ok } from 'node:assert/strict';
import { Home } from './home';
import { until } from '../router/until';

/*
 * The rules of Home Assistant's device discovery: home-assistant.io, MQTT, "Device discovery payload" (source/_integrations/
 * mqtt.markdown), and what enforces them, homeassistant/components/mqtt/{discovery,schemas,util}.py of 2024.12 and later.
 */

interface Component {
	platform: string;
	unique_id?: string;
	name?: string;
	[option: string]: unknown;
}

interface Payload {
	device: { identifiers: string[]; name: string };
	origin: { name: string };
	components: Record<string, Component>;
	[option: string]: unknown;
}

/** What a device may hold beside device, origin and components (DEVICE_DISCOVERY_SCHEMA, SHARED_OPTIONS). */
const SHARED = [
	'availability',
	'availability_mode',
	'availability_template',
	'availability_topic',
	'command_topic',
	'encoding',
	'payload_available',
	'payload_not_available',
	'qos',
	'state_topic'
];
const DEVICE = [
	'identifiers',
	'name',
	'manufacturer',
	'model',
	'sw_version',
	'hw_version',
	'via_device',
	'connections'
];
/** What each platform needs, and takes of what is used here (sensor.py, button.py, event.py). */
const PLATFORMS: Record<string, { needs: string[]; takes: string[] }> = {
	button: { needs: ['command_topic'], takes: ['command_template', 'device_class', 'payload_press', 'retain'] },
	sensor: { needs: ['state_topic'], takes: ['value_template', 'device_class', 'options', 'json_attributes_topic'] },
	event: { needs: ['state_topic', 'event_types'], takes: ['value_template', 'device_class'] }
};
const COMMON = ['platform', 'unique_id', 'name', 'icon', 'qos'];

/** util.py, valid_publish_topic: no wildcards, no NUL, at most 65535 bytes. */
const isTopic = (topic: unknown) => typeof topic === 'string' && topic !== '' && !/[+#\0]/.test(topic);

function check(topic: string, payload: Payload): void {
	// discovery.py, TOPIC_MATCHER
	const [, prefix, id] = /^(homeassistant)\/device\/([a-zA-Z0-9_-]+)\/config$/.exec(topic) ?? [];
	ok(prefix && id, topic);
	const { device, origin, components, ...shared } = payload;
	deepEqual(
		Object.keys(shared).filter(option => !SHARED.includes(option)),
		[]
	);
	deepEqual(
		Object.keys(device).filter(option => !DEVICE.includes(option)),
		[]
	);
	ok(device.identifiers.length > 0 && device.identifiers.every(one => typeof one === 'string'));
	ok(origin.name);
	// either one topic or a list (MQTT_AVAILABILITY_SCHEMA, Exclusive)
	equal(Number('availability' in shared) + Number('availability_topic' in shared), 1);
	if (shared['availability_mode']) ok(['all', 'any', 'latest'].includes(String(shared['availability_mode'])));
	const ids = new Set<string>();
	for (const [key, component] of Object.entries(components)) {
		const platform = PLATFORMS[component.platform];
		ok(platform, `${key}: ${component.platform}`);
		// nothing but the platform: it is taken away
		if (Object.keys(component).length === 1) continue;
		for (const option of platform.needs) ok(component[option], `${key} needs ${option}`);
		const known = [...COMMON, ...platform.needs, ...platform.takes];
		deepEqual(
			Object.keys(component).filter(option => !known.includes(option)),
			[],
			key
		);
		for (const option of ['command_topic', 'state_topic']) if (option in component) ok(isTopic(component[option]));
		ok(component.unique_id && !ids.has(component.unique_id), `${key}: unique_id`);
		ids.add(component.unique_id);
		ok(typeof component.name === 'string' && !/\p{Cc}/u.test(component.name));
		if (component['device_class'] === 'enum') ok(Array.isArray(component['options']));
	}
}

/** What Home Assistant would send: the two expressions that stand in our template. */
const render = (home: Home, template: string) =>
	template
		.replaceAll('{{ now().timestamp() | int }}', String(home.epoch))
		.replaceAll('{{ now().timestamp() }}', `${home.clock.monotonic() / 1000}`);

describe('Home Assistant', function () {
	this.timeout(300_000);
	let home: Home;
	const ssid = `Home {{ 7*7 }} "'\\`;
	const key = `n${Buffer.from(ssid).toString('hex')}`;
	const devices = () =>
		new Map(
			home.heard
				.filter(({ topic, payload }) => topic.startsWith('homeassistant/') && payload !== '')
				.map(({ topic, payload }) => [topic, JSON.parse(payload) as Payload])
		);
	const ROUTER = 'homeassistant/device/wps_wps_cellar/config';
	const HOUSE = 'homeassistant/device/wps_house_wps/config';

	before(async () => {
		home = await Home.start(['attic', 'cellar'], { ssid, options: { discovery: 'homeassistant' } });
		await home.listen();
		await until(() => devices().size === 3, 'three devices');
	});
	after(() => home.end());

	it('gets a device for each router and one for the house, by its rules', () => {
		for (const [topic, payload] of devices()) check(topic, payload);
		const { components } = devices().get(ROUTER)!;
		deepEqual(
			Object.values(components).map(({ platform, name }) => [platform, name]),
			[
				['button', `Start WPS on ${ssid}`],
				['sensor', `WPS on ${ssid}`],
				['event', `Joined ${ssid}`]
			]
		);
		equal((devices().get(HOUSE)!['availability'] as object[]).length, 2);
	});

	it('finds the name of a network in no template', () => {
		for (const { components } of devices().values())
			for (const component of Object.values(components))
				for (const [option, value] of Object.entries(component))
					if (option.endsWith('_template')) ok(!String(value).includes('7*7'), String(value));
	});

	it('opens one router by its button, and all by that of the house', async () => {
		const press = async (topic: string) => {
			const button = devices().get(topic)!.components[`${key}_start`]!;
			await home.say(String(button['command_topic']), render(home, String(button['command_template'])));
		};
		await press(ROUTER);
		await home.opened(['cellar']);
		equal(home.router('attic').open, false);
		home.router('cellar').luci.change('timeout');
		await press(HOUSE);
		await home.opened();
		home.router('attic').luci.join();
		await home.closed();
	});

	it('is told of what happened in the words that it was told of', async () => {
		const { components } = devices().get(HOUSE)!;
		const types = components[`${key}_event`]!['event_types'] as string[];
		const events = home.on('wps/1/house/event') as { event_type: string; key: string }[];
		await until(() => home.on('wps/1/house/event').length >= 3, 'events');
		for (const { event_type, key: of } of events) {
			ok(types.includes(event_type));
			equal(of, key);
		}
		const states = (home.on('wps/1/house/state') as { networks: Record<string, { state: string }> }[]).map(
			({ networks }) => networks[key]!.state
		);
		const options = components[`${key}_state`]!['options'] as string[];
		ok(states.length >= 2 && states.every(state => options.includes(state)), String(states));
	});

	it('keeps what it has when the broker has it, and loses a network that goes', async () => {
		const { bridge, luci } = home.router('cellar');
		const before = home.heard.filter(({ topic }) => topic === ROUTER).length;
		bridge.stop();
		bridge.start();
		await home.connected();
		await home.clock.pass(3200);
		await home.heardAll();
		equal(home.heard.filter(({ topic }) => topic === ROUTER).length, before);

		bridge.stop();
		Object.assign(luci, { ssid: 'New' });
		bridge.start();
		await until(() => JSON.stringify(devices().get(ROUTER)).includes('on New'), 'the new network');
		check(ROUTER, devices().get(ROUTER)!);
		deepEqual(devices().get(ROUTER)!.components[`${key}_start`], { platform: 'button' });
	});
});
