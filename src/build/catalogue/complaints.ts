import { codeOf, LANGUAGES } from '../package/languages';
import { countForms, TRANSLATED } from './languages';
import type { Message } from './message';
import { listTranslations } from './po';
import type { Catalogue } from './po';

/** What LuCI's `format()` fills in (cbi.js), and the numbered form it does not know. */
const PLACEHOLDER = /%(?:\d+\$)?(?:'.|0| )?-?\d*(?:\.\d+)?[%bcdufosxXqhjtm]/g;

/** `format()` takes its arguments in turn, so the order counts. */
const placeholders = (text: string) => (text.match(PLACEHOLDER) ?? []).join(' ');

const edges = (text: string) => `${/^\s*/.exec(text)![0]}|${/\s*$/.exec(text)![0]}`;

const hasMarkup = (text: string) => /<\/?[a-z][^>]*>|&#?\w+;/i.test(text);

/** What is wrong with one form of a translation, or null. `sources` are the texts it may stand for. */
function findFault(text: string, sources: string[]): string | null {
	if (text === '') return 'is not translated';
	if (!sources.some(source => placeholders(source) === placeholders(text)))
		return `has '${placeholders(text)}' instead of '${placeholders(sources.at(-1)!)}'`;
	if (!sources.some(source => edges(source) === edges(text))) return 'begins or ends with other white space';
	if (hasMarkup(text) && !sources.some(hasMarkup)) return 'has markup, which would be shown as text';
	return null;
}

function checkHeaders(folder: string, { headers }: Catalogue): string[] {
	const wanted = {
		Language: folder,
		'Content-Type': 'text/plain; charset=UTF-8',
		'Plural-Forms': TRANSLATED[folder]!.plural
	};
	return Object.entries(wanted)
		.filter(([name, value]) => headers[name]?.toLowerCase() !== value.toLowerCase())
		.map(([name, value]) => `${name} is '${headers[name] ?? ''}' instead of '${value}'`);
}

/** Everything that is wrong with the catalogue of a language. */
export function checkCatalogue(folder: string, catalogue: Catalogue, messages: Message[]): string[] {
	if (!Object.hasOwn(TRANSLATED, folder) || !Object.hasOwn(LANGUAGES, folder))
		return [`${codeOf(folder)} is no language in src/build/catalogue/languages.ts`];
	const forms = countForms(TRANSLATED[folder]!.plural);
	const complaints = checkHeaders(folder, catalogue);
	const translations = new Map(
		listTranslations(catalogue).map(one => [
			`${one.msgctxt ?? ''}\x01${one.msgid}\x01${one.msgid_plural ?? ''}`,
			one
		])
	);

	for (const { context, id, plural } of messages) {
		const key = `${context}\x01${id}\x01${plural}`;
		const translation = translations.get(key);
		translations.delete(key);
		if (!translation) {
			complaints.push(`'${id}' is missing (npm run i18n)`);
			continue;
		}
		const { msgstr, comments } = translation;
		if (comments?.flag?.includes('fuzzy')) complaints.push(`'${id}' is fuzzy: check it and remove the mark`);
		const wanted = plural ? forms : 1;
		if (msgstr.length !== wanted) complaints.push(`'${id}' has ${msgstr.length} forms instead of ${wanted}`);
		for (const [form, text] of msgstr.entries()) {
			const fault = findFault(text, plural ? (form === 0 ? [id, plural] : [plural]) : [id]);
			if (fault) complaints.push(`'${id}'${plural ? `, form ${form},` : ''} ${fault}`);
		}
	}
	for (const { msgid } of translations.values()) complaints.push(`'${msgid}' is used no more (npm run i18n)`);
	return complaints;
}
