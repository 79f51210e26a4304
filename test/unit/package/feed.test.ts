import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { dist, fileOf, run } from './dist';

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('the feed', () => {
	it('has an index for opkg that tells the control paragraphs, sizes and checksums', async () => {
		const index = (await fileOf(/^Packages$/)).toString();
		assert.match(index, /\n\n$/);
		const paragraphs = index.trim().split('\n\n');
		assert.equal(paragraphs.length, 3);
		for (const paragraph of paragraphs) {
			const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)![1]!;
			const ipk = await fileOf(new RegExp(`^${field('Filename')}$`));
			assert.equal(field('Filename'), `${field('Package')}_${field('Version')}_${field('Architecture')}.ipk`);
			assert.equal(Number(field('Size')), ipk.length);
			assert.equal(field('SHA256sum'), sha256(ipk));
			const control = run('tar', ['-xzOf', '-', './control.tar.gz'], ipk);
			const lines = run('tar', ['-xzOf', '-', './control'], control).toString().trim().split('\n');
			const rest = paragraph.split('\n').filter(line => !/^(Filename|Size|SHA256sum): /.test(line));
			assert.deepEqual(rest, lines);
		}
	});

	it('has the same index packed', async () => {
		assert.deepEqual(run('gzip', ['-dc'], await fileOf(/^Packages\.gz$/)), await fileOf(/^Packages$/));
	});

	it('has checksums of everything', async () => {
		const lines = (await fileOf(/^sha256sums$/)).toString().trim().split('\n');
		assert.equal(lines.length, (await dist).files.size - 1);
		for (const line of lines) {
			const [, sum, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)!;
			assert.equal(sum, sha256((await dist).files.get(name!)!));
		}
	});

	it('says which catalogue made no package', async () => {
		const told = (await dist).notices.filter(notice => notice.startsWith('po/'));
		assert.equal(told.length, 1);
		assert.match(told[0]!, /^po\/id: /);
	});
});
