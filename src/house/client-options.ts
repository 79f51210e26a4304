import type { Settings } from './settings';
import { rootOf, stateTopic, subscriptions } from './topics';

/**
 * The options of mosquitto's clients, one a line, as they read them from $XDG_CONFIG_HOME (client_shared.c,
 * client_config_load): what stands there stands in no process list.
 */
function connectionOptions(settings: Settings, role: string): string[] {
	const lines = [
		`-h ${settings.broker}`,
		`-p ${settings.port}`,
		'-V mqttv311',
		`-k ${settings.keepalive}`,
		'-q 1',
		'--nodelay',
		`-I wps-${settings.name}-${role}-`
	];
	if (settings.username !== null) push(lines, `-u ${settings.username}`);
	if (settings.password !== null) push(lines, `-P ${settings.password}`);
	if (settings.tls) push(lines, `--cafile ${settings.cafile ?? '/etc/ssl/certs/ca-certificates.crt'}`);
	if (settings.tls && settings.certfile !== null) {
		push(lines, `--cert ${settings.certfile}`);
		push(lines, `--key ${settings.keyfile}`);
	}

	return lines;
}

function asText(lines: string[]): string {
	return `${join('\n', lines)}\n`;
}

/**
 * What listens. Its last will says that the router is away. The payload comes in hexadecimal, so that nobody's message can
 * pass for another line, and the topic last: libmosquitto takes none with a line end in it (utf8_mosq.c).
 * @param topics  to listen to besides
 */
export function subscriberOptions(settings: Settings, topics: string[], will: string): string {
	const lines = connectionOptions(settings, 'sub');

	for (const topic of [...subscriptions(settings.prefix, settings.name), ...topics]) push(lines, `-t ${topic}`);
	push(lines, '-F %r %x %t');
	push(lines, `--will-topic ${stateTopic(rootOf(settings.prefix), settings.name)}`);
	push(lines, `--will-payload ${will}`);
	push(lines, '--will-qos 1');
	push(lines, '--will-retain');

	return asText(lines);
}

/** What says how this router is: a line a message, and all on one topic, which is all that mosquitto_pub can. */
export function publisherOptions(settings: Settings): string {
	return asText([
		...connectionOptions(settings, 'pub'),
		`-t ${stateTopic(rootOf(settings.prefix), settings.name)}`,
		'-r',
		'-l'
	]);
}

/** What says one thing, from a file, and ends. */
export function postOptions(settings: Settings, topic: string, retained: boolean, file: string): string {
	const lines = [...connectionOptions(settings, 'post'), `-t ${topic}`, `-f ${file}`];
	if (retained) push(lines, '-r');

	return asText(lines);
}
