// rule: no-do-while, line 4
const f = () => {
	let i = 0;
	do {
		i++;
	} while (i < 2);
};
export { f as default };
