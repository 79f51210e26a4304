import type { Rule } from '../../script/rule';
import { outwards } from '../../syntax/scopes';
import { isLoop } from '../../syntax/walk';

/** A loop of ucode has one variable for all its turns. */
export const noLoopClosure: Rule = {
	name: 'no-loop-closure',
	broken: [
		`const f = list => {
	const made = [];
	for (const item of list) push(made, () => item); // here
	return made;
};`
	],
	reference({ identifier, variable, scope }, refuse) {
		if (!variable || !isLoop(variable.scope.node)) return;
		const way = outwards(scope);
		if (way.slice(0, way.indexOf(variable.scope)).some(inner => inner.isFunction))
			refuse(identifier, `all turns share one '${identifier.name}' in ucode: copy it in the body first`);
	}
};
