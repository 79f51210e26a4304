// rule: regexp-escape, line 2
const f = text => match(text, /\ba/);
export { f as default };
