// rule: no-default-parameter, line 2
const f = (a, b = 2) => [a, b];
export { f as default };
