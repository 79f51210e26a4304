// rule: regexp-lines, line 2
const f = text => match(text, /^a$/);
export { f as default };
