// rule: no-loop-closure, line 4
const f = list => {
	const made = [];
	for (const item of list) push(made, () => item);
	return made;
};
export { f as default };
