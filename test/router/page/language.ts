import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listTranslations, readCatalogue } from '../../../src/build/catalogue/po';
import { hash } from '../../../src/build/package/lmo';

const PO = resolve(import.meta.dirname, '../../../po');

/** English, and every language that the tab speaks: the folders of po/. */
export const LANGUAGES = ['en', ...readdirSync(PO).filter(name => existsSync(resolve(PO, name, 'wps.po')))];

type Texts = Record<string, string>;

interface Text {
	/** What it translates. */
	id: string;
	text: string;
	/** Of a text that depends on a number: which of its forms. */
	form: number | null;
	/** The same text for more than one in English. */
	plural: string | null;
}

/** The texts of a catalogue, the forms of a plural one by one; the rule of its plurals comes first, as LuCI has it. */
function readTexts(file: string): Text[] {
	if (!existsSync(file)) return [];
	const catalogue = readCatalogue(readFileSync(file, 'utf8'));
	const texts = listTranslations(catalogue).flatMap(({ msgctxt, msgid, msgid_plural, msgstr }) =>
		msgstr.map((text, form) => ({
			id: (msgctxt ? `${msgctxt}\x01` : '') + msgid,
			text,
			form: msgid_plural ? form : null,
			plural: msgid_plural ?? null
		}))
	);
	const rule = (catalogue.headers['Plural-Forms'] ?? '').replace(/^.*?plural=/, 'plural=');
	return [{ id: '', text: rule, form: null, plural: null }, ...texts];
}

/** For the stand-in, which knows one and many: by the English text. */
export function textsOf(language: string): Texts {
	const texts = readTexts(resolve(PO, language, 'wps.po'));
	return Object.fromEntries(
		texts.flatMap(({ id, text, form, plural }) => [
			...(form ? [] : [[id, text]]),
			...(plural === null ? [] : [[plural, text]])
		])
	);
}

/** For LuCI's cbi.js: by the hash of the English text; with LuCI's own texts. */
export function hashedTexts(language: string, luciDir: string): Texts {
	const files = [resolve(luciDir, 'modules/luci-base/po', language, 'base.po'), resolve(PO, language, 'wps.po')];
	const key = (id: string) =>
		id === '' ? '00000000' : hash(Buffer.from(id).toString('latin1')).toString(16).padStart(8, '0');
	const texts = files.flatMap(readTexts).filter(({ text }) => text !== '');
	return Object.fromEntries(texts.map(({ id, text, form }) => [key(form === null ? id : `${id}\x02${form}`), text]));
}
