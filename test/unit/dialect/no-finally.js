// rule: no-finally, line 7
const f = () => {
	try {
		die('x');
	} catch {
		die('y');
	} finally {
		die('z');
	}
};
export { f as default };
