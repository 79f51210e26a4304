/** Walk time: how long hostapd keeps a push button window open, seconds (WPS_PBC_WALK_TIME, hostap src/wps/wps_defs.h). */
export const WALK_TIME = 120;

/** How long after the keys were handed over the device may take to come back with them, seconds. */
export const JOIN_GRACE = 30;

/** Sessions kept in RAM. */
export const HISTORY_LIMIT = 50;

/** How long hostapd remembers an asking device and refuses a second one, seconds (PBC monitor time, wps_registrar.c). */
export const OVERLAP_TIME = 120;
