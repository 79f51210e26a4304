// rule: optional-chain, line 2
const f = timer => timer?.cancel();
export { f as default };
