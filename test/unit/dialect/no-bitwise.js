// rule: no-bitwise, line 2
const f = a => ~a;
export { f as default };
