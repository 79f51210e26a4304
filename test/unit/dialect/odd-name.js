// rule: odd-name, line 2
const f = $a => $a;
export { f as default };
