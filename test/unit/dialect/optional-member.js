// rule: optional-chain, line 2
const f = reply => reply.data?.values.username;
export { f as default };
