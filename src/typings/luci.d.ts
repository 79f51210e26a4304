/**
 * The part of LuCI's browser runtime that the view uses and @kuoruan/luci-types lacks or leaves loose.
 * The modules stand for LuCI's own: the build turns `import x from 'luci:x'` into `'require x';`.
 */
declare module 'luci:view' {
	interface Members<Data> {
		load(): Promise<Data>;
		render(data: Data): Node;
		handleSaveApply: null;
		handleSave: null;
		handleReset: null;
	}
	const view: { extend<Data>(members: Members<Data>): unknown };
	export default view;
}

declare module 'luci:poll' {
	import poll = require('@kuoruan/luci-types/typings/poll');
	export default poll;
}

declare module 'luci:rpc' {
	import rpc = require('@kuoruan/luci-types/typings/rpc');
	export default rpc;
}

declare module 'luci:ui' {
	/** What a column is sorted by, and what stands in it; or that alone. */
	export type Cell = readonly [value: string | number, node: Node] | Node | '';

	/** A table whose columns can be sorted. `update` makes the rows anew, around the nodes that it is given. */
	class Table {
		constructor(captions: (string | Node)[], options: TableOptions, placeholder: Node);
		render(): HTMLElement;
		update(rows: Cell[][], placeholder: Node): HTMLElement;
	}

	interface TableOptions {
		id: string;
		/** By column. */
		captionClasses: string[];
	}

	/** A title, too, would be HTML if it were a plain string. */
	const ui: {
		Table: typeof Table;
		showModal(title: Children, children: Children): HTMLElement;
		hideModal(): void;
		addNotification(title: null, content: Node, style: string): Node;
	};
	export default ui;
}

declare module 'luci:uci' {
	import uci = require('@kuoruan/luci-types/typings/uci');
	export default uci;
}

/** Package luci-lib-uqr: loaded on demand by `L.require('uqr')`. */
interface Uqr {
	renderSVG(data: string, options?: { pixelSize?: number; border?: number }): string;
}

declare const L: {
	url(...parts: string[]): string;
	require<Module>(name: string): Promise<Module>;
};

type Children = readonly (Node | string)[];

/**
 * LuCI takes a plain string for HTML and only an array for text (dom.append in luci.js),
 * so that a plain string is no child here: names from the air can't become markup.
 * Neither is null: in an array LuCI writes it as "null". An attribute that is null
 * is left out; `false` would be written as "false".
 */
declare function E<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes?: { [name: string]: string | number | null | ((event: never) => unknown) },
	children?: Children
): HTMLElementTagNameMap[Tag];

/** The plural form for `count`. */
declare function N_(count: number, singular: string, plural: string, context?: string): string;

interface String {
	/** LuCI's printf: `%s`, `%d`. */
	format(...args: (string | number)[]): string;
}
