import type { Rule } from '../../script/rule';
import { textLiteral } from '../../script/text-literal';
import { noNestedTemplate } from './no-nested-template';
import { noRegexpQuote } from './no-regexp-quote';

/** What the view may not contain: LuCI's jsmin, which every view goes through, is no parser and breaks it. */
export const RULES: readonly Rule[] = [noNestedTemplate, noRegexpQuote, textLiteral];
