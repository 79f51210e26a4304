// rule: no-dynamic-import, line 2
const f = () => import('fs');
export { f as default };
