import { deepEqual, equal, throws } from 'node:assert/strict';
import { VirtualClock } from '../../router/clock';
import { Files } from '../../router/files';
import { fnmatch, inGlob } from '../../router/glob';
import { fsModule } from '../../router/modules/fs';
import { Killed, Process } from '../../router/modules/process';

describe('simulated files', () => {
	const clock = new VirtualClock();
	let files: Files;
	let process: Process;
	let fs: any;

	beforeEach(() => {
		files = new Files(clock);
		process = new Process();
		fs = fsModule(files, process, argv => ({ code: 0, stdout: `${argv.join(' ')}\nsecond\n` }));
	});

	it('reads and writes, and says why it can not', () => {
		equal(fs.writefile('/etc/a', 'text'), 4);
		equal(fs.readfile('/etc/a'), 'text');
		equal(fs.readfile('/etc/a', 2), 'te');
		equal(fs.readfile('/etc/none'), null);
		equal(fs.error(), 'No such file or directory');
		equal(fs.error(), null);
		equal(fs.writefile('/no/such/folder', ''), null);
	});

	it('keeps mode, owner and time', () => {
		equal(fs.open('/tmp/a', 'w', 0o600).close(), true);
		clock.advance(5000);
		fs.writefile('/tmp/b', '');
		const [a, b] = [fs.stat('/tmp/a'), fs.stat('/tmp/b')];
		deepEqual([a.type, a.mode, a.size, b.mode, b.mtime - a.mtime], ['file', 0o600, 0, 0o644, 5]);
		equal(fs.chown('/tmp/a', 'network', 'network'), true);
		equal(fs.chmod('/tmp/a', 0o640), true);
		const { uid, gid, mode } = fs.stat('/tmp/a');
		deepEqual([uid, gid, mode], [101, 101, 0o640]);
		equal(fs.chown('/tmp/a', 'stranger', null), null);
		equal(fs.stat('/tmp').type, 'directory');
	});

	it('shows what was written only after a flush', () => {
		const file = fs.open('/tmp/a', 'w');
		equal(file.write('text'), 4);
		equal(files.text('/tmp/a'), '');
		equal(file.flush(), true);
		equal(files.text('/tmp/a'), 'text');
		file.close();
		equal(file.write('more'), null);
	});

	it('reads by line and to the end', () => {
		files.put('/tmp/a', 'one\ntwo\nthree');
		const file = fs.open('/tmp/a');
		equal(file.read('line'), 'one\n');
		equal(file.read(2), 'tw');
		equal(file.read('all'), 'o\nthree');
		equal(file.read('line'), null);
	});

	it('renames over an old file and keeps the inode', () => {
		files.put('/tmp/old', 'old');
		files.put('/tmp/new', 'new');
		const { inode } = fs.stat('/tmp/new');
		equal(fs.rename('/tmp/new', '/tmp/old'), true);
		equal(fs.stat('/tmp/old').inode, inode);
		equal(fs.access('/tmp/new'), null);
	});

	it('lists and finds', () => {
		for (const path of [
			'/var/run/rpcd/uci-a/wireless',
			'/var/run/rpcd/uci-b/wireless',
			'/var/run/rpcd/.x/wireless'
		])
			files.put(path, '');
		deepEqual(fs.glob('/var/run/rpcd/uci-*/wireless', '/none/*'), [
			'/var/run/rpcd/uci-a/wireless',
			'/var/run/rpcd/uci-b/wireless'
		]);
		deepEqual(fs.glob('/var/run/rpcd/*/wireless').length, 2);
		deepEqual(fs.lsdir('/var/run/rpcd'), ['.x', 'uci-a', 'uci-b']);
		equal(fs.lsdir('/none'), null);
	});

	it('fails when told to', () => {
		files.failNext('rename', '/tmp/b');
		files.put('/tmp/a', 'a');
		equal(fs.rename('/tmp/a', '/tmp/b'), null);
		equal(fs.error(), 'I/O error');
		equal(fs.rename('/tmp/a', '/tmp/b'), true);
		files.space = 10;
		equal(fs.writefile('/tmp/c', 'x'.repeat(11)), null);
		equal(fs.error(), 'No space left on device');
		files.readOnly = ['/etc'];
		equal(fs.writefile('/etc/c', 'x'), null);
		equal(fs.error(), 'Read-only file system');
		equal(fs.writefile('/tmp/c', 'x'), 1);
	});

	it('dies before a step, and nothing happens afterwards', () => {
		process.killAt = 2;
		fs.writefile('/tmp/a', 'first');
		throws(() => fs.rename('/tmp/a', '/tmp/b'), Killed);
		throws(() => fs.writefile('/tmp/c', 'x'), Killed);
		deepEqual(files.paths('/tmp'), ['/tmp/a']);
	});

	it('leaves half a text when it dies while writing', () => {
		process.killAt = 1;
		throws(() => fs.writefile('/tmp/a', 'abcdef'), Killed);
		equal(files.text('/tmp/a'), 'abc');
	});

	it('runs programs', () => {
		const output = fs.popen('echo hello');
		equal(output.read('line'), '/bin/sh -c echo hello\n');
		equal(output.read('all'), 'second\n');
		equal(output.close(), 0);
	});

	it('matches as the C library does', () => {
		equal(fnmatch('hostapd.*', 'hostapd.phy0-ap0'), true);
		equal(fnmatch('hostapd.*', 'hostapd'), false);
		equal(fnmatch('/etc/*', '/etc/a/.b'), true);
		equal(fnmatch('ipv[46]', 'ipv6'), true);
		equal(inGlob('/etc/*', '/etc/a/b'), false);
	});
});
