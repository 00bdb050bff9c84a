import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Another process that adds profiles. */
export interface WriterProcess {
  /** The names of those that it was told are saved. */
  readonly saved: readonly string[];
  /** Resolves when it has saved so many. */
  reach(count: number): Promise<void>;
  /** At once, wherever it is: SIGKILL. */
  kill(): Promise<void>;
  /** Its exit code and what it wrote to standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

export function startWriter(directory: string, prefix: string, count: number): WriterProcess {
  return startProcess(new URL('./profile-writer.ts', import.meta.url), [
    directory,
    prefix,
    String(count),
  ]);
}

/** Another process that makes so many changes, single ones and batches by turns (`batches.ts`), and tells the number of each. */
export function startBatches(directory: string, count: number): WriterProcess {
  return startProcess(new URL('./batch-writer.ts', import.meta.url), [directory, String(count)]);
}

function startProcess(script: URL, args: readonly string[]): WriterProcess {
  const path = fileURLToPath(script);
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const saved: string[] = [];
  let rest = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    saved.push(...lines);
    child.emit('saved');
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return {
    saved,
    ended,
    async reach(wanted) {
      while (saved.length < wanted) {
        const over = await Promise.race([once(child, 'saved').then(() => null), ended]);
        if (over !== null && saved.length < wanted)
          throw new Error(`the writer ended: ${over.errors}`);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
