import type { Model } from './model';
import type { Settings } from './settings';
import { parseJson, printable } from './text';
import { commandTopic, eventTopic, houseTopic, rootOf, stateTopic, VERSION } from './topics';

/*
 * Devices for Home Assistant 2024.12 and later: one message a device, with all its entities in it
 * (home-assistant.io, MQTT, "Device discovery payload"; homeassistant/components/mqtt/schemas.py, DEVICE_DISCOVERY_SCHEMA).
 */

/** What may happen at a router, and in the house. */
const HAPPENINGS = ['started', 'success', 'joined', 'overlap', 'failed', 'cancelled', 'timeout', 'lost'];

const STATES = ['open', 'idle', 'not_ready'];

const AVAILABLE = "{{ 'online' if value_json.there else 'offline' }}";

/** At most so many networks: the message stays within what we read back. */
const SHOWN = 8;

/** Two houses at one broker are two devices. */
function houseId(settings: Settings): string {
	return `wps_house_${replace(settings.prefix, '/', '_')}`;
}

function routerId(settings: Settings): string {
	return `wps_${replace(settings.prefix, '/', '_')}_${settings.name}`;
}

/** A press: its time tells its age, and its name makes it one. What a network is called stands in no template. */
function pressTemplate(key: string): string {
	return `{"id": "ha-{{ now().timestamp() }}", "command": "start", "key": "${key}", "at": {{ now().timestamp() | int }}}`;
}

/** The entities of one network. */
function entitiesOf(
	id: string,
	key: string,
	ssid: string,
	topics: { [what: string]: string }
): { [name: string]: object } {
	return {
		[`${key}_start`]: {
			platform: 'button',
			unique_id: `${id}_${key}_start`,
			name: `Start WPS on ${ssid}`,
			icon: 'mdi:wifi-plus',
			command_topic: topics.command,
			command_template: pressTemplate(key)
		},
		[`${key}_state`]: {
			platform: 'sensor',
			unique_id: `${id}_${key}_state`,
			name: `WPS on ${ssid}`,
			icon: 'mdi:wifi-lock-open',
			device_class: 'enum',
			options: STATES,
			state_topic: topics.state,
			value_template: `{{ ((value_json.networks | default({})).get('${key}') or {}).get('state', 'not_ready') }}`
		},
		[`${key}_event`]: {
			platform: 'event',
			unique_id: `${id}_${key}_event`,
			name: `Joined ${ssid}`,
			icon: 'mdi:devices',
			event_types: HAPPENINGS,
			state_topic: topics.event,
			// what is empty is no event (mqtt/event.py)
			value_template: `{{ value if value_json.key == '${key}' else '' }}`
		}
	};
}

function origin(): object {
	return { name: 'luci-app-wps', support_url: 'https://github.com/luci-app-wps/luci-app-wps' };
}

function allEntities(model: Model, id: string, topics: { [what: string]: string }): { [name: string]: any } {
	const components: { [name: string]: any } = {};
	for (const key of slice(keys(model.networks), 0, SHOWN)) {
		const entities = entitiesOf(id, key, printable(model.networks[key].ssid, 64), topics);
		for (const name of keys(entities)) components[name] = entities[name];
	}

	return components;
}

/** Entities that are no more are taken away by their platform alone; else Home Assistant keeps them for ever. */
function withGone(components: { [name: string]: any }, before: string | null): { [name: string]: any } {
	const former = before === null ? null : parseJson(before);
	const known = type(former?.components) === 'object' ? former.components : {};

	for (const name of slice(keys(known), 0, 4 * SHOWN * 3)) {
		const platform = known[name]?.platform;
		if (!exists(components, name) && index(['button', 'sensor', 'event'], platform) >= 0)
			components[name] = { platform };
	}

	return components;
}

/** A device of Home Assistant: where it is said, and what. */
export interface Discovery {
	device: string;
	text: (before: string | null) => string;
}

/** This router. */
export function routerDevice(model: Model, settings: Settings): Discovery {
	const root = rootOf(settings.prefix);
	const id = routerId(settings);
	const topics = {
		command: commandTopic(root, settings.name),
		state: stateTopic(root, settings.name),
		event: eventTopic(root, settings.name)
	};

	return {
		device: id,
		text: before =>
			sprintf('%J', {
				device: {
					identifiers: [id],
					name: `WPS ${settings.name}`,
					manufacturer: 'OpenWrt',
					model: 'luci-app-wps',
					sw_version: `${VERSION}`,
					via_device: houseId(settings)
				},
				origin: origin(),
				availability_topic: topics.state,
				availability_template: AVAILABLE,
				qos: 1,
				components: withGone(allEntities(model, id, topics), before)
			})
	};
}

/** The house: there as long as one of its routers is. The same from every router that says it. */
export function houseDevice(model: Model, settings: Settings): Discovery {
	const root = rootOf(settings.prefix);
	const id = houseId(settings);
	const topics = {
		command: houseTopic(root, 'command'),
		state: houseTopic(root, 'state'),
		event: houseTopic(root, 'event')
	};
	const known = filter(keys(model.neighbours), name => model.neighbours[name].version === VERSION);
	const routers = sort([settings.name, ...known]);

	return {
		device: id,
		text: before =>
			sprintf('%J', {
				device: { identifiers: [id], name: 'WPS, whole house', manufacturer: 'OpenWrt', model: 'luci-app-wps' },
				origin: origin(),
				availability: map(slice(routers, 0, 16), name => ({
					topic: stateTopic(root, name),
					value_template: AVAILABLE
				})),
				availability_mode: 'any',
				qos: 1,
				components: withGone(allEntities(model, id, topics), before)
			})
	};
}
