// rule: regexp-lazy, line 2
const f = text => match(text, /a+?b/);
export { f as default };
