import { type Consent, requireConsent } from '../../core/consent.ts';
import type { Imports } from '../../core/exports/imports.ts';
import type { ManagedPart } from '../../core/managed/managed-part.ts';
import type { Roster } from '../../core/roster/roster.ts';
import { exportProfiles } from '../../store/exports/export-profiles.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import type { Handlers } from '../parts.ts';

export interface ExportsParts {
  readonly roster: { readonly importing: Pick<Roster['importing'], 'book'> };
  readonly vault: Pick<SecretVault, 'keeps' | 'state' | 'get' | 'from'>;
  readonly managed: Pick<ManagedPart, 'policy' | 'state'>;
  readonly imports: Imports;
  readonly consent: Consent | undefined;
}

export function exportsHandlers({
  roster,
  vault,
  managed,
  imports,
  consent,
}: ExportsParts): Pick<
  Handlers,
  | 'profiles.export'
  | 'import.begin'
  | 'import.part'
  | 'import.read'
  | 'import.apply'
  | 'import.undo'
  | 'import.forget'
> {
  return {
    'profiles.export': ({ scope, passphrase }) => {
      const policy = managed.policy();
      const by = managed.state()?.by ?? '';
      const agree = (passwords: number) =>
        requireConsent(consent, { kind: 'export-passwords', passwords });
      const secrets = passphrase === undefined ? null : { vault, passphrase, policy, by, agree };
      return exportProfiles(roster.importing.book(), scope, secrets);
    },
    'import.begin': ({ length }) => ({ token: imports.begin(length) }),
    'import.part': ({ token, text }) => {
      imports.part(token, text);
      return null;
    },
    'import.read': ({ token, passphrase }) => imports.read(token, passphrase),
    'import.apply': (order) => imports.apply(order),
    'import.undo': async ({ token, confirmName }) => {
      await imports.undo(token, confirmName);
      return null;
    },
    'import.forget': ({ token }) => {
      imports.forget(token);
      return null;
    },
  };
}
