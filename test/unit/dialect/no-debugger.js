// rule: no-debugger, line 3
const f = () => {
	debugger;
};
export { f as default };
