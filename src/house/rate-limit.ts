/** What may happen at most: `left` at once, and one more each `pause`. */
export interface Bucket {
	left: number;
	most: number;
	/** Milliseconds. */
	pause: number;
	/** Milliseconds since boot at which the last one came back. */
	since: number;
}

export function newBucket(most: number, pause: number, at: number): Bucket {
	return { left: most, most, pause, since: at };
}

/** Takes one out, if there is one. */
export function take(bucket: Bucket, at: number): boolean {
	const back = int((at - bucket.since) / bucket.pause);
	if (back > 0) {
		bucket.left = min(bucket.most, bucket.left + back);
		bucket.since += back * bucket.pause;
	}
	if (bucket.left < 1) return false;
	// A full one does not save up.
	if (bucket.left === bucket.most) bucket.since = at;
	bucket.left--;

	return true;
}
