// rule: reserved-word, line 2
const f = elif => elif;
export { f as default };
