// rule: no-number-key, line 2
const f = () => ({ 2: 3 });
export { f as default };
