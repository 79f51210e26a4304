// rule: no-length, line 2
const f = a => a.length;
export { f as default };
