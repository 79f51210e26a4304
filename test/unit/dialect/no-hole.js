// rule: no-hole, line 2
const f = () => [, 1];
export { f as default };
