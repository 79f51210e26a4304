// rule: no-label, line 3
const f = () => {
	outer: for (;;) break outer;
};
export { f as default };
