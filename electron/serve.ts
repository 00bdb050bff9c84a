import { fileURLToPath } from 'node:url';
import { keepCompiled } from './base/compile-cache.ts';
import { ignoreEarlyReload } from './web/early-reload.ts';

ignoreEarlyReload();
// Compiling takes more than half of a start, and stripping the types of sources a good part: both are done once. What is loaded before
// this line is not kept, so everything else is loaded after it.
keepCompiled(fileURLToPath(new URL('../out/compile-cache', import.meta.url)));
const { runWebShell } = await import('./web/run.ts');
await runWebShell(process.argv.slice(2));
