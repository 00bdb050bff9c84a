import { assertNever } from '../../shared/assert.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** How the command line ends. Scripts depend on these numbers, and help explains them (`shared/texts`). */
export const exitCode = {
  done: 0,
  here: 1,
  usage: 2,
  cannotConnect: 3,
  loginRefused: 4,
  serverError: 5,
  timeout: 6,
  notAsExpected: 7,
  unknown: 8,
  notWhole: 9,
  reverted: 10,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** What each failure ends with. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  switch (code) {
    case 'invalid-input':
    case 'not-an-export':
    case 'export-passphrase':
    case 'export-forbidden':
    case 'import-expired':
    case 'not-found':
    case 'no-password':
    case 'password-needed-again':
    case 'vault-locked':
    case 'wrong-passphrase':
    case 'vault-refused':
    case 'read-only':
    case 'confirmation-needed':
    case 'unsupported':
    case 'managed':
    case 'not-allowed':
    case 'backup-refused':
      return exitCode.usage;
    case 'host-not-found':
    case 'no-kernel-sctp':
    case 'udp-port-closed':
    case 'not-sctp':
    case 'no-sctp-there':
    case 'ssh-missing':
    case 'ssh-host-key':
    case 'ssh-login-refused':
    case 'relay-missing':
    case 'relay-failed':
    case 'remote-console':
    case 'unreachable':
    case 'connect-timeout':
    case 'refused':
    case 'association-lost':
    case 'not-connected':
      return exitCode.cannotConnect;
    case 'login-refused':
      return exitCode.loginRefused;
    case 'server-error':
    case 'protocol-error':
      return exitCode.serverError;
    case 'reply-timeout':
      return exitCode.timeout;
    case 'not-as-expected':
    case 'edited-elsewhere':
    case 'folder-edited-elsewhere':
      return exitCode.notAsExpected;
    case 'outcome-unknown':
      return exitCode.unknown;
    case 'cancelled':
      return exitCode.interrupted;
    case 'attach-refused':
    case 'internal':
    case 'vault-damaged':
    case 'vault-command-failed':
    case 'secrets-unavailable':
    case 'storage-full':
    case 'storage-failed':
    case 'audit-altered':
    case 'file-damaged':
      return exitCode.here;
    default:
      return assertNever(code);
  }
}
