// A part of the ubus object luci.wps that is loaded when it is needed, compiled from src/service/parts
// and what only that uses: edit those, where the doc comments are, and run `npm run build`.

'use strict';

import * as fs from 'fs';
import * as uci from 'uci';
import * as uloop from 'uloop';

return resident => {
	const LEDS = resident.LEDS;
	const OVERLAP_TIME = resident.OVERLAP_TIME;
	const caseLights = resident.caseLights;
	const guarded = resident.guarded;
	const keep = resident.keep;
	const lookForLight = resident.lookForLight;
	const memory = resident.memory;
	const now = resident.now;
	const touch = resident.touch;

	// src/router/led.ts
	const BLINKING = 'timer';

	const PLAYING = 'pattern';

	const NOTHING = 'none';

	const SETTINGS = ['delay_on', 'delay_off', 'device_name', 'interval', 'link', 'tx', 'rx', 'invert'];

	function attributeOf(led, attribute) {
		const text = fs.readfile(`${LEDS}/${led}/${attribute}`);
		return text === null ? null : trim(text);
	}

	function set(led, attribute, value) {
		fs.writefile(`${LEDS}/${led}/${attribute}`, value);
	}

	function triggersOf(led) {
		return split(attributeOf(led, 'trigger') ?? '', ' ');
	}

	function triggerOf(led) {
		const chosen = filter(triggersOf(led), trigger => substr(trigger, 0, 1) === '[')[0] ?? '';
		return substr(chosen, 1, max(0, length(chosen) - 2));
	}

	function knows(led, trigger) {
		return index(triggersOf(led), trigger) >= 0 || triggerOf(led) === trigger;
	}

	function configured() {
		const cursor = uci.cursor() ?? die('uci');
		const found = [];

		cursor.load('/etc/config/system');
		cursor.foreach('system', 'led', section => {
			if (type(section.sysfs) === 'string') push(found, section.sysfs);
		});
		return found;
	}

	function findLight(named) {
		const taken = configured();
		const own = filter(caseLights(), led => index(taken, led) < 0);
		const led = named ?? own[0] ?? null;

		return led !== null && knows(led, BLINKING) ? led : null;
	}

	function readLight(led) {
		const brightness = attributeOf(led, 'brightness');
		if (brightness === null) return null;

		const settings = {};
		for (let name in SETTINGS) {
			const value = attributeOf(led, name);
			if (value !== null) settings[name] = value;
		}

		return { trigger: triggerOf(led), brightness, settings };
	}

	function canPlay(led) {
		return knows(led, PLAYING);
	}

	function brightest(led) {
		return max(1, int(attributeOf(led, 'max_brightness') ?? ''));
	}

	function light(led, on) {
		set(led, 'trigger', NOTHING);
		set(led, 'brightness', on ? `${brightest(led)}` : '0');
	}

	function blink(led, on, off) {
		set(led, 'trigger', BLINKING);
		set(led, 'delay_on', `${on}`);
		set(led, 'delay_off', `${off}`);
	}

	function play(led, textFor) {
		set(led, 'trigger', PLAYING);
		set(led, 'pattern', textFor(brightest(led)));
	}

	function giveBack(led, former) {
		if (index([NOTHING, BLINKING, PLAYING], triggerOf(led)) < 0) return;

		// This ends what drives it as well (led-class.c, brightness_store); a trigger that has nothing to show would leave it lit.
		set(led, 'brightness', '0');
		set(led, 'trigger', former.trigger);
		for (let name in SETTINGS) if (exists(former.settings, name)) set(led, name, former.settings[name]);
		if (former.trigger === NOTHING) set(led, 'brightness', former.brightness);
	}

	// src/core/light.ts
	const PATTERNS = {
		progress: { on: 200, off: 100, times: 1, pause: 0 },
		error: { on: 100, off: 100, times: 1, pause: 0 },
		overlap: { on: 100, off: 100, times: 5, pause: 500 },
		success: { on: 100, off: 0, times: 1, pause: 0 }
	};

	const LASTING = {
		progress: null,
		error: 60,
		overlap: OVERLAP_TIME,
		success: 300
	};

	const SIGNS = {
		waiting: 'progress',
		connecting: 'progress',
		success: 'success',
		joined: 'success',
		timeout: 'error',
		overlap: 'overlap',
		cancelled: null,
		failed: 'error',
		lost: 'error'
	};

	function signOf(session) {
		return session.reason === 'not_connected' ? 'error' : SIGNS[session.state];
	}

	function patternText(pattern, brightness) {
		const steps = [];
		for (let i = 0; i < pattern.times; i++) {
			const dark = pattern.off + (i === pattern.times - 1 ? pattern.pause : 0);
			push(steps, `${brightness} ${pattern.on} ${brightness} 0 0 ${dark} 0 0`);
		}

		return join(' ', steps);
	}

	// src/service/light.ts
	let timer = null;

	let pausing = false;

	function begin(led, sign) {
		const pattern = PATTERNS[sign];
		pausing = false;

		if (pattern.off === 0) light(led, true);
		else if (pattern.pause > 0 && canPlay(led)) play(led, brightness => patternText(pattern, brightness));
		else blink(led, pattern.on, pattern.off);

		// In the middle of the last darkness.
		return pattern.pause > 0 && !canPlay(led)
			? pattern.times * (pattern.on + pattern.off) - int(pattern.off / 2)
			: null;
	}

	function come(step) {
		const until = memory.light.shown?.until ?? null;
		const left = until === null ? null : max(1, until - now().monotonic);

		if (step !== null || left !== null) timer?.set?.(min(step ?? left ?? 1, left ?? step ?? 1));
	}

	function release() {
		const shown = memory.light.shown;
		if (shown === null) return;

		giveBack(shown.led, shown.former);
		memory.light = { shown: null };
		touch();
		keep();
	}

	function show(sign) {
		const lasting = LASTING[sign];
		const until = lasting === null ? null : now().monotonic + lasting * 1000;
		const shown = memory.light.shown;
		// A pattern without an end goes on as it is.
		if (shown !== null && shown.sign === sign && until === null) return;

		const led = shown === null ? lookForLight() : shown.led;
		const former = shown?.former ?? (led === null ? null : readLight(led));
		if (led === null || former === null) return;

		memory.light = { shown: { led, former, sign, until } };
		touch();
		keep();
		come(begin(led, sign));
	}

	function isOpen() {
		return length(filter(memory.windows, window => window.session.open)) > 0;
	}

	function followLight(session, before) {
		if (before !== null && before.state === session.state && before.reason === session.reason) return;

		const sign = isOpen() ? 'progress' : signOf(session);

		if (sign === null) release();
		else show(sign);
	}

	function showError() {
		if (!isOpen()) show('error');
	}

	function tick() {
		const shown = memory.light.shown;
		if (shown === null) return;
		if (shown.until !== null && shown.until <= now().monotonic) return release();

		const pattern = PATTERNS[shown.sign];
		if (pattern.pause === 0 || canPlay(shown.led)) come(null);
		else if (pausing) come(begin(shown.led, shown.sign));
		else {
			pausing = true;
			light(shown.led, false);
			come(pattern.pause + int(pattern.off / 2));
		}
	}

	timer = uloop.timer(-1, () => guarded(tick));

	function resumeLight() {
		const shown = memory.light.shown;
		if (shown === null) return;

		// Another version may know other signs.
		if (!exists(LASTING, shown.sign) || (shown.until === null && !isOpen())) release();
		else come(begin(shown.led, shown.sign));
	}

	return { findLight, followLight, resumeLight, showError };
};
