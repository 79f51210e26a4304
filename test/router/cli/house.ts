import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { actByWords } from '../control';
import { HttpServer } from '../http';
import { closeHouse, NAMES, openHouse } from '../street';
import { endWithNpm } from './npm';
import { checkLuci, serve } from './serve';
import { build } from './sources';
import { chooseScene, type StartOptions } from './start';
import { converse } from './terminal';

/** Brings the broker where there is none. */
function bringBroker(): void {
	const setUp = resolve(import.meta.dirname, '../../setup.js');
	if (spawnSync(process.execPath, [setUp, '--house'], { stdio: 'inherit' }).status !== 0) process.exit(1);
}

/** `npx wps-sim start --house 3`: runs several routers and a broker, as one house, until told to quit. */
export async function startHouse({
	house: count,
	port,
	speed = '1',
	...options
}: StartOptions & { house: string }): Promise<void> {
	if (!(Number(count) >= 2 && Number(count) <= NAMES.length))
		throw new Error(`--house takes 2 to ${NAMES.length} routers`);
	if (!(Number(speed) > 0)) throw new Error(`--speed ${speed} is no number above 0`);
	const scene = chooseScene(options);
	checkLuci();
	bringBroker();
	endWithNpm();
	await build();

	const house = await openHouse(Number(count), scene, Number(speed));
	const { members, broker } = house;
	const tabs: string[] = [];
	for (const [number, { router, name }] of members.entries())
		tabs.push(await serve(new HttpServer(router), port === null ? null : port + number, name));
	const close = () => void closeHouse(house).then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
	const [first, second] = members.map(({ name }) => name);
	process.stdout.write(`
${count} simulated routers are up, one house with a broker between them.

${members.map(({ name }, number) => `  ${name.padEnd(10)} ${tabs[number]}`).join('\n')}
  topics     mosquitto_sub -p ${broker.port} -v -t 'wps/#'
  logins     root; any password
  shell      npx wps-sim call luci.wps house                              (--at ${second}: on that router)

Press once, in the tab of any router or with

  npx wps-sim call luci.wps start '{"network":"Home","house":true}'

then type here what happens, with the router at which it does, and see the others close:

  ${second} join          a printer near that router; "tv", "gadget", "two", "off" … as with one router (npx wps-sim --help)
  quit

`);
	const say = converse(async text => {
		const [name, ...words] = text.split(' ');
		const member = members.find(one => one.name === name);
		if (!member) return `First the router: ${first} ${text}`;
		return (await actByWords(member.router, words.join(' '))) ?? 'No such action: npx wps-sim --help';
	}, close);
	// what hostapd says of three routers at once is too much
	for (const { name, router } of members)
		router.onLog = line => {
			const [, text] = /luci\.wps: (.*)/.exec(line) ?? [];
			if (text) say(`${name.padEnd(10)} ${text}`);
		};
}
