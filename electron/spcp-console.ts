import { refuseOldNode } from './command/old-node.ts';

refuseOldNode(process);
// An older Node has none of it.
const { keepCompiled, userCache } = await import('./base/compile-cache.ts');
keepCompiled(userCache(process.env));
const { runConsole } = await import('./command/run.ts');
await runConsole(process.argv.slice(2), process);
