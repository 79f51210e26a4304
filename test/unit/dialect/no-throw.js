// rule: no-throw, line 3
const f = () => {
	throw 'x';
};
export { f as default };
