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
	/** A title, too, would be HTML if it were a plain string. */
	const ui: {
		showModal(title: Children, children: Children): HTMLElement;
		hideModal(): void;
		instantiateView(path: string): Promise<unknown>;
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
 * LuCI takes a plain string for HTML and only an array for text (facts/luci.md §6),
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
