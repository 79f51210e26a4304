// rule: no-new, line 2
const f = T => new T();
export { f as default };
