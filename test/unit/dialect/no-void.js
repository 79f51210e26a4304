// rule: no-void, line 2
const f = g => void g();
export { f as default };
