import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listTranslations, readCatalogue } from '../../../src/build/catalogue/po';
import { hash } from '../../../src/build/package/lmo';

const PO = resolve(import.meta.dirname, '../../../po');

/** English, and every language that the tab speaks: the folders of po/. */
export const LANGUAGES = ['en', ...readdirSync(PO).filter(name => existsSync(resolve(PO, name, 'wps.po')))];

type Texts = Record<string, string>;

/** The texts of a catalogue by what they translate, the forms of a plural one by one. */
function readTexts(file: string): { id: string; text: string; form: number | null }[] {
	if (!existsSync(file)) return [];
	return listTranslations(readCatalogue(readFileSync(file, 'utf8'))).flatMap(
		({ msgctxt, msgid, msgid_plural, msgstr }) =>
			msgstr.map((text, form) => ({
				id: (msgctxt ? `${msgctxt}\x01` : '') + msgid,
				text,
				form: msgid_plural ? form : null
			}))
	);
}

/** For the stand-in: by the English text, of a plural each of both. */
export function textsOf(language: string): Texts {
	const file = resolve(PO, language, 'wps.po');
	if (!existsSync(file)) return {};
	const messages = listTranslations(readCatalogue(readFileSync(file, 'utf8')));
	return Object.fromEntries(
		messages.flatMap(({ msgid, msgid_plural, msgstr }) => [
			[msgid, msgstr[0]!],
			...(msgid_plural ? [[msgid_plural, msgstr.at(-1)!]] : [])
		])
	) as Texts;
}

/** Which form goes with which number, as cbi.js looks it up. */
function pluralsOf(file: string): Texts {
	if (!existsSync(file)) return {};
	const rule = readCatalogue(readFileSync(file, 'utf8')).headers['Plural-Forms'] ?? '';
	return { '00000000': rule.replace(/^.*?plural=/, 'plural=') };
}

/** For LuCI's cbi.js: by the hash of the English text; with LuCI's own texts. */
export function hashedTexts(language: string, luciDir: string): Texts {
	const own = resolve(PO, language, 'wps.po');
	const files = [resolve(luciDir, 'modules/luci-base/po', language, 'base.po'), own];
	const key = (text: string) => hash(Buffer.from(text).toString('latin1')).toString(16).padStart(8, '0');
	const texts = files.flatMap(readTexts).filter(({ text }) => text !== '');
	return {
		...Object.fromEntries(texts.map(({ id, text, form }) => [key(form === null ? id : `${id}\x02${form}`), text])),
		...pluralsOf(own)
	};
}
