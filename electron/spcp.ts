import { refuseOldNode } from './command/old-node.ts';

refuseOldNode(process);
const { runConsole } = await import('./command/run.ts');
await runConsole(['cli', ...process.argv.slice(2)], process);
