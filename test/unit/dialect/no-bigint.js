// rule: no-bigint, line 2
const f = () => 10n;
export { f as default };
