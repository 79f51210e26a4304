// rule: use-before-declaration, line 3
function f() {
	return g();
}
function g() {
	return 1;
}
export { f as default };
