import { mergeCatalogue, writeCatalogue } from './po';
import type { Message } from './message';

/** All that LuCI's templates have for a header. */
const HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n';

/** The template for translators, byte for byte what LuCI's build/i18n-scan.pl writes. */
export function writeTemplate(messages: Message[]): string {
	const nothing = {
		charset: 'utf-8',
		headers: { 'Plural-Forms': 'nplurals=2; plural=n != 1;' },
		translations: { '': { '': { msgid: '', msgstr: [''] } } }
	};
	const text = writeCatalogue(mergeCatalogue(nothing, messages));
	return HEADER + text.slice(text.indexOf('\n\n') + 1);
}
