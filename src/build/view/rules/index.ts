import type { Rule } from '../../script/rule';
import { noNestedTemplate } from '../../script/no-nested-template';
import { noRegexpQuote } from '../../script/no-regexp-quote';
import { noSharedLet } from '../../script/no-shared-let';
import { textLiteral } from '../../script/text-literal';

/** What the view may not contain: most of it LuCI's jsmin would break, which every view goes through and which is no parser. */
export const RULES: readonly Rule[] = [noNestedTemplate, noRegexpQuote, noSharedLet, textLiteral];
