/**
 * A small stand-in for LuCI's browser runtime: as much of it as the WPS tab uses, with LuCI's manners —
 * a plain string is HTML, an array is text (a null in it reads "null"), calls of one tick travel together, a failed call resolves
 * with its code. The real one takes its place when LUCI_DIR names a LuCI checkout.
 */
/* global ENV */
'use strict';

(() => {
	const translations = window.TRANSLATIONS ?? {};

	window._ = text => translations[text] ?? text;
	window.N_ = (count, one, many) => (count === 1 ? window._(one) : window._(many));

	String.prototype.format = function (...args) {
		let next = 0;

		return this.replace(/%(0?)(\d*)([%sdh])/g, (whole, pad, width, type) => {
			if (type === '%') return '%';
			const value = args[next++];
			const text = type === 'd' ? String(Math.floor(Number(value))) : String(value);
			return type === 'h' ? escapeHtml(text) : text.padStart(Number(width) || 0, pad || ' ');
		});
	};

	function escapeHtml(text) {
		return text.replace(/[&<>"']/g, char => '&#' + char.charCodeAt(0) + ';');
	}

	const dom = {
		append(node, children) {
			if (Array.isArray(children))
				for (const child of children) {
					node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
				}
			else if (children instanceof Node) node.appendChild(children);
			else if (children !== null && children !== undefined) node.innerHTML = String(children);
			return node;
		},

		content(node, children) {
			node.replaceChildren();
			return dom.append(node, children);
		},

		create(html, attributes, children) {
			if (!(attributes instanceof Object) || Array.isArray(attributes) || attributes instanceof Node)
				[attributes, children] = [{}, attributes];

			const node = document.createElement(html);
			for (const [name, value] of Object.entries(attributes)) {
				if (value === null || value === undefined) continue;
				if (typeof value === 'function') node.addEventListener(name, value);
				else node.setAttribute(name, value);
			}
			return dom.append(node, children);
		}
	};
	window.E = dom.create;

	/* calls: those of one tick go in one request */
	let queue = [];
	let id = 1;

	function send() {
		const batch = queue;
		queue = [];
		const one = batch.length === 1;
		fetch(ENV.ubuspath, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(one ? batch[0].message : batch.map(({ message }) => message))
		})
			.then(async response => {
				if (!response.ok) throw new Error('HTTP error ' + response.status);
				const body = await response.json();
				const replies = one ? [body] : body;
				for (const call of batch) {
					const reply = replies.find(other => other.id === call.message.id);
					call.settle(reply ?? { error: { code: -32603, message: 'No answer' } });
				}
			})
			.catch(error => batch.forEach(call => call.fail(error)));
	}

	const interceptors = [];
	const rpc = {
		addInterceptor(check) {
			interceptors.push(check);
			return check;
		},
		declare({ object, method, params = [], expect, reject: raise }) {
			return (...args) =>
				new Promise((resolve, reject) => {
					const named = Object.fromEntries(params.map((name, i) => [name, args[i]]));
					if (!queue.length) setTimeout(send);
					queue.push({
						message: {
							jsonrpc: '2.0',
							id: id++,
							method: 'call',
							params: [ENV.sessionid, object, method, named]
						},
						fail: reject,
						async settle(reply) {
							try {
								await Promise.all(interceptors.map(check => check(reply, { object, method })));
							} catch (error) {
								if (reply.error?.code === -32002) checkSession(object, method);
								return reject(error);
							}
							if (reply.error) {
								if (reply.error.code === -32002) checkSession(object, method);
								return reject(
									new Error(
										'RPC call to %s/%s failed with error %d: %s'.format(
											object,
											method,
											reply.error.code,
											reply.error.message
										)
									)
								);
							}
							const [code, data] = reply.result;
							if (raise && code) return reject(new Error('RPC call failed with ubus code ' + code));
							let result = data ?? code;
							for (const [key, fallback] of Object.entries(expect ?? {})) {
								if (key) result = result?.[key];
								if (Object.prototype.toString.call(result) !== Object.prototype.toString.call(fallback))
									result = fallback;
							}
							resolve(result);
						}
					});
				});
		},

		getStatusText(code) {
			return (
				[
					'Command OK',
					'Invalid command',
					'Invalid argument',
					'Method not found',
					'Resource not found',
					'No data received',
					'Permission denied',
					'Request timeout',
					'Not supported',
					'Unspecified error',
					'Connection lost'
				][code] ?? 'Unknown error code'
			);
		}
	};

	const access = rpc.declare({
		object: 'session',
		method: 'access',
		params: ['scope', 'object', 'function'],
		expect: { access: false }
	});

	function checkSession(object, method) {
		if (object === 'session' && method === 'access') return;
		access('uci', 'luci', 'read').catch(() => {
			poll.stop();
			ui.showModal(window._('Session expired'), [
				window.E('p', {}, [window._('A new login is required since the authentication session expired.')]),
				window.E('div', { class: 'right' }, [
					window.E('button', { class: 'btn', click: () => location.reload() }, [window._('Log in…')])
				])
			]);
		});
	}

	const entries = [];
	let timer = null;
	let ticks = 0;
	const poll = {
		add(task, seconds) {
			if (entries.some(entry => entry.task === task)) return false;
			entries.push({ task, seconds, busy: false });
			poll.start();
			return true;
		},
		remove(task) {
			const at = entries.findIndex(entry => entry.task === task);
			if (at >= 0) entries.splice(at, 1);
			return at >= 0;
		},
		start() {
			if (timer !== null) return false;
			timer = setInterval(poll.step, 1000);
			return true;
		},
		stop() {
			clearInterval(timer);
			timer = null;
		},
		step() {
			ticks++;
			for (const entry of entries) {
				if (entry.busy || ticks % entry.seconds) continue;
				entry.busy = true;
				Promise.resolve(entry.task())
					.catch(() => {})
					.finally(() => (entry.busy = false));
			}
		},
		active: () => timer !== null
	};

	const overlay = window.E('div', { id: 'modal_overlay', tabindex: '-1' }, [
		window.E('div', { class: 'modal', role: 'dialog', 'aria-modal': 'true' })
	]);
	overlay.addEventListener('keydown', event => {
		if (event.key === 'Escape') overlay.querySelector('.right > button')?.click();
	});

	/** A table whose rows are made anew by each update, with the titles of its columns for a phone. */
	class Table {
		constructor(captions, options, placeholder) {
			this.classes = options.captionClasses ?? [];
			this.titles = captions;
			this.node = window.E('table', { id: options.id, class: 'table' }, [
				window.E(
					'tr',
					{ class: 'tr table-titles' },
					captions.map((caption, i) => window.E('th', { class: this.classOf('th', i) }, [caption]))
				)
			]);
			this.update([], placeholder);
		}

		classOf(name, column) {
			return [name, ...[this.classes[column] ?? []].flat()].join(' ').trim();
		}

		update(rows, placeholder) {
			const cell = (value, i) =>
				window.E(
					'td',
					{
						class: this.classOf('td', i),
						'data-title': (this.titles[i].innerText ?? this.titles[i]) || null
					},
					Array.isArray(value) ? value[1] : value
				);
			const built = rows.map(row => window.E('tr', { class: 'tr' }, row.map(cell)));
			if (!built.length)
				built.push(window.E('tr', { class: 'tr placeholder' }, [window.E('td', { class: 'td' }, placeholder)]));
			this.node.replaceChildren(this.node.firstElementChild, ...built);
			return this.node;
		}

		render() {
			return this.node;
		}
	}

	const ui = {
		Table,
		showModal(title, children, ...classes) {
			const dialog = overlay.firstElementChild;
			dialog.className = ['modal', ...classes].join(' ');
			dom.content(dialog, [window.E('h4', {}, title)]);
			dom.append(dialog, children);
			document.body.classList.add('modal-overlay-active');
			overlay.focus();
			return dialog;
		},
		hideModal() {
			document.body.classList.remove('modal-overlay-active');
			overlay.blur();
		},
		addNotification(title, children, ...classes) {
			const note = window.E('div', { class: ['alert-message', ...classes].join(' ') });
			if (title) note.append(window.E('h4', {}, title));
			dom.append(note, children);
			document.querySelector('#maincontent').prepend(note);
			return note;
		},
		createHandlerFn(self, task, ...args) {
			return event => {
				const button = event.currentTarget;
				button.classList.add('spinning');
				button.disabled = true;
				Promise.resolve((typeof task === 'string' ? self[task] : task).call(self, ...args, event)).finally(
					() => {
						button.classList.remove('spinning');
						button.disabled = false;
					}
				);
			};
		}
	};

	const configs = {};
	const getConfig = rpc.declare({
		object: 'uci',
		method: 'get',
		params: ['config'],
		expect: { values: {} },
		reject: true
	});
	const uci = {
		async load(config) {
			configs[config] ??= await getConfig(config);
		},
		unload(config) {
			delete configs[config];
		},
		get(config, section, option) {
			const found = configs[config]?.[section];
			return (option ? found?.[option] : found) ?? null;
		}
	};

	const view = {
		extend: members => ({ extends: 'view', ...members })
	};

	const L = (window.L = {
		env: ENV,
		dom,
		url: (...parts) => [ENV.scriptname, ...parts].join('/'),
		resource: (...parts) => [ENV.resource, ...parts].join('/'),
		require: name => load(name),
		resolveDefault: (value, fallback) => Promise.resolve(value).catch(() => fallback)
	});

	const Class = { extend: members => members };
	L.Class = Class;

	const modules = { baseclass: Class, dom, poll, rpc, ui, uci, view };

	/** Runs a module the way LuCI does: its leading `'require x [as y]'` lines become parameters. */
	async function load(name) {
		if (modules[name]) return modules[name];

		const response = await fetch(ENV.resource + '/' + name.replaceAll('.', '/') + '.js?v=' + ENV.resource_version);
		if (!response.ok) throw new Error('HTTP error ' + response.status + ' while loading class ' + name);

		const source = await response.text();
		const names = [];
		const values = [];
		for (const [, directive] of source.matchAll(/^\s*['"](use strict|require [\w. ]+)['"];$/gm)) {
			const [, needed, as] = directive.match(/^require (\S+)(?: as (\w+))?$/) ?? [];
			if (!needed) continue;
			names.push(as ?? needed.replace(/\W/g, '_'));
			values.push(await load(needed));
		}
		return (modules[name] = new Function('window', 'document', 'L', ...names, source)(
			window,
			document,
			L,
			...values
		));
	}

	ui.instantiateView = async path => {
		const box = document.querySelector('#view');
		try {
			const page = await load('view.' + path.replaceAll('/', '.'));
			dom.content(box, await page.render(await page.load()));
		} catch (error) {
			dom.content(box, [window.E('p', { class: 'alert-message error' }, [String(error.stack ?? error)])]);
		}
	};

	document.addEventListener('DOMContentLoaded', () => {
		document.body.append(overlay);
		const path = document.querySelector('#view')?.dataset.view;
		if (path) ui.instantiateView(path);
	});
})();
