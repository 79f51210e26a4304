// The other end of index.ts: runs a script in the real ucode, whose modules and outside world are the
// simulated router's. Arguments: the script, its folder of modules. Lines of JSON go to and fro.
'use strict';

const fs = require('fs');
const parse = json;
const input = fs.stdin;
const output = fs.stdout;

/** Imports find the modules that the router has put there for them. */
const OPTIONS = { raw_mode: true, module_search_path: [`${ARGV[1]}/*.uc`] };

/** Functions that the router may call, by number. */
const own = {};
let count = 0;

let remote;

/** A value as it travels: functions of this side and handles of the other go by number. */
function encode(value) {
	switch (type(value)) {
	case 'function': {
		const id = `${++count}`;
		own[id] = value;
		return { _own: id };
	}
	case 'array':
		return map(value, encode);
	case 'object': {
		if (value._handle) return { _handle: value._handle };
		const copy = {};
		for (let key in keys(value)) copy[key] = encode(value[key]);
		return copy;
	}
	default:
		return value;
	}
}

function decode(value) {
	if (type(value) === 'array') return map(value, decode);
	if (type(value) !== 'object') return value;
	if (value._function) {
		const id = value._function;
		return (...args) => remote(id, args);
	}

	const copy = {};
	for (let key in keys(value)) copy[key] = key === '_handle' ? value[key] : decode(value[key]);
	return copy;
}

function send(message) {
	output.write(`${sprintf('%J', message)}\n`);
	output.flush();
}

/** Answers calls until the answer to the own one is there. */
function serve() {
	for (;;) {
		const line = input.read('line');
		if (!line) exit(0);
		const message = parse(line);

		for (let id in message.free ?? []) delete own[id];
		if (exists(message, 'error')) die(message.error);
		if (!exists(message, 'call')) return decode(message.answer);

		let answer;
		try {
			answer = { answer: encode(own[message.call](...decode(message.args))) };
		} catch (e) {
			answer = { error: e.message, where: e.stacktrace[0]?.context ?? '' };
		}
		send(answer);
	}
}

remote = (id, args) => {
	send({ call: id, args: encode(args) });
	return serve();
};

// The router tells its modules and globals first.
const surroundings = serve();
global.modules_of_router = surroundings.modules;

const scripts = {};
global.require = name => {
	if (exists(surroundings.modules, name)) return surroundings.modules[name];
	if (!exists(scripts, name)) scripts[name] = loadstring(surroundings.script(name), OPTIONS)();
	return scripts[name];
};
for (let name in keys(surroundings.globals)) global[name] = surroundings.globals[name];

let answer;
try {
	const script = loadfile(ARGV[0], OPTIONS);
	answer = { answer: encode(script()) };
} catch (e) {
	answer = { error: e.message, where: e.stacktrace[0]?.context ?? '' };
}
send(answer);
serve();
