import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBytes } from '../router/ucode/bytes';
import '../unit/core/builtins';
import { Box, NETWORK, type Daemon } from './box';

const WIRELESS = '/etc/config/wireless';
const MEMORY = '/etc/config/wps';
/** What it is at first. */
const FRESH = readFileSync(join(import.meta.dirname, '../../root', MEMORY), 'utf8');
const PACKAGE = '/usr/share/rpcd/ucode/luci.wps.uc';
const OURS = `600 ${NETWORK} ${NETWORK}`;

/** A section of the wireless configuration, as libuci writes it. */
function section(title: string, ...lines: string[]): string {
	return `\nconfig ${title}\n${lines.map(line => `\t${line}\n`).join('')}`;
}

const RADIO = section("wifi-device 'radio0'", "option type 'mac80211'", "option band '2g'");
const HEAD = ["option device 'radio0'", "option mode 'ap'", "option ssid 'Home'"];
const TAIL = ["option encryption 'psk2'", "option key 'secret12345'"];

/** A configuration with one access point that has these lines in the middle. */
const home = (...lines: string[]) => `${RADIO}${section("wifi-iface 'home'", ...HEAD, ...lines, ...TAIL)}\n`;

const SHARED = [
	"option wps_pushbutton '1'",
	"list hostapd_bss_options 'skip_cred_build=1'",
	"list hostapd_bss_options 'extra_cred=/etc/hostapd-wps-home.cred'"
];

/** What a device is handed: index 1, "Home", WPA2-PSK, AES, the key, any address. */
const credential = (ssid: string, key: string) =>
	attribute(
		0x100e,
		Buffer.concat([
			attribute(0x1026, Buffer.from([1])),
			attribute(0x1045, Buffer.from(ssid)),
			attribute(0x1003, Buffer.from([0, 0x20])),
			attribute(0x100f, Buffer.from([0, 0x08])),
			attribute(0x1027, Buffer.from(key)),
			attribute(0x1020, Buffer.alloc(6, 0xff))
		])
	);

function attribute(type: number, value: Buffer): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt16BE(type, 0);
	head.writeUInt16BE(value.length, 2);
	return Buffer.concat([head, value]);
}

