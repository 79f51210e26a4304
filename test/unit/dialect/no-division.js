// rule: no-division, line 2
const f = a => int(a / 2) + a / 2;
export { f as default };
