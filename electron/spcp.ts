import { refuseOldNode } from './command/old-node.ts';

refuseOldNode(process);
// An older Node has none of it.
const { keepCompiled, userCache } = await import('./base/compile-cache.ts');
keepCompiled(userCache(process.env));
const { runConsole } = await import('./command/run.ts');
const words = process.argv.slice(2);
const asksVersion = words[0] === '--version' || words[0] === '-V';
await runConsole(asksVersion ? words : ['cli', ...words], process);
