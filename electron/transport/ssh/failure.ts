import { AppError, type ErrorCode, type ErrorDetail } from '../../../shared/errors.ts';
import type { RelayTarget } from './arguments.ts';
import type { SshExit } from './process.ts';

/** `login`: the far side's shell has not answered yet. `relay`: it has, and the relay joins. `open`: data may flow. */
export type RelayPhase = 'login' | 'relay' | 'open';

interface Cause {
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  /** What to say; the relay's or the SSH server's own words follow. */
  readonly text: (target: RelayTarget) => string;
  readonly detail?: ErrorDetail;
}

/** What `ssh` says (OpenSSH, LC_ALL=C) before the far side's shell answers; the first that fits counts. */
const loginCauses: readonly Cause[] = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for \S+ has changed/i,
    code: 'ssh-host-key',
    text: ({ sshDestination }) =>
      `The host key of ${sshDestination} is not the one that ssh knows. That may be an attack: find out why before you remove the old key from known_hosts.`,
    detail: { changed: true },
  },
  {
    pattern: /Host key verification failed|host key is known/i,
    code: 'ssh-host-key',
    text: ({ sshDestination }) =>
      `ssh does not know the host key of ${sshDestination}, and the console cannot ask. Run "ssh ${sshDestination}" once in a terminal, compare the key, and accept it.`,
    detail: { changed: false },
  },
  {
    pattern: /Permission denied|Too many authentication failures|No supported authentication/i,
    code: 'ssh-login-refused',
    text: ({ sshDestination }) =>
      `${sshDestination} refused the SSH login. The console cannot ask for a password or a passphrase: use a key that the agent holds (ssh-add), and try "ssh -o BatchMode=yes ${sshDestination} true" in a terminal.`,
  },
  {
    pattern: /Could not resolve hostname/i,
    code: 'host-not-found',
    text: ({ sshDestination }) =>
      `ssh finds no host for ${sshDestination}. Check the name, and that the VPN with its name server is up.`,
  },
  {
    pattern: /timed out|Timeout/i,
    code: 'connect-timeout',
    text: ({ sshDestination }) =>
      `The SSH server of ${sshDestination} does not answer. Check the address, the VPN and the firewalls.`,
  },
  {
    pattern:
      /Connection refused|No route to host|unreachable|Connection closed|Connection reset|kex_exchange|banner exchange/i,
    code: 'unreachable',
    text: ({ sshDestination }) =>
      `ssh cannot reach ${sshDestination}. Check that an SSH server runs there, and the network or the VPN.`,
  },
];

/** What `socat` and a shell say while the relay joins. */
const relayCauses: readonly Cause[] = [
  {
    pattern: /Protocol not supported|Socket type not supported|unknown device\/address "SCTP/i,
    code: 'no-sctp-there',
    text: ({ sshDestination }) =>
      `${sshDestination} has no SCTP. There: sudo modprobe sctp, and a socat with SCTP.`,
  },
  {
    pattern: /Connection refused/i,
    code: 'refused',
    text: ({ sshDestination, host, port }) =>
      `${host}:${port}, seen from ${sshDestination}, refused the association. Check the SCTP port, and that the proxy runs and has room.`,
  },
  {
    pattern: /timed out|No route to host|Network is unreachable|Host is unreachable/i,
    code: 'unreachable',
    text: ({ sshDestination, host, port }) =>
      `${host}:${port} cannot be reached from ${sshDestination}. Check the host and the port; they are seen from there.`,
  },
  {
    pattern: /Name or service not known|nodename nor servname|getaddrinfo/i,
    code: 'host-not-found',
    text: ({ sshDestination, host }) =>
      `There is no host called ${host} on the side of ${sshDestination}.`,
  },
];

const notFound = 127;
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
  const detail = facts(target, said);
  const cause = (phase === 'login' ? loginCauses : relayCauses).find(({ pattern }) =>
    pattern.test(said),
  );
  if (phase === 'relay' && exit.code === notFound) return relayMissing(target, detail);
  if (phase === 'open' || (phase === 'relay' && exit.code === sshFailed))
    return lost(target, detail);
  if (cause !== undefined) {
    return new AppError(cause.code, cause.text(target) + quote(detail.said), {
      detail: { ...detail, ...cause.detail },
    });
  }
  return relayFailed(target, exit, detail);
}

/** Nothing was heard in time. */
export function relayTimeout(
  phase: 'login' | 'relay',
  said: string,
  target: RelayTarget,
): AppError {
  const { sshDestination, host, port } = target;
  const detail = facts(target, said);
  const text =
    phase === 'login'
      ? `ssh did not get to a shell on ${sshDestination} in time. Check the address, the VPN, and that "ssh ${sshDestination} true" works in a terminal.`
      : `The relay on ${sshDestination} got no association with ${host}:${port} in time. Check the host and the port; they are seen from there.`;
  return new AppError('connect-timeout', text + quote(detail.said), { detail });
}

export function relayCancelled({ sshDestination }: RelayTarget): AppError {
  return new AppError('cancelled', `The connection through ${sshDestination} was cancelled.`);
}

/** The shell's start files print without end, or the relay sends what nobody asked for. */
export function relayTooMuch(target: RelayTarget): AppError {
  return new AppError(
    'relay-failed',
    `${target.sshDestination} printed more than a relay does. Look at the start files of the shell there, and at the relay command.`,
    { detail: facts(target, '') },
  );
}

export function sshMissing(cause: unknown): AppError {
  return new AppError(
    'ssh-missing',
    'There is no ssh program on this machine, or it cannot be started. Install the OpenSSH client, or choose another way.',
    { cause },
  );
}

/** ssh could not be started; a system out of processes is another matter than a program that is not there. */
function notStarted(error: NodeJS.ErrnoException): AppError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return sshMissing(error);
  return new AppError('relay-failed', `ssh could not be started (${error.code ?? 'unknown'}).`, {
    cause: error,
  });
}

function relayMissing(target: RelayTarget, detail: Facts): AppError {
  const [program = ''] = target.relayCommand.trim().split(' ');
  return new AppError(
    'relay-missing',
    `There is no ${program} on ${target.sshDestination}. Install it there (Debian: sudo apt install socat), or set another relay command.`,
    { detail: { ...detail, program } },
  );
}

function lost(target: RelayTarget, detail: Facts): AppError {
  return new AppError(
    'association-lost',
    `The relay through ${target.sshDestination} ended.${quote(detail.said)}`,
    { detail },
  );
}

function relayFailed(target: RelayTarget, exit: SshExit, detail: Facts): AppError {
  return new AppError(
    'relay-failed',
    `The relay through ${target.sshDestination} failed (exit code ${exit.code ?? 'none'}). Try the relay command by hand there.${quote(detail.said)}`,
    { detail: { ...detail, exitCode: exit.code } },
  );
}

interface Facts extends ErrorDetail {
  readonly said: string;
}

function facts({ sshDestination, host, port }: RelayTarget, said: string): Facts {
  return { sshDestination, host, port, said: lastWords(said) };
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

function quote(said: string): string {
  return said === '' ? '' : ` It said: ${said}`;
}
