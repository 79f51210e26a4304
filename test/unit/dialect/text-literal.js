// rule: text-literal, line 2
const f = text => _(text);
export { f as default };
