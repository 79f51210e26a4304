/** Switching WPS on or off for one network: see "Jobs" in the contract. Times in seconds since the epoch. */
export interface Job {
	id: string;
	section: string;
	kind: 'enable' | 'disable';
	state: 'running' | 'done' | 'reverted' | 'failed';
	code: string | null;
	started: number;
	ended: number | null;
}
