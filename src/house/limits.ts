/** How old a press may be to be obeyed, seconds: by the clock of its sender, which is asked for the age, not for the time. */
export const FRESH = 15;

/** How far a command's clock may be from ours, seconds: its only age is its time. */
export const CLOCK_TOLERANCE = 30;

/** How long one router listens when they take turns, at least and at most, and how long nobody does in between, milliseconds (taking-turns.ts). */
export const SHORTEST_TURN = 20000;
export const LONGEST_TURN = 40000;
export const GAP = 1000;

/** So many take turns: more would keep the house open for longer than anybody waits. */
export const TURNS = 12;

/** Routers of a house, networks of a router, devices told of, and names of one press that are kept. */
export const ROUTERS = 128;
export const NETWORKS = 16;
export const DEVICES = 20;
export const IDS = 8;

/** What commands may make this router open: so many windows at once, and one more a minute. One person does not press more often. */
export const ORDERS = 3;
export const ORDER_PAUSE = 60000;

/** The same for other routers, where persons stand and try again. */
export const PRESSES = 10;
export const PRESS_PAUSE = 10000;

/** Marks of devices: so many that two devices of a house hardly have the same, so few that many thousand addresses have it (arrivals.ts). */
export const MARKS = 65521;
