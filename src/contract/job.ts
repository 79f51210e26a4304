/** Switching WPS on or off for one network: see "Jobs" in docs/api.md. Times in seconds since the epoch. */
export interface Job {
	id: string;
	network: string;
	sections: string[];
	kind: 'enable' | 'disable';
	state: 'running' | 'done' | 'reverted' | 'failed';
	code: JobCode | null;
	started: number;
	ended: number | null;
}

/**
 * Why a job did not end well.
 * - `not_back`: an access point did not come back on the air with what was asked
 * - `key_file`: a file that hostapd needs could not be written
 * - `configuration`: the configuration could not be written
 */
export type JobCode = 'not_back' | 'key_file' | 'configuration';
