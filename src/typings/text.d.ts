/**
 * Marks a text for LuCI's scanner. In the view it is LuCI's own and translates;
 * in the handler it answers the text as it is (src/service/untranslated.ts).
 */
declare function _(text: string, context?: string): string;
