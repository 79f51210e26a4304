// rule: regexp-lines, line 2
const f = text => match(text, /a[^b]/);
export { f as default };
