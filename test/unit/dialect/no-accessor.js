// rule: no-accessor, line 3
const f = () => ({
	get x() {
		return 1;
	}
});
export { f as default };
