// rule: no-null-chain, line 2
const f = peer => peer?.ip === null;
export { f as default };
