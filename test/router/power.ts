import type { SimulatedRouter } from './router';

/** Milliseconds from power to the services, and between them (/etc/rc.d: rpcd 12, wpad 19, network 20). */
const BOOT = 25_000;
const STEP = 500;

/** What is in memory (or made by the kernel) and not in flash. */
const VOLATILE = ['/tmp', '/var', '/proc', '/sys/class/net', '/sys/class/leds'];

/** The power goes: whatever runs ends without a word, and all that is not in flash is gone. */
export function cutPower(router: SimulatedRouter): void {
	router.rpcd.stop();
	router.rpcd.sessions.forgetAll();
	router.netifd.halt();
	router.hostapd.kill();
	for (const folder of VOLATILE) router.files.empty(folder);
	router.logd.forget();
}

/** It comes back, or the owner chooses Reboot: every service starts anew, from what is in flash. */
export function reboot(router: SimulatedRouter): void {
	cutPower(router);
	const { clock } = router;
	clock.after(BOOT, () => {
		router.installLeds();
		router.rpcd.start();
		clock.after(STEP, () => {
			router.hostapd.start();
			clock.after(STEP, () => router.netifd.boot());
		});
	});
}

/** A firmware upgrade: OpenWrt's default packages are back, the configuration is kept. */
export function upgrade(router: SimulatedRouter): void {
	router.install('basic');
	router.files.drop('/usr/sbin/hostapd_cli');
	reboot(router);
}
