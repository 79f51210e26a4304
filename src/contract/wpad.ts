/** What to install where nothing is. */
export const USUAL = 'wpad-mbedtls';

/** The packages that hold a hostapd built with CONFIG_WPS, the one to prefer first (OpenWrt's hostapd/Makefile). */
export const WITH_WPS = [
	USUAL,
	'wpad-openssl',
	'wpad-wolfssl',
	'wpad',
	'wpad-mesh-mbedtls',
	'wpad-mesh-openssl',
	'wpad-mesh-wolfssl',
	'hostapd-mbedtls',
	'hostapd-openssl',
	'hostapd-wolfssl',
	'hostapd'
];

/** Those built without it. */
export const WITHOUT_WPS = [
	'wpad-basic-mbedtls',
	'wpad-basic-openssl',
	'wpad-basic-wolfssl',
	'wpad-basic',
	'wpad-mini',
	'hostapd-basic-mbedtls',
	'hostapd-basic-openssl',
	'hostapd-basic-wolfssl',
	'hostapd-basic',
	'hostapd-mini'
];
