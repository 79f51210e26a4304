// rule: regexp-bracket-escape, line 2
const f = text => match(text, /[\w-]/);
export { f as default };
