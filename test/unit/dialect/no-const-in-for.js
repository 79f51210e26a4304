// rule: no-const-in-for, line 3
const f = () => {
	for (const i = 0; i < 1;) return i;
	return 0;
};
export { f as default };
