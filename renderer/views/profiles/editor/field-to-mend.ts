import type { ErrorValue } from '../../../../shared/errors.ts';
import type { FormField } from './form-fields.ts';

/** The field of a profile's form in which what keeps its proxy away is most likely put right; null where it is in none. */
export function fieldToMend(why: ErrorValue): FormField | null {
  switch (why.code) {
    case 'no-password':
    case 'password-needed-again':
      return 'password';
    case 'login-refused':
      return why.detail.step;
    case 'host-not-found':
      return why.detail.case === 'ssh' ? 'sshDestination' : 'host';
    case 'udp-port-closed':
      return 'udpPort';
    case 'ssh-login-refused':
      return 'sshDestination';
    case 'relay-missing':
      return 'relayCommand';
    default:
      return null;
  }
}
