// rule: no-async, line 2
const f = async () => 1;
export { f as default };
