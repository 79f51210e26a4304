// rule: regexp-lines, line 2
const f = text => match(text, /a.b/s);
export { f as default };
