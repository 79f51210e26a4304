// rule: self-reference-in-initialiser, line 3
const call = fn => fn;
const f = call(() => f);
export { f as default };
