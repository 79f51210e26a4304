// rule: no-class, line 2
class A {}
const f = () => A;
export { f as default };
