// rule: no-typeof, line 2
const f = x => typeof x;
export { f as default };