describe('wps-guard', function () {
	this.timeout(120_000);
	const box = new Box();

	beforeEach(() => {
		box.empty();
		box.install('/etc/init.d/wps-guard', '/lib/upgrade/keep.d/luci-app-wps', MEMORY);
		box.link('/etc/rc.d/S18wps-guard', '../init.d/wps-guard');
		box.put(PACKAGE, '');
	});

	after(() => box.close());

	async function boot(daemon: Daemon, wireless: string | null = null): Promise<void> {
		box.daemon(daemon);
		if (wireless !== null) box.put(WIRELESS, wireless, 0o600);
		const { code, output } = await box.init('wps-guard');
		deepEqual([code, output], [0, '']);
	}

	const wireless = () => box.text(WIRELESS);

	describe('under a hostapd without WPS leaves alone', () => {
		const harmless: Record<string, string> = {
			'nothing about WPS': home(),
			'WPS that is off': home("option wps_pushbutton '0'", "option wps_label 'false'", "option wps_label ''"),
			'what netifd does not take for yes': home("option wps_pushbutton 'yes'", "option wps_label 'on'"),
			'options that go along with those': home(
				...["option wps_pin '12345670'", "option wps_device_name 'Router'", "option wps_independent '0'"],
				...[
					"option wps_device_type '6-0050F204-1'",
					"option wps_manufacturer 'Me'",
					"option ext_registrar '1'"
				],
				...["option wps_ap_setup_locked '1'", "option uuid '12345678-9abc-def0-1234-56789abcdef0'"],
				...[
					"option multi_ap '2'",
					"option multi_ap_backhaul_ssid 'Back'",
					"option multi_ap_backhaul_key 'secret12345'"
				]
			),
			'lines for hostapd about something else': home(
				...["list hostapd_bss_options 'wps_rf_bands=ag'", "list hostapd_bss_options 'rts_threshold=-1'"],
				...["list hostapd_bss_options '#extra_cred=/etc/hostapd-wps-home.cred'", "option my_wps_pushbutton '1'"]
			),
			'keys that are there': home("option wpa_psk_file '/etc/hostapd-wps-home.psk'"),
			'comments and blanks of a person': `# mine\n${home('option  wps_pushbutton 0').replaceAll('\t', '  ')}# end`
		};
		for (const [what, text] of Object.entries(harmless))
			it(what, async () => {
				box.put('/etc/hostapd-wps-home.psk', '02:00:00:00:00:01 0123456789\n', 0o600);
				execFileSync('chown', [`${NETWORK}:${NETWORK}`, `${box.root}/etc/hostapd-wps-home.psk`]);
				const keys = box.picture('/etc');
				await boot('basic', text);
				deepEqual(box.picture('/etc'), { ...keys, [WIRELESS]: `600 0 0 ${text}` });
				deepEqual([box.log(), box.asked()], [[], []]);
			});
	});

	describe('under a hostapd without WPS takes away, and puts back byte by byte', () => {
		const cases: Record<string, { asks: string; left: string; took: string; switchedOff?: string }> = {
			'the push button': { asks: home("option wps_pushbutton '1'"), left: home(), took: ' home.wps_pushbutton' },
			'the label': { asks: home("option wps_label 'true'"), left: home(), took: ' home.wps_label' },
			'both, and leaves what goes along': {
				asks: home("option wps_pushbutton 'true'", "option wps_pin '12345670'", "option wps_label '1'"),
				left: home("option wps_pin '12345670'"),
				took: ' home.wps_pushbutton home.wps_label'
			},
			'the key that is handed out': {
				asks: home(...SHARED),
				left: home(),
				took: ' home.wps_pushbutton home.skip_cred_build home.extra_cred'
			},
			'lines of ours between those of others': {
				asks: home(
					...["list hostapd_bss_options 'rts_threshold=-1'", "list hostapd_bss_options 'skip_cred_build=1'"],
					...["list hostapd_bss_options 'a=b'", "list hostapd_bss_options 'uuid=12345678'"]
				),
				left: home("list hostapd_bss_options 'rts_threshold=-1'", "list hostapd_bss_options 'a=b'"),
				took: ' home.skip_cred_build home.uuid'
			},
			'own keys, whose file may stay': {
				asks: home("option wps_pushbutton '1'", "option wpa_psk_file '/etc/hostapd-wps-home.psk'"),
				left: home("option wpa_psk_file '/etc/hostapd-wps-home.psk'"),
				took: ' home.wps_pushbutton'
			},
			'lines of somebody else, which it does not copy': {
				asks: home(
					"list hostapd_bss_options 'ap_pin=12345670'",
					"list hostapd_bss_options 'multi_ap_backhaul_wpa_psk=5ec2e7'"
				),
				left: home(
					"list hostapd_bss_options '#wps-guard:ap_pin=12345670'",
					"list hostapd_bss_options '#wps-guard:multi_ap_backhaul_wpa_psk=5ec2e7'"
				),
				took: ' home.ap_pin home.multi_ap_backhaul_wpa_psk'
			},
			'a line that begins like one of ours, and holds more': {
				asks: home("list hostapd_bss_options 'uuid=12345678 ap_pin=12345670'"),
				left: home("list hostapd_bss_options '#wps-guard:uuid=12345678 #wps-guard:ap_pin=12345670'"),
				took: ' home.uuid home.ap_pin'
			},
			'words of an option': {
				asks: home("option hostapd_bss_options 'a=b  device_name=My\tap_pin=12345670 c=d '"),
				left: home(
					"option hostapd_bss_options 'a=b  #wps-guard:device_name=My\t#wps-guard:ap_pin=12345670 c=d '"
				),
				took: ' home.device_name home.ap_pin'
			},
			'lines for the whole radio': {
				asks: `${RADIO}\tlist hostapd_options 'ap_pin=12345670'\n${home().slice(RADIO.length)}`,
				left: `${RADIO}\tlist hostapd_options '#wps-guard:ap_pin=12345670'\n${home().slice(RADIO.length)}`,
				took: ' radio0.ap_pin'
			},
			'that of a network that is off': {
				asks: home("option disabled '1'", "option wps_pushbutton '1'"),
				left: home("option disabled '1'"),
				took: ' home.wps_pushbutton'
			},
			'that of sections without a name': {
				asks: `${home()
					.slice(0, -1)
					.replace(
						" 'home'",
						''
					)}${section('wifi-iface', "option wps_pushbutton '1'", "option ssid 'Guest'")}\n`,
				left: `${home().slice(0, -1).replace(" 'home'", '')}${section('wifi-iface', "option ssid 'Guest'")}\n`,
				took: ' cfg033579.wps_pushbutton'
			},
			'that of several networks, with names that look like shell': {
				asks: `${home("option wps_pushbutton '1'").slice(0, -1)}${section(
					"wifi-iface 'two'",
					"option ssid 'It'\\''s \"$(reboot)\" `x` \\ *'",
					"option wps_pushbutton '1'",
					"option key 'two\nlines\n\toption wps_pushbutton 1'"
				)}\n`,
				left: `${home().slice(0, -1)}${section(
					"wifi-iface 'two'",
					"option ssid 'It'\\''s \"$(reboot)\" `x` \\ *'",
					"option key 'two\nlines\n\toption wps_pushbutton 1'"
				)}\n`,
				took: ' home.wps_pushbutton two.wps_pushbutton'
			}
		};
		for (const [what, { asks, left, took }] of Object.entries(cases))
			it(what, async () => {
				const memory = section("device 'aabbccddeeff'", "option name 'Oma'\\''s printer'") + '\n';
				box.put(MEMORY, memory);
				await boot('basic', asks);
				equal(wireless(), left);
				equal(box.owner(WIRELESS), '600 0 0');
				const remembered = box.text(MEMORY)!;
				ok(remembered.startsWith(memory.trimEnd()));
				match(remembered, /config guard 'guard'\n\toption when '\d{10}'\n\tlist section '/);
				for (const secret of ['12345670', '5ec2e7', 'secret12345']) ok(!remembered.includes(secret), secret);
				deepEqual(
					box.log().map(line => line.replace(/; written.*/, '')),
					[`hostapd has no WPS; taken away, since a hostapd without it would refuse the whole radio:${took}`]
				);

				// once is enough, and who does not answer changes nothing
				for (const daemon of ['basic', 'crashing', 'none'] as const) {
					await boot(daemon);
					deepEqual([wireless(), box.text(MEMORY), box.log()], [left, remembered, []]);
				}

				await boot('full');
				equal(wireless(), asks);
				equal(box.text(MEMORY), memory);
				match(
					box.log().join('\n'),
					new RegExp(`^hostapd has WPS; put back:${took.replaceAll('.', '\\.')}(; written.*)?$`)
				);
				await boot('full');
				deepEqual([wireless(), box.text(MEMORY), box.log()], [asks, memory, []]);
			});
	});

	describe('a hostapd that does not say', () => {
		for (const daemon of ['hanging', 'crashing', 'none'] as const)
			it(`(${daemon}) leaves everything as it is`, async () => {
				box.put('/etc/hostapd-wps-home.cred', credential('Home', 'secret12345'));
				const text = home(...SHARED);
				box.daemon(daemon);
				box.put(WIRELESS, text);
				const { code, milliseconds } = await box.init('wps-guard');
				deepEqual([code, wireless(), box.text(MEMORY), box.log()], [0, text, FRESH, []]);
				ok(milliseconds < 10_000);
				deepEqual(await box.running(), []);
			});
	});

	describe('takes little time', () => {
		/** The shortest of several: what else the machine does is not the guard's. */
		const shortest = async () => {
			const times: number[] = [];
			for (let run = 0; run < 10; run++) times.push((await box.init('wps-guard')).milliseconds);
			return Math.min(...times);
		};

		it('where nothing is about WPS: no program is started', async () => {
			box.daemon('full');
			box.put(WIRELESS, home());
			ok((await shortest()) < 100);
			deepEqual(box.asked(), []);
			deepEqual((await box.init('wps-guard', 'start', 0)).code, 0);
			deepEqual(box.steps(), []);
		});

		it('where WPS is on and all is well: hostapd is asked once, nothing is written', async () => {
			await boot('full', home(...SHARED));
			box.asked();
			const before = box.picture('/etc');
			ok((await shortest()) < 100);
			equal(box.asked().length, 10);
			await box.init('wps-guard', 'start', 0);
			deepEqual(
				box.steps().filter(step => !/^\d+ printf/.test(step)),
				[]
			);
			deepEqual([box.picture('/etc'), await box.running()], [before, []]);
		});
	});

	describe('files that hostapd reads', () => {
		const CRED = '/etc/hostapd-wps-home.cred';
		const PSK = '/etc/hostapd-wps-home.psk';
		const own = home("option wps_pushbutton '1'", `option wpa_psk_file '${PSK}'`);

		it('a credential that is missing is written from the configuration', async () => {
			await boot('full', home(...SHARED));
			deepEqual(box.bytes(CRED), credential('Home', 'secret12345'));
			equal(box.owner(CRED), OURS);
			deepEqual(box.log(), [`hostapd has WPS; written: ${CRED}`]);
		});

		for (const [what, ssid, key] of [
			['letters of many bytes', 'Müllers 📶', 'Schlüßel über alles'],
			['64 hexadecimal digits', 'Home', '0123456789abcdef'.repeat(4)],
			['the longest', 'x'.repeat(32), 'y'.repeat(63)],
			['what printf and the shell would read', '%s\\n`$(x)`', '%d \\077 "\'* ']
		] as const)
			it(`a credential with ${what}`, async () => {
				const quoted = (text: string) => text.replaceAll("'", "'\\''");
				const text = home(...SHARED).replace("'Home'", () => `'${quoted(ssid)}'`);
				await boot(
					'full',
					text.replace('secret12345', () => quoted(key))
				);
				deepEqual(box.bytes(CRED), credential(ssid, key));
				// by another way than the import of a file that is typed for ucode
				const core = await import(join(import.meta.dirname, '../../src/core/credential.ts'));
				deepEqual(toBytes(core.credentialBytes(ssid, key)), box.bytes(CRED), 'as the handler');
			});

		it('a credential of former days is written anew', async () => {
			await boot('full', home(...SHARED));
			await boot('full', home(...SHARED).replace('secret12345', 'another12345'));
			deepEqual(box.bytes(CRED), credential('Home', 'another12345'));
			equal(box.owner(CRED), OURS);
		});

		it('the credential that cannot be written is not asked for, until it can', async () => {
			for (const bad of [
				"option key 'short'",
				`option key '${'g'.repeat(64)}'`,
				"option wps_device_name 'none'"
			]) {
				const text = home(...SHARED).replace(TAIL[1]!, bad);
				await boot('full', text);
				equal(wireless(), home(SHARED[0]!).replace(TAIL[1]!, bad), bad);
				match(box.log().join(), /taken away.*: home.skip_cred_build home.extra_cred$/);
				box.put(WIRELESS, wireless()!.replace(bad, TAIL[1]!));
				await boot('full');
				equal(wireless(), home(...SHARED));
				equal(box.text(MEMORY), FRESH);
				box.log();
				box.drop(CRED);
			}
		});

		it('a network without a name, or with too long a one, has no credential', async () => {
			for (const name of ["option wps_device_name 'x'", `option ssid '${'x'.repeat(33)}'`]) {
				await boot('full', home(...SHARED).replace(HEAD[2]!, name));
				equal(wireless(), home(SHARED[0]!).replace(HEAD[2]!, name), name);
				ok(!box.has(CRED));
			}
		});

		it('on a full disk nothing is half written', async () => {
			const long = section("wifi-iface 'long'", ...Array.from({ length: 60 }, (_, n) => `option n${n} 'n'`));
			box.daemon('basic');
			box.put(WIRELESS, `${RADIO}${long}${home(...SHARED).slice(RADIO.length)}`, 0o600);
			const before = box.picture('/etc');
			const script = 'trap "" XFSZ; ulimit -f 1; set -- /etc/init.d/wps-guard boot; . /etc/rc.common';
			await box.run(['-c', script]);
			const after = box.picture('/etc');
			deepEqual({ ...after, [MEMORY]: before[MEMORY] }, before);
			deepEqual(box.log(), ['/etc/config/wireless cannot be written']);
		});

		it('what stands in its place is no file: not asked for', async () => {
			box.put(`${CRED}/file`, '');
			await boot('full', home(...SHARED));
			equal(wireless(), home(SHARED[0]!));
		});

		it("somebody else's credential is never written, but switched off while it is missing", async () => {
			const line = (mark: string) =>
				home("option wps_pushbutton '1'", `list hostapd_bss_options '${mark}extra_cred=/root/my.cred'`);
			await boot('full', line(''));
			equal(wireless(), line('#wps-guard:'));
			await boot('full');
			equal(wireless(), line('#wps-guard:'));
			box.put('/root/my.cred', 'mine');
			await boot('full');
			equal(wireless(), line(''));
			equal(box.text('/root/my.cred'), 'mine');
		});

		it('a path that only begins like ours is somebody else’s', async () => {
			box.put('/etc/hostapd-wps-x/file', '');
			await boot('full', home("list hostapd_bss_options 'extra_cred=/etc/hostapd-wps-x/../passwd.cred'"));
			ok(!box.has('/etc/passwd.cred'));
		});

		it("somebody else's key file is left to OpenWrt, whose scripts make it", async () => {
			const text = home("option wps_pushbutton '1'", "option wpa_psk_file '/root/my.psk'");
			await boot('full', text);
			deepEqual([wireless(), box.has('/root/my.psk'), box.log()], [text, false, []]);
		});

		it('a key file that is missing is written empty', async () => {
			await boot('full', own);
			deepEqual([box.text(PSK), box.owner(PSK)], ['', OURS]);
			deepEqual([wireless(), box.log()], [own, [`hostapd has WPS; written: ${PSK}`]]);
		});

		it('a key file keeps what hostapd reads, and nothing else', async () => {
			const key = '0123456789abcdef'.repeat(4);
			const good = [
				...[`02:00:00:00:00:01 ${key}`, '# a comment', '', 'keyid=tv 02:00:00:00:00:02 12345678'],
				...['vlanid=3 wps=1 02:00:00:00:00:03 with blanks # and = signs ', 'AA:bb:CC:dd:EE:ff 12345678'],
				`wps=1 00:00:00:00:00:00 ${key.toUpperCase()}`
			];
			const bad = [
				...[
					' ',
					'\t',
					' # indented',
					`tag=1 02:00:00:00:00:01 ${key}`,
					`02:00:00:00:00 ${key}`,
					'02:00:00:00:00:01'
				],
				...[`02:00:00:00:00:01 ${key}0`, '02:00:00:00:00:01 1234567', `02:00:00:00:00:01\t${key}`],
				...[
					`02:00:00:00:00:01 ${key}\r`,
					`keyid=${'x'.repeat(50)} 02:00:00:00:00:01 ${key}`,
					'wps=1 02:00:00:00:00:0'
				]
			];
			for (const line of bad) {
				box.put(PSK, `${[line, ...good].join('\n')}\n`);
				await boot('full', own);
				equal(box.text(PSK), `${good.join('\n')}\n`, JSON.stringify(line));
			}
			deepEqual(box.owner(PSK), OURS);
			box.log();
			// ended in the middle: the last line is whole, or gone
			box.put(PSK, good.join('\n'));
			await boot('full', own);
			equal(box.text(PSK), `${good.join('\n')}\n`);
			deepEqual(wireless(), own);
		});

		it('a passphrase in a key file is the one of today', async () => {
			box.put(PSK, 'wps=1 00:00:00:00:00:00 former passphrase\n');
			await boot('full', own);
			equal(box.text(PSK), 'wps=1 00:00:00:00:00:00 secret12345\n');
		});

		it('a file that hostapd may not read becomes readable', async () => {
			box.put(PSK, '02:00:00:00:00:02 12345678\n', 0o644);
			await boot('full', own);
			deepEqual([box.owner(PSK), box.log()], [OURS, []]);
		});

		it('a key file that cannot be written is not asked for', async () => {
			box.put(`${PSK}/file`, '');
			await boot('full', own);
			equal(wireless(), home("option wps_pushbutton '1'"));
			box.drop(PSK);
			await boot('full');
			equal(wireless(), own);
		});
	});

	describe('changes of others', () => {
		const asks = home(...SHARED);

		it('that are not saved stay so, and stay out', async () => {
			const staged = "wireless.home.ssid='Elsewhere'\n-wireless.home.key\nwireless.home.wps_label='1'\n";
			const memory = "wps.aabbccddeeff.name='Tom'\n";
			box.put('/tmp/.uci/wireless', staged);
			box.put('/tmp/.uci/wps', memory);
			for (const [daemon, text] of [
				['basic', home()],
				['full', asks]
			] as const) {
				await boot(daemon, daemon === 'basic' ? asks : null);
				deepEqual(
					[wireless(), box.text('/tmp/.uci/wireless'), box.text('/tmp/.uci/wps')],
					[text, staged, memory]
				);
			}
			deepEqual(box.bytes('/etc/hostapd-wps-home.cred'), credential('Home', 'secret12345'));
		});

		it('an option that somebody has set again is not put back', async () => {
			await boot('basic', asks);
			const again = wireless()!.replace("'Home'\n", "'Home'\n\toption wps_pushbutton '0'\n");
			box.put(WIRELESS, again);
			await boot('full');
			equal(wireless(), home("option wps_pushbutton '0'", ...SHARED.slice(1)));
			equal(box.text(MEMORY), FRESH);
		});

		it('what somebody has written into the memory is put back only where it is a line of ours', async () => {
			const asks = home("option wps_pushbutton '1'");
			await boot('basic', asks);
			const taken = (kind: string, name: string, value: string) =>
				section(
					'taken',
					...[
						"option section 'home'",
						"option ssid 'Home'",
						`option kind '${kind}'`,
						`option name '${name}'`
					],
					...[`option value '${value}'`, "option line '3'"]
				);
			const foreign = [
				taken('option', 'macfilter', 'deny'),
				taken('list', 'hostapd_bss_options', 'wpa_passphrase=their own'),
				taken('list', 'hostapd_bss_options', 'uuid=1\nwpa_passphrase=theirs'),
				taken('list', 'hostapd_bss_options', 'extra_cred=/tmp/theirs.cred'),
				taken('option', 'wpa_psk_file', '/tmp/theirs.psk'),
				taken('option', 'hidden 1\n\toption isolate', '1'),
				taken('nonsense', 'wps_label', '1')
			].join('');
			box.put(MEMORY, `${box.text(MEMORY)!.trimEnd()}\n${foreign}\n`);
			await boot('full');
			equal(wireless(), asks);
			equal(box.text(MEMORY), FRESH);
		});

		it('another network in its place gets no WPS from us', async () => {
			await boot('basic', asks);
			box.log();
			box.put(WIRELESS, home().replace("'Home'", "'Guests'"));
			await boot('full');
			deepEqual([wireless(), box.text(MEMORY)], [home().replace("'Home'", "'Guests'"), FRESH]);
			deepEqual(box.log(), [
				'hostapd was not asked; not put back, the network is gone or another: home home home'
			]);
		});

		it('other options that came meanwhile do not disturb', async () => {
			await boot('basic', asks);
			box.put(WIRELESS, home("option hidden '1'"));
			await boot('full');
			for (const line of [...SHARED, "option hidden '1'"]) ok(wireless()!.includes(line), line);
		});

		it('where options have gone meanwhile, what was behind them comes last', async () => {
			const text = `${RADIO}${section("wifi-iface 'home'", ...HEAD, ...TAIL, "option hidden '1'", SHARED[0]!)}\n`;
			await boot('basic', text);
			box.put(WIRELESS, wireless()!.replace("\toption hidden '1'\n", ''));
			await boot('full');
			equal(wireless(), text.replace("\toption hidden '1'\n", ''));
		});

		it('a configuration that libuci refuses is not touched', async () => {
			const text = `${asks}\nnonsense here it is\n`;
			await boot('basic', text);
			deepEqual([wireless(), box.text(MEMORY)], [text, FRESH]);
		});

		it('a configuration that would be a command, read by a shell, is not touched', async () => {
			await boot('basic', `${asks}\nconfig $(>/tmp/was-run) 'x'\n\toption a '1'\n`);
			equal(box.text('/tmp/was-run'), null);
		});

		it('a memory that libuci refuses is overwritten only when it is needed', async () => {
			box.put(MEMORY, 'config guard\nnonsense');
			await boot('full', home("option wps_pushbutton '1'"));
			equal(box.text(MEMORY), 'config guard\nnonsense');
			await boot('basic');
			equal(wireless(), home());
			await boot('full');
			equal(wireless(), home("option wps_pushbutton '1'"));
		});

		it('a memory that is missing is no obstacle', async () => {
			box.drop(MEMORY);
			await boot('basic', asks);
			equal(wireless(), home());
			await boot('full');
			equal(wireless(), asks);
		});
	});

	describe('whenever the power goes', () => {
		const asks = home(
			...SHARED,
			"list hostapd_bss_options 'ap_pin=12345670'",
			"option wpa_psk_file '/etc/hostapd-wps-home.psk'"
		);
		const left = home(
			"list hostapd_bss_options '#wps-guard:ap_pin=12345670'",
			"option wpa_psk_file '/etc/hostapd-wps-home.psk'"
		);
		const wps = section("device 'aabbccddeeff'", "option name 'Tom'") + '\n';

		for (const [daemon, before, after] of [
			['basic', asks, left],
			['full', left, asks]
		] as const)
			it(`(${daemon}) the configuration is a whole one, and the next start ends what was begun`, async function () {
				this.timeout(120_000);
				box.put(MEMORY, wps);
				if (daemon === 'full') {
					await boot('basic', asks);
					equal(wireless(), before);
				} else box.put(WIRELESS, before, 0o600);
				box.drop('/etc/hostapd-wps-home.psk');
				const memory = box.text(MEMORY)!;
				box.daemon(daemon);
				let cuts = 0;
				for (let cut = 1, ended = false; !ended; cut++) {
					box.drop('/run/steps');
					box.put(MEMORY, memory);
					box.put(WIRELESS, before, 0o600);
					box.drop('/etc/hostapd-wps-home.psk');
					box.drop('/etc/hostapd-wps-home.cred');
					ended = !(await box.init('wps-guard', 'boot', cut)).cut;
					if (!ended) cuts++;
					const now = wireless()!;
					ok(now === before || now === after, `${cut}: ${now}`);
					// what is gone is remembered; what is on has its files
					if (now === left) match(box.text(MEMORY)!, /option name 'wps_pushbutton'/);
					if (now === asks && daemon === 'full')
						deepEqual(box.bytes('/etc/hostapd-wps-home.cred'), credential('Home', 'secret12345'));
					ok(box.text(MEMORY)!.startsWith(wps.trimEnd()), `${cut}: ${box.text(MEMORY)}`);

					await boot(daemon);
					equal(wireless(), after, String(cut));
					const remembered = (box.text(MEMORY)!.match(/config taken/g) ?? []).length;
					equal(remembered, daemon === 'full' ? 0 : 3, String(cut));
					deepEqual(
						Object.keys(box.picture('/etc')).filter(path => /wps-guard$|new$/.test(path)),
						['/etc/init.d/wps-guard']
					);
				}
				ok(cuts >= 10, String(cuts));
			});

		it('what was left lying about is gone at the next start', async () => {
			const left = ['/etc/config/.wireless.wps-guard', '/etc/hostapd-wps-home.cred.new'];
			for (const path of left) box.put(path, 'secret');
			await boot('full', home());
			deepEqual(
				left.map(path => box.has(path)),
				[false, false]
			);
		});

		it('what is renamed into place has reached the disk', async () => {
			for (const daemon of ['basic', 'full'] as const) {
				box.daemon(daemon);
				if (daemon === 'basic') box.put(WIRELESS, asks);
				await box.init('wps-guard', 'boot', 0);
				const steps = box.steps().map(step => step.replace(/^\d+ /, ''));
				const renames = steps.flatMap((step, index) => (step.startsWith('mv ') ? [steps.slice(0, index)] : []));
				ok(renames.length >= 2);
				for (const before of renames) equal(before.at(-1), 'sync');
			}
		});
	});

	describe('once the package is gone', () => {
		const itself = () => [
			box.has('/etc/init.d/wps-guard'),
			box.has('/etc/rc.d/S18wps-guard'),
			box.has('/lib/upgrade/keep.d/luci-app-wps')
		];
		const THERE = [true, true, true];
		const GONE = [false, false, false];

		beforeEach(() => box.drop(PACKAGE));

		it('it goes too when nothing is left to guard, with what it has left lying about', async () => {
			box.put('/etc/hostapd-wps-home.cred', 'x');
			box.put('/etc/hostapd-wps-home.psk', 'x');
			await boot('basic', home("list hostapd_bss_options 'a=b'"));
			deepEqual(itself(), GONE);
			const others = ['/etc/group', '/etc/passwd', '/etc/rc.common'];
			deepEqual(Object.keys(box.picture('/etc')), [WIRELESS, MEMORY, ...others]);
			box.install('/etc/init.d/wps-guard');
			box.put(MEMORY, '\n');
			await boot('basic');
			deepEqual(Object.keys(box.picture('/etc')), [WIRELESS, ...others]);
		});

		it('it leaves settings, and the names of the devices, for the next time', async () => {
			const memory = section("device 'aabbccddeeff'", "option name 'Tom'") + '\n';
			box.put(MEMORY, memory);
			await boot('basic', home());
			deepEqual([itself(), box.text(MEMORY)], [GONE, memory]);
		});

		it('it stays while it has something to put back', async () => {
			await boot('basic', home(...SHARED));
			deepEqual(itself(), THERE);
			await boot('basic');
			deepEqual(itself(), THERE);
			box.put(WIRELESS, RADIO + '\n');
			await boot('basic');
			deepEqual([itself(), box.text(MEMORY)], [GONE, FRESH]);
		});

		for (const daemon of ['full', 'crashing'] as const)
			it(`it stays while WPS is on, for the next upgrade (${daemon})`, async () => {
				await boot(daemon, home("option wps_pushbutton '1'"));
				deepEqual(itself(), THERE);
			});

		it('it stays while devices have keys of their own', async () => {
			await boot('basic', home("option wpa_psk_file '/etc/hostapd-wps-home.psk'"));
			deepEqual(itself(), THERE);
		});

		it('it stays while it cannot read the configuration', async () => {
			await boot('basic', `${home("option wps_pushbutton '1'")}nonsense`);
			deepEqual(itself(), THERE);
		});
	});

	describe('before the package goes', () => {
		const leave = async () => {
			const { code, output } = await box.init('wps-guard', 'leave');
			equal(code, 0);
			return output;
		};

		it('takes WPS away though hostapd has it, and the next package puts it back', async () => {
			await boot('full', home(...SHARED));
			doesNotMatch(box.log().join(), /taken away/);
			match(await leave(), /^WPS is off from the next restart of the Wi-Fi on, and on again when /);
			match(box.log().join(), /^the package is being removed; taken away, .*: home.wps_pushbutton /);
			equal(wireless(), home());
			ok(!box.has('/etc/hostapd-wps-home.cred'));
			await boot('full');
			equal(wireless(), home(...SHARED));
			deepEqual(box.bytes('/etc/hostapd-wps-home.cred'), credential('Home', 'secret12345'));
		});

		it('leaves the keys of devices, which are still used', async () => {
			await boot('full', home("option wps_pushbutton '1'", "option wpa_psk_file '/etc/hostapd-wps-home.psk'"));
			box.put('/etc/hostapd-wps-other.psk', '');
			box.put('/etc/hostapd-wps-staged.psk', '');
			box.put('/var/run/rpcd/uci-0123/wireless', "wireless.home.wpa_psk_file='/etc/hostapd-wps-staged.psk'\n");
			match(
				await leave(),
				/\nDevices keep their own keys until: uci delete wireless\.home\.wpa_psk_file; uci commit wireless; wifi\n$/
			);
			equal(wireless(), home("option wpa_psk_file '/etc/hostapd-wps-home.psk'"));
			deepEqual(
				['home', 'other', 'staged'].map(name => box.has(`/etc/hostapd-wps-${name}.psk`)),
				[true, false, true]
			);
		});

		it('says nothing where there is nothing to say', async () => {
			box.put(WIRELESS, home());
			equal(await leave(), '');
			equal(wireless(), home());
		});
	});
});
