import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLmo, hash } from '../../../src/build/package/lmo';
import { hashText, Lmo } from './lmo-reader';

const german = () => buildLmo(readFileSync(join(import.meta.dirname, 'po/de/wps.po')))!;

describe('catalogues', () => {
	it('have the hash of LuCI', () => {
		assert.equal(hash('Start WPS'), 0xcee1b609);
		for (const text of ['', 'a', 'ab', 'abc', 'abcd', 'ü', 'aü', 'abü', '日本語', '%d seconds left\x021'])
			assert.equal(hash(Buffer.from(text).toString('latin1')), hashText(text), text);
	});

	it('are the bytes that po2lmo makes', () => {
		const digest = createHash('sha256').update(german()).digest('hex');
		assert.equal(digest, '1923cbcccd018a1a9847428dfcf503728c256e38de5b65877d8a25e6833ceeda');
	});

	it('are found by message, context and plural form', () => {
		const lmo = new Lmo(german());
		assert.equal(lmo.translate('Start WPS'), 'WPS starten');
		assert.equal(lmo.translate('Active'), 'Läuft');
		assert.equal(lmo.translate('Active', { context: 'radio band' }), 'Aktiv – auf dem Band');
		assert.equal(lmo.translate('%d second left', { form: 0 }), 'noch %d Sekunde');
		assert.equal(lmo.translate('%d second left', { form: 1 }), 'noch %d Sekunden');
		assert.equal(lmo.translate('%d minute', { context: 'clock', form: 1 }), '%d Minuten');
		assert.equal(lmo.translate('x'), 'ü');
		assert.equal(lmo.translate('é'), 'e with an accent');
	});

	it('hold the rule of the plural forms under the key 0', () => {
		const lmo = new Lmo(german());
		assert.deepEqual(lmo.entry(0), { key: 0, forms: 0, text: 'nplurals=2; plural=(n != 1);' });
	});

	it('resolve quotes and backslashes, and leave the other escapes to LuCI', () => {
		const translation = new Lmo(german()).translate('Says "hello" with a \\ and a line\\nbreak');
		assert.equal(translation, 'Sagt „hello“ "so" mit \\ und Zeilen\\numbruch');
	});

	it('leave out what is not translated, translated the same or obsolete; not what is fuzzy', () => {
		const lmo = new Lmo(german());
		assert.equal(lmo.translate('Not translated'), null);
		assert.equal(lmo.translate('The same in both'), null);
		assert.equal(lmo.translate('Gone'), null);
		assert.equal(lmo.translate('Doubtful'), 'Zweifelhaft');
	});

	it('are sorted by key and know their number of forms', () => {
		const lmo = new Lmo(german());
		const entries = Array.from({ length: lmo.length }, (_, index) => lmo.entry(index));
		const keys = entries.map(({ key }) => key);
		assert.deepEqual(
			keys,
			keys.toSorted((a, b) => a - b)
		);
		assert.equal(entries.find(({ text }) => text === 'noch %d Sekunde')!.forms, 2);
	});

	it('do not exist where nothing is translated', () => {
		assert.equal(buildLmo(Buffer.from('msgid "Start WPS"\nmsgstr ""\n')), null);
		assert.equal(buildLmo(Buffer.from('')), null);
	});
});
