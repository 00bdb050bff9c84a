import { refuseOldNode } from './command/old-node.ts';

refuseOldNode(process);
const { runConsole } = await import('./command/run.ts');
await runConsole(process.argv.slice(2), process);
