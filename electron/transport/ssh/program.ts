import { Duplex } from 'node:stream';
import { AppError } from '../../../shared/errors.ts';
import { within } from '../../base/within.ts';
import { commandArguments, unknownOption } from './arguments.ts';
import { lastWords, programFailure } from './failure.ts';
import { afterLine, maxGreeting } from './greeting.ts';
import { type SshProcess, startSsh } from './process.ts';

/** A program on an SSH server that speaks over its standard streams. */
export interface SshProgram {
  /** `[user@]host[:port]`, or a name of the user's own SSH configuration. */
  readonly sshDestination: string;
  /** For the shell there; it does not begin with a hyphen. */
  readonly command: string;
  /** What its first line says: whatever comes before (a greeting of the shell's start files) is nothing of it. */
  readonly firstLine: string;
}

export interface SshProgramOptions {
  /** Ends it, also after it began. */
  readonly signal: AbortSignal;
  /** Until its first line, milliseconds. */
  readonly connectTimeoutMs: number;
}

/** It has said its first line. */
export interface RunningProgram {
  /** What it says after that, and what it is told; it ends where the program does. Destroying it ends the program. */
  readonly stream: Duplex;
  /** Why it ended, once `ssh` is over; never rejects. */
  readonly ended: Promise<AppError>;
}

/** How long the program may take to end once its input is closed, milliseconds. */
const endMs = 3000;

/**
 * Starts a program through the user's `ssh`. Where it fails, `ssh` is over before this rejects. Throws `invalid-input`, `ssh-missing`,
 * `ssh-host-key`, `ssh-login-refused`, `host-not-found`, `unreachable`, `connect-timeout`, `relay-failed`, `remote-console`, `cancelled`.
 */
export async function startSshProgram(
  program: SshProgram,
  options: SshProgramOptions,
): Promise<RunningProgram> {
  try {
    return await startWith(program, options, false);
  } catch (error) {
    const said = error instanceof AppError && 'said' in error.detail ? error.detail.said : '';
    if (!unknownOption.test(said)) throw error;
    return startWith(program, options, true);
  }
}

async function startWith(
  { sshDestination, command, firstLine }: SshProgram,
  { signal, connectTimeoutMs }: SshProgramOptions,
  older: boolean,
): Promise<RunningProgram> {
  const cancelled = (): AppError =>
    new AppError('cancelled', { case: 'connection', where: sshDestination });
  const args = commandArguments(sshDestination, command, { connectTimeoutMs, older });
  if (signal.aborted) throw cancelled();
  const began = Promise.withResolvers<void>();
  let greeting: Buffer | null = Buffer.alloc(0);
  const ssh = startSsh(args, {
    onOutput(bytes) {
      if (greeting === null) {
        if (!stream.push(bytes)) ssh.pause();
        return;
      }
      greeting = Buffer.concat([greeting, bytes]);
      const rest = afterLine(greeting, firstLine);
      if (rest !== null) {
        greeting = null;
        began.resolve();
        if (rest.length > 0 && !stream.push(rest)) ssh.pause();
      } else if (greeting.length > maxGreeting) {
        greeting = Buffer.alloc(0);
        began.reject(new AppError('remote-console', { case: 'noise', sshDestination }));
      }
    },
    onSaid: () => undefined,
  });
  const stream = streamOf(ssh);
  const ended = ssh.exited.then((exit) => {
    // What it said last is read before the end.
    stream.push(null);
    const target = { sshDestination, program: command };
    const why = programFailure(exit, ssh.said, target);
    const said = lastWords(ssh.said);
    const { code: exitCode } = exit;
    return why ?? new AppError('remote-console', { case: 'ended', sshDestination, said, exitCode });
  });
  try {
    await within(
      () =>
        Promise.race([
          began.promise,
          ended.then((why) => {
            throw why;
          }),
        ]),
      {
        ms: connectTimeoutMs,
        onTimeout: () => {
          const said = lastWords(ssh.said);
          throw new AppError('connect-timeout', { case: 'shell', sshDestination, said });
        },
        signal,
        onAbort: cancelled,
      },
    );
  } catch (error) {
    await ssh.kill();
    throw error;
  }
  const stop = (): void => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  void ended.then(() => signal.removeEventListener('abort', stop));
  return { stream, ended };
}

function streamOf(ssh: SshProcess): Duplex {
  return new Duplex({
    // The program is told that nothing more comes, and ends of its own accord.
    autoDestroy: false,
    read: () => ssh.resume(),
    write(chunk: Buffer, _encoding, done) {
      ssh.write(chunk, done);
    },
    final(done) {
      void ssh.end(endMs).then(() => done());
    },
    destroy(error, done) {
      void ssh.kill().then(() => done(error));
    },
  });
}
