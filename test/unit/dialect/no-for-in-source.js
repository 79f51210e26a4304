// rule: no-for-in-source, line 3
const f = o => {
	for (const key in o) die(key);
};
export { f as default };
