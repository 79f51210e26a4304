// rule: unknown-global, line 2
const f = () => Object;
export { f as default };
