import { po } from 'gettext-parser';
import type { GetTextTranslation, GetTextTranslations } from 'gettext-parser';
import { countForms, TRANSLATED } from './languages';
import { compareMessages } from './message';
import type { Message } from './message';

export type Catalogue = GetTextTranslations;

/** A catalogue's text as data. */
export const readCatalogue = (text: string): Catalogue => po.parse(text);

/** The translations of a catalogue, its header aside. */
export function listTranslations(catalogue: Catalogue): GetTextTranslation[] {
	return Object.values(catalogue.translations)
		.flatMap(byId => Object.values(byId))
		.filter(({ msgid }) => msgid !== '');
}

/** A catalogue as Weblate and msgmerge write it: folded at 79 columns, ordered like the template. */
export function writeCatalogue(catalogue: Catalogue): string {
	const order = (a: GetTextTranslation, b: GetTextTranslation) =>
		compareMessages({ context: a.msgctxt ?? '', id: a.msgid }, { context: b.msgctxt ?? '', id: b.msgid });
	const text = po.compile(catalogue, { sort: order }).toString('utf8');
	return `${text.trimEnd().replace(/charset=utf-8/, 'charset=UTF-8')}\n`;
}

/** A catalogue without any translation yet. */
export function createCatalogue(folder: string, now: Date): Catalogue {
	const { name, plural } = TRANSLATED[folder]!;
	const headers = {
		'Project-Id-Version': 'luci-app-wps',
		'PO-Revision-Date': `${now.toISOString().slice(0, 16).replace('T', ' ')}+0000`,
		'Last-Translator': 'Automatically generated',
		'Language-Team': `${name} <https://hosted.weblate.org/projects/openwrt/luci/${folder}/>`,
		Language: folder,
		'MIME-Version': '1.0',
		'Content-Type': 'text/plain; charset=UTF-8',
		'Content-Transfer-Encoding': '8bit',
		'Plural-Forms': plural
	};
	return { charset: 'utf-8', headers, translations: { '': { '': { msgid: '', msgstr: [''] } } } };
}

/**
 * Brings a catalogue up to the texts there are: translations and translators' comments stay, new texts come in
 * untranslated, gone ones go. Nothing is guessed, so nothing becomes fuzzy.
 */
export function mergeCatalogue(catalogue: Catalogue, messages: Message[]): Catalogue {
	const forms = countForms(catalogue.headers['Plural-Forms'] ?? '');
	const translations: Catalogue['translations'] = { '': { '': catalogue.translations['']!['']! } };
	for (const { context, id, plural, uses } of messages) {
		const former = catalogue.translations[context]?.[id];
		const fits = former && (former.msgid_plural ?? '') === plural;
		(translations[context] ??= {})[id] = {
			...(context ? { msgctxt: context } : {}),
			msgid: id,
			...(plural ? { msgid_plural: plural } : {}),
			msgstr: fits ? former.msgstr : Array<string>(plural ? forms : 1).fill(''),
			comments: {
				...former?.comments,
				reference: uses.map(({ file, line }) => `${file}:${line}`).join('\n')
			}
		};
	}
	return { charset: catalogue.charset, headers: catalogue.headers, translations };
}
