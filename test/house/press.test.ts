import { equal, ok } from 'node:assert/strict';
import { Home } from './home';
import { pause } from './until';

describe('A press at one router of a house', function () {
	this.timeout(20_000);
	let home: Home;
	beforeEach(async () => (home = await Home.start(['attic', 'cellar', 'hall'])));
	afterEach(() => home.end());

	it('opens all of them; the first join closes the others', async () => {
		home.router('attic').luci.press();
		await home.opened(undefined, 1);
		equal(home.router('hall').luci.session?.origin, 'house');
		equal(home.router('hall').luci.session?.by, 'attic');

		home.router('cellar').luci.join();
		await home.closed(undefined, 2);
		equal(home.router('attic').luci.session?.reason, 'house');
		await pause(300);
		ok(home.all.every(router => router.luci.sessions.length === 1));
	});
});
