// rule: no-instanceof, line 2
const f = (o, T) => o instanceof T;
export { f as default };
