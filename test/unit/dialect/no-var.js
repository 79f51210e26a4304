// rule: no-var, line 3
const f = () => {
	var a = 1;
	return a;
};
export { f as default };
