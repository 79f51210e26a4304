// rule: no-loose-equality, line 2
const f = a => a == 1;
export { f as default };
