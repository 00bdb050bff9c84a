import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What is written to standard input, which is then closed. */
  readonly input?: string | Uint8Array;
  /** An open file that is its standard output; a pipe unless told. */
  readonly stdout?: number;
}

/** A run that is under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when standard output has this many whole lines; rejects when the run ends before. */
  lines(count: number): Promise<string[]>;
  /** Resolves when standard output has this text; rejects when the run ends before. */
  prints(text: string): Promise<void>;
  /** Resolves when standard error has this text; rejects when the run ends before. */
  says(text: string): Promise<void>;
}

/** Starts the real command line with these arguments, in English unless told. Nothing of this process's own SPCP variables reaches it. */
export function start(args: readonly string[], options: RunOptions = {}): Running {
  const {
    SPCP_PASSWORD: _password,
    SPCP_CONSOLE_HOME: _home,
    SPCP_CONSOLE_MANAGED: _managed,
    ...inherited
  } = process.env;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'electron/cli.ts', ...args],
    {
      cwd: root,
      env: { ...inherited, LC_ALL: 'C', ...options.env },
      stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  let over: Ended | null = null;
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of [...waiting]) look();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    changed();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    changed();
  });
  // Who ends before it read its input closes the pipe; how it ended is what a test looks at.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      over = { code, out, err };
      changed();
      resolve(over);
    });
  });
  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const again = () => {
        const found = look();
        if (found === undefined && over === null) return;
        waiting.delete(again);
        if (found === undefined) reject(new Error(`ended with ${JSON.stringify(over)}`));
        else resolve(found);
      };
      waiting.add(again);
      again();
    });
  return {
    child,
    ended,
    lines: (count) =>
      until(() => {
        const whole = out.split('\n').slice(0, -1);
        return whole.length >= count ? whole : undefined;
      }),
    prints: (text) => until(() => (out.includes(text) ? true : undefined)).then(() => undefined),
    says: (text) => until(() => (err.includes(text) ? true : undefined)).then(() => undefined),
  };
}

/** Runs it to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return start(args, options).ended;
}
