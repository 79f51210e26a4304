// rule: no-generator, line 2
function* f() {
	return 1;
}
export { f as default };
