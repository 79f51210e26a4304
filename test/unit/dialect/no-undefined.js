// rule: no-undefined, line 2
const f = () => undefined;
export { f as default };
