// rule: no-default-import, line 2
import fs from 'fs';
const f = () => fs;
export { f as default };
