import { assertNever } from '../assert.ts';
import type { ErrorCode } from '../facts/errors.ts';

/** Whether what ended an attempt, or a session, can pass by itself, so that it is tried again; after the others nobody tries until somebody acts. */
export function isRetried(code: ErrorCode): boolean {
  switch (code) {
    case 'host-not-found':
    case 'udp-port-closed':
    case 'not-sctp':
    case 'unreachable':
    case 'connect-timeout':
    case 'refused':
    case 'association-lost':
    case 'relay-failed':
    case 'remote-console':
    case 'reply-timeout':
    case 'protocol-error':
    case 'server-error':
    case 'not-connected':
    case 'cancelled':
      return true;
    case 'login-refused':
    case 'attach-refused':
    case 'no-password':
    case 'password-needed-again':
    case 'no-kernel-sctp':
    case 'ssh-missing':
    case 'ssh-host-key':
    case 'ssh-login-refused':
    case 'relay-missing':
    case 'no-sctp-there':
    case 'unsupported':
    case 'invalid-input':
    case 'not-an-export':
    case 'export-passphrase':
    case 'export-forbidden':
    case 'import-expired':
    case 'not-found':
    case 'internal':
    case 'not-as-expected':
    case 'outcome-unknown':
    case 'edited-elsewhere':
    case 'folder-edited-elsewhere':
    case 'read-only':
    case 'managed':
    case 'not-allowed':
    case 'confirmation-needed':
    case 'vault-locked':
    case 'wrong-passphrase':
    case 'vault-damaged':
    case 'vault-refused':
    case 'vault-command-failed':
    case 'secrets-unavailable':
    case 'backup-refused':
    case 'storage-full':
    case 'storage-failed':
    case 'audit-altered':
    case 'file-damaged':
      return false;
    default:
      return assertNever(code);
  }
}
