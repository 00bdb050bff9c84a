import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The script behind a package's command, so that it runs on this Node and not through a shell. */
export function binOf(packageName: string, command = packageName): string {
  const manifest = findPackageJSON(packageName, import.meta.url);
  if (manifest === undefined) throw new Error(`${packageName} is not installed; run: npm ci`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifest), file);
}

/**
 * Where Node keeps what it has compiled: the tests start the same programs hundreds of times, and compiling takes more than half of each
 * start. To be given to them as `NODE_COMPILE_CACHE`.
 */
export const compileCache = join(root, 'out/compile-cache');

/** How a script ended, and what it wrote, standard output and standard error as they came. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a script on this Node beside others, and keeps what it writes. */
export function runBeside(script: string, args: readonly string[]): Promise<Finished> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a script on this Node to its end, its output on standard error. Answers its exit code. */
export function runToStandardError(
  script: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): number {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Milliseconds. */
const parentCheckMs = 500;

/** Becomes a program: its output, its signals and its exit code are this process's own. */
export function become(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Ctrl+C goes to all programs of the terminal: passed on, the child would take it for a second one, and not end in order.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  // npm passes a signal to its shell, which ends and tells nobody.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, parentCheckMs).unref();
  }
  child.on('error', (error) => {
    process.stderr.write(`${program} cannot be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}
