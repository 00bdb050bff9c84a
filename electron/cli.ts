import { runCommandLine } from './cli/run.ts';

// The exit code is set, and the process left to end by itself, so that all that was written goes out.
process.exitCode = await runCommandLine(process.argv.slice(2), process);
