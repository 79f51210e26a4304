/** In the handler a text stays as it is: translating is the view's (see typings/text.d.ts). */
export function _(text: string): string {
	return text;
}
