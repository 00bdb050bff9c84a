import { type ChildProcess, spawn } from 'node:child_process';

/** More than any password with what a program may say beside it, bytes. */
const mostOutput = 64 * 1024;
const mostSaid = 4096;
/** How long output of a program that is over may still be read, milliseconds: an agent that it started may hold it open. */
const drainMs = 500;
/** On Windows a group of its own would open a console window. */
const ownGroup = process.platform !== 'win32';

/** How a program came to its end. */
export type Ran =
  | { readonly kind: 'not-started'; readonly cause: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'flood' }
  | { readonly kind: 'aborted' }
  | {
      readonly kind: 'ended';
      /** Null where a signal ended it. */
      readonly exitCode: number | null;
      readonly output: Buffer;
      readonly said: Buffer;
    };

/**
 * Runs a program with an argument vector, never through a shell, with nothing to read, for so long at most; then it is killed with all that it
 * started. What it is not to know of the console's own environment is taken out.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Ran> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ kind: 'aborted' });
      return;
    }
    let child: ChildProcess;
    try {
      child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environment(process.env),
        detached: ownGroup,
        windowsHide: true,
      });
    } catch (error) {
      resolve({ kind: 'not-started', cause: codeOf(error) });
      return;
    }
    // For as long as the program lives: one that cannot be killed says it by this event, too, and there is nothing to be done about that.
    child.on('error', (error) => {
      if (child.pid === undefined) finish({ kind: 'not-started', cause: codeOf(error) });
    });
    const output: Buffer[] = [];
    const said: Buffer[] = [];
    let outputLength = 0;
    let saidLength = 0;
    const finish = (ran: Ran): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      // Whatever comes of the kill, whoever waits has the answer.
      resolve(ran);
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (ran.kind !== 'ended') killGroup(child);
    };
    const abort = (): void => finish({ kind: 'aborted' });
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    child.stdout?.on('data', (bytes: Buffer) => {
      outputLength += bytes.length;
      if (outputLength > mostOutput) finish({ kind: 'flood' });
      else output.push(bytes);
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      if (saidLength < mostSaid) said.push(bytes.subarray(0, mostSaid - saidLength));
      saidLength += bytes.length;
    });
    child.once('exit', (exitCode) => {
      const end = (): void => {
        clearTimeout(drain);
        finish({
          kind: 'ended',
          exitCode,
          output: Buffer.concat(output),
          said: Buffer.concat(said),
        });
      };
      const drain = setTimeout(end, drainMs);
      child.once('close', end);
    });
  });
}

/** Neither a password nor a passphrase that was given to the console goes along. */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('SPCP_')));
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? 'unknown';
}

/** Where Windows has no taskkill, or it fails, the program alone. */
function killTree(child: ChildProcess): void {
  const killer = spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  killer.on('error', () => child.kill('SIGKILL'));
  killer.on('exit', (exitCode) => {
    if (exitCode !== 0) child.kill('SIGKILL');
  });
}

/**
 * With what it started. Of a program that is over nothing is killed: its number may be another's by now. One that took other rights (pkexec,
 * sudo) cannot be killed, and a group that is over already is refused by some systems: then at least the program itself is tried.
 */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (!ownGroup) {
    killTree(child);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EPERM') child.kill('SIGKILL');
    else if (code !== 'ESRCH') throw error;
  }
}
