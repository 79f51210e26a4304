/*
 * The languages LuCI has packages for, by the folder under po/, with the names it lists them by
 * (LUCI_LANG and LUCI_LC_ALIAS in luci.mk).
 */
export const LANGUAGES: Record<string, string> = {
	ar: 'العربية (Arabic)',
	bg: 'български (Bulgarian)',
	bn_BD: 'বাংলা (Bengali)',
	ca: 'Català (Catalan)',
	cs: 'Čeština (Czech)',
	da: 'Dansk (Danish)',
	de: 'Deutsch (German)',
	el: 'Ελληνικά (Greek)',
	es: 'Español (Spanish)',
	fa: 'Farsi (Persian)',
	fi: 'Suomi (Finnish)',
	fil: 'Filipino (Philippinic)',
	fr: 'Français (French)',
	ga: 'Gaeilge (Irish)',
	he: 'עִבְרִית (Hebrew)',
	hi: 'हिंदी (Hindi)',
	hu: 'Magyar (Hungarian)',
	it: 'Italiano (Italian)',
	ja: '日本語 (Japanese)',
	ko: '한국어 (Korean)',
	lt: 'Lietuvių (Lithuanian)',
	mr: 'Marāṭhī (Marathi)',
	ms: 'Bahasa Melayu (Malay)',
	nb_NO: 'Norsk (Norwegian)',
	nl: 'Nederlands (Dutch)',
	pl: 'Polski (Polish)',
	pt: 'Português (Portuguese)',
	pt_BR: 'Português do Brasil (Brazilian Portuguese)',
	ro: 'Română (Romanian)',
	ru: 'Русский (Russian)',
	sk: 'Slovenčina (Slovak)',
	sv: 'Svenska (Swedish)',
	ta: 'Tamil (Tamil)',
	tr: 'Türkçe (Turkish)',
	uk: 'Українська (Ukrainian)',
	vi: 'Tiếng Việt (Vietnamese)',
	yua: 'Yucateco (Yucatec Maya)',
	zh_Hans: '简体中文 (Simplified Chinese)',
	zh_Hant: '正體中文 (Traditional Chinese)'
};

/** Where LuCI's code for a language is another than the folder's name. */
const ALIASES: Record<string, string> = {
	bn_BD: 'bn',
	nb_NO: 'no',
	pt_BR: 'pt-br',
	zh_Hans: 'zh-cn',
	zh_Hant: 'zh-tw'
};

/** LuCI's code for the language of a folder under po/. */
export const codeOf = (folder: string) => ALIASES[folder] ?? folder;
