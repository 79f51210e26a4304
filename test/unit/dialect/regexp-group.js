// rule: regexp-group, line 2
const f = text => match(text, /(?:a)b/);
export { f as default };
