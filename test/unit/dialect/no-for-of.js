// rule: no-for-of, line 4
const f = list => {
	let last = '';
	for (last of list);
	return last;
};
export { f as default };
