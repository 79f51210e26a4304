// rule: no-double-literal, line 2
const f = () => 1.5;
export { f as default };
