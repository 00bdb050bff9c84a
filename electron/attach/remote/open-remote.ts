import { AppError } from '../../../shared/errors.ts';
import { contractVersion, type Welcome } from '../../../shared/ipc/hello.ts';
import type { RemoteConsole } from '../../../shared/model/remote-console.ts';
import type { Router } from '../../ipc/router.ts';
import { quoteForShell } from '../../transport/ssh/arguments.ts';
import { type RunningProgram, startSshProgram } from '../../transport/ssh/program.ts';
import { type AttachedConsole, attach } from '../attached-console.ts';
import type { FramedEnd } from '../framed.ts';
import { ofRemoteConsole } from '../limits.ts';
import { checkedRouter } from './checked-router.ts';
import { firstLine } from './first-line.ts';

/** A console on another machine that let this one in. */
export interface OpenRemote {
  /** Lets through nothing but what the contract says. */
  readonly router: Router;
  readonly welcome: Welcome;
  /** The topics that some window reads no more, since what came of them was not as agreed; at each change of them. One listener. */
  onUnread(listener: (topics: readonly string[]) => void): void;
  /** Why it is over; never rejects. */
  readonly ended: Promise<AppError>;
  close(): void;
}

export interface OpenRemoteOptions {
  /** Of this console. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** For the login and the program, milliseconds; 20000 unless told. */
  readonly connectTimeoutMs?: number;
  /** For the answer of the console there, milliseconds; 10000 unless told. */
  readonly answerMs?: number;
}

/**
 * Attaches to the console on another machine through the user's `ssh`. Throws what `startSshProgram` does, `attach-refused`, and what that console
 * refuses with.
 */
export async function openRemote(
  remote: RemoteConsole,
  { version, signal, connectTimeoutMs = 20_000, answerMs }: OpenRemoteOptions,
): Promise<OpenRemote> {
  const { sshDestination } = remote;
  const command = attachCommand(remote);
  const program = await startSshProgram(
    { sshDestination, command, firstLine },
    { signal, connectTimeoutMs },
  );
  const attached = await greet(program, version, answerMs);
  let onUnread = (_: readonly string[]): void => {};
  return {
    router: checkedRouter(attached.router, attached.welcome.version, (topics) => onUnread(topics)),
    welcome: attached.welcome,
    onUnread(listener) {
      onUnread = listener;
    },
    ended: attached.ended.then(async (end) => {
      program.stream.destroy();
      const why = await program.ended;
      return brokenBy(end, sshDestination) ?? why;
    }),
    close: attached.close,
  };
}

async function greet(
  program: RunningProgram,
  version: string,
  answerMs: number | undefined,
): Promise<AttachedConsole> {
  try {
    return await attach(
      program.stream,
      {
        type: 'hello',
        contract: contractVersion,
        version,
        kind: 'window',
        // SSH has let in whoever holds this stream.
        token: null,
      },
      { budget: ofRemoteConsole, ...(answerMs !== undefined && { answerMs }) },
    );
  } catch (error) {
    program.stream.destroy();
    const why = await program.ended;
    // What the way says of its end tells more than that no answer came.
    const isCut =
      error instanceof AppError &&
      error.code === 'attach-refused' &&
      error.detail.case === 'no-answer';
    throw isCut && 'said' in why.detail && why.detail.said !== '' ? why : error;
  }
}

/** Null where it was the way that ended. */
function brokenBy({ kind }: FramedEnd, sshDestination: string): AppError | null {
  switch (kind) {
    case 'garbage':
    case 'too-long':
    case 'flood':
      return new AppError('remote-console', { case: 'noise', sshDestination });
    case 'silent':
    case 'behind':
      return new AppError('remote-console', { case: 'silent', sshDestination });
    default:
      return null;
  }
}

/** For the shell there. What it runs is the user's own choice; the directory is one word. */
export function attachCommand({ program, dataDirectory }: RemoteConsole): string {
  if (dataDirectory === '') return `${program} attach --stdio`;
  // A shell that finds a quote there does not know the tilde for the home.
  const path = dataDirectory.startsWith('~/')
    ? `~/${quoteForShell(dataDirectory.slice(2))}`
    : quoteForShell(dataDirectory);
  return `${program} attach --stdio --data-dir ${path}`;
}
