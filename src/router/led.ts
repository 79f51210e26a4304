import * as fs from 'fs';
import * as uci from 'uci';
import { caseLights, LEDS } from './case-led';

/** The kernel blinks by itself (ledtrig-timer.c); without it nothing is shown. */
const BLINKING = 'timer';

/** It blinks in any rhythm (ledtrig-pattern.c, kmod-ledtrig-pattern): most routers lack it. */
const PLAYING = 'pattern';

const NOTHING = 'none';

/** What the triggers of OpenWrt's kernels can be told, in an order in which they take it. */
const SETTINGS = ['delay_on', 'delay_off', 'device_name', 'interval', 'link', 'tx', 'rx', 'invert'];

/** What an LED did before: enough to have it do so again. */
export interface Former {
	trigger: string;
	brightness: string;
	settings: { [name: string]: string };
}

function attributeOf(led: string, attribute: string): string | null {
	const text = fs.readfile(`${LEDS}/${led}/${attribute}`);
	return text === null ? null : trim(text);
}

function set(led: string, attribute: string, value: string): void {
	fs.writefile(`${LEDS}/${led}/${attribute}`, value);
}

/** The kernel lists all triggers, the one at work in brackets: `none [timer] heartbeat`. */
function triggersOf(led: string): string[] {
	return split(attributeOf(led, 'trigger') ?? '', ' ');
}

function triggerOf(led: string): string {
	const chosen = filter(triggersOf(led), trigger => substr(trigger, 0, 1) === '[')[0] ?? '';
	return substr(chosen, 1, max(0, length(chosen) - 2));
}

function knows(led: string, trigger: string): boolean {
	return index(triggersOf(led), trigger) >= 0 || triggerOf(led) === trigger;
}

/** LEDs that the owner has given something to do (/etc/config/system). */
function configured(): string[] {
	const cursor = uci.cursor() ?? die('uci');
	const found: string[] = [];

	cursor.load('/etc/config/system');
	cursor.foreach('system', 'led', section => {
		if (type(section.sysfs) === 'string') push(found, section.sysfs);
	});
	return found;
}

/**
 * The LED that shows WPS: the one that is named, else the case's own (its label's function is WPS, or QSS in TP-Link's words)
 * unless the owner uses it for something else. Null where there is none, or the kernel can't blink it.
 */
export function findLight(named: string | null): string | null {
	const taken = configured();
	const own = filter(caseLights(), led => index(taken, led) < 0);
	const led = named ?? own[0] ?? null;

	return led !== null && knows(led, BLINKING) ? led : null;
}

/** What the LED does now; null: there is no such LED. */
export function readLight(led: string): Former | null {
	const brightness = attributeOf(led, 'brightness');
	if (brightness === null) return null;

	const settings: Former['settings'] = {};
	for (const name of SETTINGS) {
		const value = attributeOf(led, name);
		if (value !== null) settings[name] = value;
	}

	return { trigger: triggerOf(led), brightness, settings };
}

/** Whether the kernel can play any rhythm on it. */
export function canPlay(led: string): boolean {
	return knows(led, PLAYING);
}

/** The most that it can shine. */
function brightest(led: string): number {
	return max(1, int(attributeOf(led, 'max_brightness') ?? ''));
}

/** Dark, or as bright as it can be. */
export function light(led: string, on: boolean): void {
	set(led, 'trigger', NOTHING);
	set(led, 'brightness', on ? `${brightest(led)}` : '0');
}

/** Has the kernel blink it, milliseconds on and off. */
export function blink(led: string, on: number, off: number): void {
	set(led, 'trigger', BLINKING);
	set(led, 'delay_on', `${on}`);
	set(led, 'delay_off', `${off}`);
}

/** Has the kernel play a rhythm on it. */
export function play(led: string, textFor: (brightness: number) => string): void {
	set(led, 'trigger', PLAYING);
	set(led, 'pattern', textFor(brightest(led)));
}

/** Has the LED do again what it did before; what somebody else has made of it meanwhile stays. */
export function giveBack(led: string, former: Former): void {
	if (index([NOTHING, BLINKING, PLAYING], triggerOf(led)) < 0) return;

	// This ends what drives it as well (led-class.c, brightness_store); a trigger that has nothing to show would leave it lit.
	set(led, 'brightness', '0');
	set(led, 'trigger', former.trigger);
	for (const name of SETTINGS) if (exists(former.settings, name)) set(led, name, former.settings[name]);
	if (former.trigger === NOTHING) set(led, 'brightness', former.brightness);
}
