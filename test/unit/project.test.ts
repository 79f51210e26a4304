import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/build/outputs';
import { fits } from '../node-version.js';

interface Installed {
	engines?: { node?: string };
	optional?: boolean;
}

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

describe('project', () => {
	it('tells ranges of versions', () => {
		const range = '^20.19.0 || >=22.12.0';
		for (const version of ['20.19.0', '20.20.2', '22.12.0', '22.12.1', '23.0.0', '24.1.0'])
			assert.equal(fits(version, range), true, version);
		for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.11.9'])
			assert.equal(fits(version, range), false, version);
		assert.throws(() => fits('20.0.0', '20.x'), /engines: 20\.x/);
	});

	it('asks for a node that all its dependencies run on', () => {
		const { engines } = read('package.json');
		const oldest = engines.node.match(/[\d.]+/g) as string[];
		const packages = Object.entries<Installed>(read('package-lock.json').packages);
		assert.equal(packages[0]![1].engines?.node, engines.node);
		for (const [path, { engines: own, optional }] of packages.slice(1)) {
			// `>= 6` and `18 || 20 || >=22`
			const range = own?.node?.replaceAll('>= ', '>=').replace(/14 >=14\.17/, '>=14.17');
			if (!range || optional) continue;
			for (const version of oldest) assert.ok(fits(version, range), `${path} on node ${version}: ${range}`);
		}
	});

	it('gives the package one version', () => {
		const makefile = readFileSync(join(ROOT, 'Makefile'), 'utf8');
		assert.equal(/^PKG_VERSION:=(.*)$/m.exec(makefile)?.[1], read('package.json').version);
	});
});
