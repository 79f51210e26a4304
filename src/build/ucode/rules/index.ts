import type { Rule } from '../../script/rule';
import { noNestedTemplate } from '../../script/no-nested-template';
import { noRegexpQuote } from '../../script/no-regexp-quote';
import { noSharedLet } from '../../script/no-shared-let';
import { textLiteral } from '../../script/text-literal';
import { noAccessor } from './no-accessor';
import { noAsync } from './no-async';
import { noBigint } from './no-bigint';
import { noBitwise } from './no-bitwise';
import { noClass } from './no-class';
import { noCodePointEscape } from './no-code-point-escape';
import { noConstInFor } from './no-const-in-for';
import { noDebugger } from './no-debugger';
import { noDefaultImport } from './no-default-import';
import { noDefaultParameter } from './no-default-parameter';
import { noDestructuring } from './no-destructuring';
import { noDivision } from './no-division';
import { noDoWhile } from './no-do-while';
import { noDoubleLiteral } from './no-double-literal';
import { noDynamicImport } from './no-dynamic-import';
import { noFinally } from './no-finally';
import { noForInSource } from './no-for-in-source';
import { noForOf } from './no-for-of';
import { noGenerator } from './no-generator';
import { noHole } from './no-hole';
import { noInOperator } from './no-in-operator';
import { noInstanceof } from './no-instanceof';
import { noLabel } from './no-label';
import { noLength } from './no-length';
import { noLoopClosure } from './no-loop-closure';
import { noLooseEquality } from './no-loose-equality';
import { noNew } from './no-new';
import { noNullChain } from './no-null-chain';
import { noNumberKey } from './no-number-key';
import { noNumericSeparator } from './no-numeric-separator';
import { noTaggedTemplate } from './no-tagged-template';
import { noThrow } from './no-throw';
import { noTypeof } from './no-typeof';
import { noUndefined } from './no-undefined';
import { noVar } from './no-var';
import { noVoid } from './no-void';
import { oddName } from './odd-name';
import { optionalChain } from './optional-chain';
import { regexpBracketEscape } from './regexp-bracket-escape';
import { regexpEscape } from './regexp-escape';
import { regexpFlag } from './regexp-flag';
import { regexpGroup } from './regexp-group';
import { regexpLazy } from './regexp-lazy';
import { regexpLines } from './regexp-lines';
import { reservedWord } from './reserved-word';
import { selfReferenceInInitialiser } from './self-reference-in-initialiser';
import { unknownGlobal } from './unknown-global';
import { useBeforeDeclaration } from './use-before-declaration';

/** Looked for in the sources, because a step on the way gives it another meaning or moves it to the top. */
export const SOURCE_RULES: readonly Rule[] = [noDefaultImport, noForInSource];

/** What emitted ucode may not contain: what ucode refuses, and what it takes for something else than JavaScript does. */
export const RULES: readonly Rule[] = [
	noAccessor,
	noAsync,
	noBigint,
	noBitwise,
	noClass,
	noCodePointEscape,
	noConstInFor,
	noDebugger,
	noDefaultParameter,
	noDestructuring,
	noDivision,
	noDoWhile,
	noDoubleLiteral,
	noDynamicImport,
	noFinally,
	noForOf,
	noGenerator,
	noHole,
	noInOperator,
	noInstanceof,
	noLabel,
	noLength,
	noLoopClosure,
	noLooseEquality,
	noNew,
	noNullChain,
	noNumberKey,
	noNumericSeparator,
	noSharedLet,
	noTaggedTemplate,
	noThrow,
	noTypeof,
	noUndefined,
	noVar,
	noVoid,
	oddName,
	optionalChain,
	regexpBracketEscape,
	regexpEscape,
	regexpFlag,
	regexpGroup,
	regexpLazy,
	regexpLines,
	reservedWord,
	selfReferenceInInitialiser,
	unknownGlobal,
	useBeforeDeclaration,
	// the ucode of the package is minified as jsmin does it (package/compact.ts)
	noNestedTemplate,
	noRegexpQuote,
	textLiteral
];
