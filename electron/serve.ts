import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** When all that a start takes is loaded, milliseconds: what was compiled is kept also where the process is killed later. */
const startedMs = 10_000;

// Compiling takes more than half of a start, and stripping the types a good part: both are done once. What is loaded before this line is
// not kept, so everything else is loaded after it.
enableCompileCache(fileURLToPath(new URL('../out/compile-cache', import.meta.url)));
setTimeout(flushCompileCache, startedMs).unref();
const { runWebShell } = await import('./web/run.ts');
await runWebShell(process.argv.slice(2));
