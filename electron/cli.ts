import { fileURLToPath } from 'node:url';
import { keepCompiled } from './base/compile-cache.ts';

// Before everything else is loaded, as the web shell does.
keepCompiled(fileURLToPath(new URL('../out/compile-cache', import.meta.url)));
const { runCommandLine } = await import('./cli/run.ts');
// The exit code is set, and the process left to end by itself, so that all that was written goes out.
process.exitCode = await runCommandLine(process.argv.slice(2), process);
