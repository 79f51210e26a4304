/** A network of another router, as the house bridge was told. */
export interface HouseNetwork {
	ssid: string;
	ready: boolean;
	open: boolean;
}

/** Another router of the house; `there` is false when its broker lost it. */
export interface HouseRouter {
	name: string;
	there: boolean;
	networks: HouseNetwork[];
}

/** The house, as the bridge knows it. */
export interface House {
	connected: boolean;
	name: string;
	routers: HouseRouter[];
}
