import type { ProblemCode } from './problem';

/** A network of another router. */
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

/** The house, as `status` shows it. */
export interface House {
	connected: boolean;
	name: string;
	routers: HouseRouter[];
}

/**
 * A network of another router, as the house bridge was told. `problem`: why it does not listen when the house does; besides the
 * problems of a network and the refusals of a start, `late`: it was told, and has not answered.
 */
export interface NeighbourNetwork extends HouseNetwork {
	problem: ProblemCode | string | null;
}

/**
 * Another router of the house; `there` is false when its broker lost it. `problem`: its bridge speaks another version, so
 * that no more is known of it.
 */
export interface NeighbourRouter extends HouseRouter {
	problem: 'older' | 'newer' | null;
	networks: NeighbourNetwork[];
}

/**
 * Why the bridge is not connected.
 * - `package`: mosquitto-client-ssl is not installed
 * - `settings`: an option of `config house` can't be used, the log names it
 * - `unreachable`: no broker answers there, or its certificate is not the one that was asked for
 * - `refused`: the broker does not take the user, the password, or what this router has to say
 * - `name_taken`: another router calls itself the same
 */
export type HouseProblem = 'package' | 'settings' | 'unreachable' | 'refused' | 'name_taken';

/** The house with all that the bridge knows of it: what the method `house` answers. */
export interface ToldHouse extends House {
	/** Of all access points of the house: what `enable` gives them; null: none is known yet. */
	uuid: string | null;
	problem: HouseProblem | null;
	routers: NeighbourRouter[];
}
