// rule: no-in-operator, line 2
const f = o => 'a' in o;
export { f as default };
