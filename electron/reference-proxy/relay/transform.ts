import { Buffer } from 'node:buffer';
import { type ChildProcess, spawn } from 'node:child_process';

/** Octets that a transformation may put out before it is taken for a runaway. */
const maxOutput = 64 * 1024 * 1024;

/** Milliseconds that a transformation may take. */
const maxTimeMs = 10_000;

/** Why a transformation gave no mail. Names no mail content. */
export class TransformationFailed extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TransformationFailed';
  }
}

/**
 * The mail as the program gives it back: standard input to standard output, no shell. Throws `TransformationFailed` when the program
 * is missing, ends in another way than with exit code 0, takes longer than 10 s or puts out more than 64 MiB; and when aborted.
 */
export function transformMail(
  argv: readonly [string, ...string[]],
  mail: Buffer,
  signal?: AbortSignal,
): Promise<Buffer> {
  const [program, ...args] = argv;
  return new Promise((resolve, reject) => {
    // Where no file descriptor is left it comes without streams, and says why a turn later.
    const child: ChildProcess = spawn(program, args, {
      shell: false,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      timeout: maxTimeMs,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    });
    child.on('error', (error) =>
      reject(new TransformationFailed(`${program} could not be run`, error)),
    );
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxOutput) child.kill('SIGKILL');
    });
    child.on('close', (code, signalName) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else
        reject(
          new TransformationFailed(`${program} ended with ${signalName ?? `exit code ${code}`}`),
        );
    });
    // A program may end without reading all of its input, as `head` does: its exit code decides.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(mail);
  });
}
