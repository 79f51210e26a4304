import type { OwnNetwork, WindowEvent } from './model';

/** What has happened to the window of a network. `router`, `house`: who is told. */
export function windowEvent(
	type: string,
	own: OwnNetwork,
	device: string | null,
	router: boolean,
	house: boolean
): WindowEvent {
	const window = own.window;

	return {
		type,
		key: own.key,
		network: own.ssid,
		device,
		by: house ? (window?.by ?? null) : null,
		code: house ? (window?.code ?? null) : null,
		router,
		house
	};
}
