import { deepEqual, equal } from 'node:assert/strict';
import { VirtualClock } from '../../router/clock';
import { Files } from '../../router/files';
import { Process } from '../../router/modules/process';
import { uciModule } from '../../router/modules/uci';
import { parse, write } from '../../router/uci';

const CONFIG = `# a comment
config wifi-device 'radio0'
	option channel '36' # another

config wifi-iface 'home'
	option ssid "Home \\"5\\" GHz"
	option key 'it'\\''s'
	list maclist '00:11:22:33:44:55'
	list maclist '66:77:88:99:aa:bb'

config wifi-iface
	option ssid plain
`;

const PATH = '/etc/config/wireless';

describe('simulated uci', () => {
	let files: Files;
	let process: Process;
	let uci: any;

	beforeEach(() => {
		files = new Files(new VirtualClock());
		files.put(PATH, CONFIG, { mode: 0o600 });
		process = new Process();
		uci = uciModule(files, process);
	});

	it('reads quotes, lists and anonymous sections', () => {
		const all = uci.cursor().get_all('wireless');
		deepEqual(Object.keys(all), ['radio0', 'home', 'cfg033579']);
		deepEqual(all.home, {
			'.anonymous': false,
			'.type': 'wifi-iface',
			'.name': 'home',
			'.index': 1,
			ssid: 'Home "5" GHz',
			key: "it's",
			maclist: ['00:11:22:33:44:55', '66:77:88:99:aa:bb']
		});
		equal(all.cfg033579['.anonymous'], true);
		equal(uci.cursor().get('wireless', 'home', 'ssid'), 'Home "5" GHz');
		equal(uci.cursor().get('wireless', 'home'), 'wifi-iface');
		equal(uci.cursor().get('wireless', '@wifi-iface[-1]', 'ssid'), 'plain');
	});

	it('writes what it reads back the same', () => {
		const text = write(parse('wireless', CONFIG));
		equal(write(parse('wireless', text)), text);
		equal(text.split('\n')[5], `\toption ssid 'Home "5" GHz'`);
		equal(text.split('\n')[6], `\toption key 'it'\\''s'`);
	});

	it('refuses a broken file', () => {
		files.put(PATH, "config wifi-iface 'home\n");
		const cursor = uci.cursor();
		equal(cursor.load('wireless'), null);
		equal(cursor.error(), 'Parse error');
		equal(cursor.get_all('none'), null);
		equal(cursor.error(), 'Entry not found');
	});

	it('says what is missing', () => {
		const cursor = uci.cursor();
		equal(cursor.get('wireless', 'home', 'none'), null);
		equal(cursor.error(), 'Entry not found');
		equal(cursor.set('wireless', 'none', 'a', 'b'), null);
		equal(cursor.delete('wireless', 'home', 'none'), null);
		equal(cursor.set('wireless', 'home', 'a', null), null);
		equal(cursor.error(), 'Invalid argument');
	});

	it('stages, lists and commits changes', () => {
		const cursor = uci.cursor();
		cursor.set('wireless', 'home', 'wps_pushbutton', true);
		cursor.delete('wireless', 'home', 'key');
		equal(files.text('/tmp/.uci/wireless'), null);
		equal(cursor.save('wireless'), true);
		equal(files.text('/tmp/.uci/wireless'), "wireless.home.wps_pushbutton='1'\n-wireless.home.key\n");
		deepEqual(uci.cursor().changes('wireless'), {
			wireless: [
				['set', 'home', 'wps_pushbutton', '1'],
				['remove', 'home', 'key']
			]
		});
		equal(uci.cursor().get('wireless', 'home', 'wps_pushbutton'), '1');
		equal(files.text(PATH), CONFIG);
		equal(cursor.commit('wireless'), true);
		equal(
			parse('wireless', files.text(PATH) ?? '')
				.find('home')
				?.options.get('wps_pushbutton'),
			'1'
		);
		equal(files.text('/tmp/.uci/wireless'), '');
		deepEqual(uci.cursor().changes(), {});
		equal(files.stat(PATH).mode, 0o600);
		deepEqual(files.paths('/etc/config'), [PATH]);
	});

	it('keeps a loaded package until it is loaded again', () => {
		const [mine, other] = [uci.cursor(), uci.cursor()];
		equal(other.get('wireless', 'home', 'key'), "it's");
		mine.set('wireless', 'home', 'key', 'new key');
		mine.commit('wireless');
		equal(mine.get('wireless', 'home', 'key'), 'new key');
		equal(other.get('wireless', 'home', 'key'), "it's");
		other.load('wireless');
		equal(other.get('wireless', 'home', 'key'), 'new key');
	});

	it('takes the changes of the default folder along, whatever folder it was given (libuci delta_path)', () => {
		files.put('/tmp/.uci/wireless', "wireless.home.key='from a shell'\n");
		const cursor = uci.cursor('/etc/config', '/var/run/mine');
		equal(cursor.get('wireless', 'home', 'key'), 'from a shell');
		cursor.set('wireless', 'home', 'hidden', '1');
		cursor.commit('wireless');
		equal(files.text(PATH)?.includes('from a shell'), true);
		equal(files.text('/tmp/.uci/wireless'), "wireless.home.key='from a shell'\n");
	});

	it('reads past all staged changes when loaded by its path, and commits alone', () => {
		files.put('/tmp/.uci/wireless', "wireless.home.key='from a shell'\n");
		const cursor = uci.cursor();
		equal(cursor.load(PATH), true);
		equal(cursor.get('wireless', 'home', 'key'), "it's");
		cursor.set('wireless', 'home', 'hidden', '1');
		equal(cursor.commit('wireless'), true);
		equal(files.text(PATH)?.includes("option key 'it'\\''s'"), true);
		equal(files.text('/tmp/.uci/wireless'), "wireless.home.key='from a shell'\n");
	});

	it('sets lists and forgets them', () => {
		const cursor = uci.cursor();
		cursor.set('wireless', 'home', 'maclist', ['a']);
		deepEqual(cursor.get('wireless', 'home', 'maclist'), ['a']);
		cursor.set('wireless', 'home', 'maclist', ['a', 'b']);
		deepEqual(cursor.get('wireless', 'home', 'maclist'), ['a', 'b']);
		equal(cursor.revert('wireless'), true);
		equal(cursor.get('wireless', 'home', 'maclist').length, 2);
		equal(files.text(PATH), CONFIG);
	});

	it('walks through sections until told to stop', () => {
		const seen: unknown[] = [];
		uci.cursor().foreach('wireless', 'wifi-iface', (section: Record<string, unknown>) => {
			seen.push(section['.index']);
			return seen.length < 1;
		});
		deepEqual(seen, [1]);
	});

	it('leaves the old file when it dies or fails before the rename', () => {
		for (const step of [1, 2, 3, 4]) {
			files.put(PATH, CONFIG);
			process = new Process();
			process.killAt = step;
			const cursor = uciModule(files, process)['cursor'] as () => typeof uci;
			const mine = cursor();
			mine.set('wireless', 'home', 'hidden', '1');
			try {
				mine.commit('wireless');
			} catch {
				// killed
			}
			equal(files.text(PATH), CONFIG, `step ${step}: ${process.steps}`);
		}
		files.drop('/tmp/.uci');
		files.failNext('rename', PATH);
		const cursor = uci.cursor();
		cursor.set('wireless', 'home', 'hidden', '1');
		equal(cursor.commit('wireless'), null);
		equal(cursor.error(), 'I/O error');
		equal(files.text(PATH), CONFIG);
	});
});
