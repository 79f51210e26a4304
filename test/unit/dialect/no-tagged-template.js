// rule: no-tagged-template, line 2
const f = tag => tag`x`;
export { f as default };
