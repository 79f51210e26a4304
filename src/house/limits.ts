/** How old a press may be to be obeyed, seconds: by the clock of its sender, which is asked for the age, not for the time. */
export const FRESH = 15;

/** How far a command's clock may be from ours, seconds: its only age is its time. */
export const CLOCK_TOLERANCE = 30;

/** How long one router listens when they take turns, and how long nobody does in between, milliseconds (turns.ts). */
export const TURN = 20000;
export const GAP = 1000;

/** Routers of a house, networks of a router, devices told of, and names of one press that are kept. */
export const ROUTERS = 128;
export const NETWORKS = 16;
export const DEVICES = 20;
export const IDS = 8;

/** What commands may make this router open: so many windows at once, and one more a minute. One person does not press more often. */
export const ORDERS = 3;
export const ORDER_PAUSE = 60000;

/** How often they may make this router close one: whoever floods may not keep luci.wps busy. */
export const CANCELS = 10;
export const CANCEL_PAUSE = 2000;

/** The same as ORDERS for other routers, where persons stand and try again. */
export const PRESSES = 10;
export const PRESS_PAUSE = 10000;
