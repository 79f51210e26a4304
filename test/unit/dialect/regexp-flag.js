// rule: regexp-flag, line 2
const f = text => match(text, /a/u);
export { f as default };
