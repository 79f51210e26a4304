/** What the Wi-Fi daemons see of the router's file system. */
export interface Files {
	/** Null where there is no such file. */
	read(path: string): string | null;
	write(path: string, text: string): void;
	exists(path: string): boolean;
	/** May the user `network`, as whom hostapd runs (OpenWrt's wpad.init), read it? Left out: yes. */
	readable?(path: string): boolean;
	/** May it write to it? Left out: no. */
	writable?(path: string): boolean;
}
