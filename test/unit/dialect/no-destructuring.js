// rule: no-destructuring, line 3
const f = o => {
	const { a } = o;
	return a;
};
export { f as default };
