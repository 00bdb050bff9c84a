import { AppError } from '../../../shared/errors.ts';
import type { SshLogin } from '../../../shared/facts/connection-errors.ts';
import { causeOf } from '../../base/cause-of.ts';
import type { RelayTarget } from './arguments.ts';
import type { SshExit } from './process.ts';

/** `login`: the far side's shell has not answered yet. `relay`: it has, and the relay joins. `open`: data may flow. */
export type RelayPhase = 'login' | 'relay' | 'open';

interface Cause {
  readonly pattern: RegExp;
  readonly error: (facts: Facts) => AppError;
}

/** What `ssh` says (OpenSSH, LC_ALL=C) before the far side's shell answers; the first that fits counts. */
const loginCauses: readonly Cause[] = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for \S+ has changed/i,
    error: ({ ssh }) => new AppError('ssh-host-key', { ...ssh, changed: true }),
  },
  {
    pattern: /Host key verification failed|host key is known/i,
    error: ({ ssh }) => new AppError('ssh-host-key', { ...ssh, changed: false }),
  },
  {
    pattern: /Permission denied|Too many authentication failures|No supported authentication/i,
    error: ({ ssh }) => new AppError('ssh-login-refused', { ...ssh, takes: loginOf(ssh.said) }),
  },
  {
    pattern: /Could not resolve hostname/i,
    error: ({ ssh }) => new AppError('host-not-found', { case: 'ssh', ...ssh }),
  },
  {
    pattern: /timed out|Timeout/i,
    error: ({ ssh }) => new AppError('connect-timeout', { case: 'ssh', ...ssh }),
  },
  {
    pattern:
      /Connection refused|No route to host|unreachable|Connection closed|Connection reset|kex_exchange|banner exchange/i,
    error: ({ ssh }) => new AppError('unreachable', { case: 'ssh', ...ssh }),
  },
];

/** What the server would take, of the list in brackets behind its refusal; null where there is none. */
function loginOf(said: string): SshLogin | null {
  const [, list = ''] = /Permission denied \(([a-z0-9,@.-]+)\)/i.exec(said) ?? [];
  const ways = list.split(',');
  const byPassword = ways.includes('password') || ways.includes('keyboard-interactive');
  if (ways.includes('publickey')) return byPassword ? 'key-or-password' : 'key';
  return byPassword ? 'password' : null;
}

/** What `socat` and a shell say while the relay joins. */
const relayCauses: readonly Cause[] = [
  {
    pattern: /Protocol not supported|Socket type not supported|unknown device\/address "SCTP/i,
    error: ({ ssh }) => new AppError('no-sctp-there', ssh),
  },
  {
    pattern: /Connection refused/i,
    error: ({ ssh, place }) => new AppError('refused', { case: 'behind-ssh', ...ssh, ...place }),
  },
  {
    pattern: /timed out|No route to host|Network is unreachable|Host is unreachable/i,
    error: ({ ssh, place }) =>
      new AppError('unreachable', { case: 'behind-ssh', ...ssh, ...place }),
  },
  {
    pattern: /Name or service not known|nodename nor servname|getaddrinfo/i,
    error: ({ ssh, place }) =>
      new AppError('host-not-found', { case: 'behind-ssh', ...ssh, ...place }),
  },
];

/** What a shell ends with where there is no such program, and where it may not be run. */
const notFound = 127;
const notRunnable = 126;
const sshFailed = 255;
/** Characters of what was said that an error shows. */
const shownLength = 300;

/** Why a relay is not there, or no more: typed, with what to do, and with the last words of ssh or of the relay, escaped. */
export function relayFailure(
  phase: RelayPhase,
  exit: SshExit,
  said: string,
  target: RelayTarget,
): AppError {
  if (exit.error !== null) return notStarted(exit.error);
  const known = facts(target, said);
  const cause = (phase === 'login' ? loginCauses : relayCauses).find(({ pattern }) =>
    pattern.test(said),
  );
  if (phase === 'relay' && exit.code === notFound) return relayMissing(target, known);
  if (phase === 'open' || (phase === 'relay' && exit.code === sshFailed))
    return new AppError('association-lost', { case: 'relay', ...known.ssh });
  if (cause !== undefined) return cause.error(known);
  return new AppError('relay-failed', { case: 'exit', ...known.ssh, exitCode: exit.code });
}

/**
 * Why a program on the far side did not begin: what kept ssh from getting there, or that there is no such program; null where it was something else
 * that ended it.
 */
export function programFailure(
  { code, error }: SshExit,
  said: string,
  { sshDestination, program }: { readonly sshDestination: string; readonly program: string },
): AppError | null {
  if (error !== null) return notStarted(error);
  const known = facts({ sshDestination, host: '', port: 0 }, said);
  if (code === notFound || code === notRunnable)
    return new AppError('remote-console', { case: 'missing', ...known.ssh, program });
  if (code !== sshFailed) return null;
  return loginCauses.find(({ pattern }) => pattern.test(said))?.error(known) ?? null;
}

/** Nothing was heard in time. */
export function relayTimeout(
  phase: 'login' | 'relay',
  said: string,
  target: RelayTarget,
): AppError {
  const { ssh, place } = facts(target, said);
  return phase === 'login'
    ? new AppError('connect-timeout', { case: 'shell', ...ssh })
    : new AppError('connect-timeout', { case: 'behind-ssh', ...ssh, ...place });
}

export function relayCancelled({ sshDestination }: RelayTarget): AppError {
  return new AppError('cancelled', { case: 'connection', where: sshDestination });
}

/** The shell's start files print without end, or the relay sends what nobody asked for. */
export function relayTooMuch({ sshDestination }: RelayTarget): AppError {
  return new AppError('relay-failed', { case: 'flood', sshDestination });
}

export function sshMissing(cause: unknown): AppError {
  return new AppError('ssh-missing', {}, { cause });
}

/** ssh could not be started; a system out of processes is another matter than a program that is not there. */
function notStarted(error: NodeJS.ErrnoException): AppError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return sshMissing(error);
  const cause = causeOf(error);
  return new AppError('relay-failed', { case: 'not-started', cause }, { cause: error });
}

function relayMissing(target: RelayTarget, { ssh }: Facts): AppError {
  const [program = ''] = target.relayCommand.trim().split(' ');
  return new AppError('relay-missing', { ...ssh, program });
}

/** What the errors of a relay name: the SSH server with what was said, and the proxy as it is seen from there. */
interface Facts {
  readonly ssh: { readonly sshDestination: string; readonly said: string };
  readonly place: { readonly host: string; readonly port: number };
}

function facts(
  { sshDestination, host, port }: Omit<RelayTarget, 'relayCommand'>,
  said: string,
): Facts {
  return { ssh: { sshDestination, said: lastWords(said) }, place: { host, port } };
}

/** The last lines, without what socat tells of its progress, and with everything that is not printable ASCII as `\xNN`. */
export function lastWords(said: string): string {
  const lines = said
    .split(/\r?\n/)
    .filter((line) => line !== '' && !/ socat\[\d+\] [NID] /.test(line));
  return lines
    .join(' / ')
    .slice(-shownLength)
    .replaceAll(
      /[^\x20-\x7e]/g,
      (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
}
