import type { Rule } from '../../script/rule';
import { noNestedTemplate } from '../../script/no-nested-template';
import { noRegexpQuote } from '../../script/no-regexp-quote';
import { textLiteral } from '../../script/text-literal';

/** What the view may not contain: LuCI's jsmin, which every view goes through, is no parser and breaks it. */
export const RULES: readonly Rule[] = [noNestedTemplate, noRegexpQuote, textLiteral];
