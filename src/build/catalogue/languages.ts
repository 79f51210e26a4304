/** A language that this app is translated into. */
interface Language {
	/** As Weblate calls its team. */
	name: string;
	/** The rule LuCI's own catalogues have. LuCI evaluates it and needs the semicolon at its end. */
	plural: string;
}

const ONE = 'nplurals=1; plural=0;';
const NOT_ONE = 'nplurals=2; plural=n != 1;';
const ABOVE_ONE = 'nplurals=2; plural=n > 1;';
const EAST_SLAVIC =
	'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);';
const POLISH = 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);';

/** By the folder under po/. To add one: a line here, `npm run i18n`, translate. */
export const TRANSLATED: Record<string, Language> = {
	de: { name: 'German', plural: NOT_ONE },
	es: { name: 'Spanish', plural: NOT_ONE },
	fr: { name: 'French', plural: ABOVE_ONE },
	it: { name: 'Italian', plural: NOT_ONE },
	ja: { name: 'Japanese', plural: ONE },
	pl: { name: 'Polish', plural: POLISH },
	pt_BR: { name: 'Portuguese (Brazil)', plural: ABOVE_ONE },
	ru: { name: 'Russian', plural: EAST_SLAVIC },
	tr: { name: 'Turkish', plural: ONE },
	uk: { name: 'Ukrainian', plural: EAST_SLAVIC },
	zh_Hans: { name: 'Chinese (Simplified Han script)', plural: ONE },
	zh_Hant: { name: 'Chinese (Traditional Han script)', plural: ONE }
};

/** How many forms a text with a number has by a rule. */
export const countForms = (plural: string) => Number(/nplurals=(\d+)/.exec(plural)?.[1] ?? 1);
