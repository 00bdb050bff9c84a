import { type ChildProcess, spawn } from 'node:child_process';
import { type Trial, trialLimits } from '../../../shared/model/trial.ts';
import { withEmptyDirectory } from './empty-directory.ts';

/** Where a login shell looks for programs on most systems; the server's own PATH is the proxy host's business. */
export const trialPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** How long output of a command that is over may still be read, milliseconds: something that it started may hold it open. */
const drainMs = 300;

/** In blocks of 512 bytes and in seconds, as POSIX has it; the command itself is an argument, whatever is in it. */
const limited = `ulimit -c 0; ulimit -f ${trialLimits.file / 512}; ulimit -t ${trialLimits.timeMs / 1000}; exec /bin/sh -c "$1"`;

/**
 * Runs a transformation on a mail as the proxy's host would: by `/bin/sh -c`, the mail on standard input. In an empty directory that is removed
 * after, with nothing of this process's environment, for so long and with so much output at most; then it is killed with all of its process
 * group. What it does otherwise is done: it is a program of this user, and these limits guard against mistakes, not against malice. Rejects with
 * what the system says where it cannot be started.
 */
export function runTrial(
  command: string,
  mail: string,
  { signal, timeMs = trialLimits.timeMs }: { signal?: AbortSignal; timeMs?: number } = {},
): Promise<Trial> {
  return withEmptyDirectory(async (directory, filesIn) => {
    const started = performance.now();
    const child = spawn('/bin/sh', ['-c', limited, 'sh', command], {
      cwd: directory,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: trialPath, HOME: directory, TMPDIR: directory, LC_ALL: 'C', PWD: directory },
    });
    const ran = await follow(child, mail, timeMs, signal);
    return { ...ran, files: await filesIn(), durationMs: performance.now() - started };
  });
}

type Ran = Omit<Trial, 'files' | 'durationMs'>;

function follow(
  child: ChildProcess,
  mail: string,
  timeMs: number,
  signal: AbortSignal | undefined,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    const { stdin, stdout, stderr } = child;
    // Where no file descriptor is left it comes without them, and says why a turn later.
    if (!stdin || !stdout || !stderr) return;
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let length = 0;
    let errorLength = 0;
    let unread = false;
    let closed = false;
    const end = (how: Pick<Trial, 'end' | 'exitCode' | 'signal'>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      const leftRunning = killGroup(child) && how.end !== 'timeout' && how.end !== 'flood';
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
      resolve({
        ...how,
        output: Buffer.concat(output).toString(),
        errors: Buffer.concat(errors).toString(),
        errorsCut: errorLength > trialLimits.errors,
        unread,
        leftRunning: leftRunning || (how.end === 'exited' && !closed),
      });
    };
    const killed = (how: 'timeout' | 'flood'): void =>
      end({ end: how, exitCode: null, signal: null });
    const onAbort = (): void => killed('timeout');
    const timer = setTimeout(() => killed('timeout'), timeMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted === true) onAbort();

    // What it does not read it does not have to.
    stdin.on('error', () => {
      unread = true;
    });
    stdin.end(mail);
    stdout.on('data', (bytes: Buffer) => {
      const room = trialLimits.output - length;
      length += bytes.length;
      output.push(bytes.subarray(0, Math.max(0, room)));
      if (length > trialLimits.output) killed('flood');
    });
    stderr.on('data', (bytes: Buffer) => {
      errors.push(bytes.subarray(0, Math.max(0, trialLimits.errors - errorLength)));
      errorLength += bytes.length;
    });
    child.once('exit', (exitCode, by) => {
      if (!stdin.writableFinished) unread = true;
      const over = (): void => {
        clearTimeout(drain);
        end({ end: by === null ? 'exited' : 'signal', exitCode, signal: by });
      };
      const drain = setTimeout(over, drainMs);
      child.once('close', () => {
        closed = true;
        over();
      });
    });
  });
}

/** Answers whether anything of the group was there to be killed. */
function killGroup({ pid }: ChildProcess): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // EPERM: of what took other rights nothing can be killed from here.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    if (code === 'EPERM') return true;
    throw error;
  }
}
