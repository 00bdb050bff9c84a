import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { nodeFlags } from '../../../build/node-flags.ts';
import type { Options } from '../support/benchmark.ts';
import type { JudgedRow } from '../support/row.ts';

/** What came of a benchmark. */
export interface Result {
  readonly rows: readonly JudgedRow[];
  readonly outcome: 'done' | 'failed' | 'cannot-run' | 'interrupted';
  /** Of time. */
  readonly seconds: number;
}

/** A process that was told to end and is busy meanwhile has so long, milliseconds. */
const mostToEndMs = 5000;

/**
 * Runs one benchmark of a checkout in a process of its own. Never rejects but for a program that cannot be started. Once `signal` has fired the
 * process is ended with all that it started. What it leaves behind in the directory for temporary files is removed.
 */
export async function runBenchmark(
  checkout: string,
  name: string,
  options: Options,
  signal: AbortSignal,
): Promise<Result> {
  if (signal.aborted) return { rows: [], outcome: 'interrupted', seconds: 0 };
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...nodeFlags,
      '--expose-gc',
      join(checkout, 'test/bench/run-one.ts'),
      name,
      JSON.stringify(options),
    ],
    {
      cwd: checkout,
      env: { ...process.env, TMPDIR: directory },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let kill: NodeJS.Timeout | undefined;
  const end = (): void => {
    child.kill('SIGTERM');
    kill = setTimeout(() => child.kill('SIGKILL'), mostToEndMs);
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return {
      rows: rowsOf(output, signal.aborted),
      outcome: signal.aborted ? 'interrupted' : outcomeOf(code),
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    clearTimeout(kill);
    signal.removeEventListener('abort', end);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

const outcomes: ReadonlyMap<number | null, Result['outcome']> = new Map([
  [0, 'done'],
  [3, 'cannot-run'],
  // Ctrl+C goes to all programs of the terminal, and may reach it first.
  [130, 'interrupted'],
]);
const outcomeOf = (code: number | null): Result['outcome'] => outcomes.get(code) ?? 'failed';

/** `cut`: the last line may be half of one. */
function rowsOf(output: string, cut: boolean): JudgedRow[] {
  const lines = output.split('\n');
  const last = lines.pop() ?? '';
  if (last !== '' && !cut) throw new Error(`a benchmark printed half a line: ${last}`);
  return lines.filter(Boolean).map((line) => JSON.parse(line) as JudgedRow);
}
