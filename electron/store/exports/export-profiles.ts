import { AppError } from '../../../shared/errors.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { type ExportScope, exportText, partOf } from '../../../shared/model/profile-export.ts';
import { foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import type { ExportedSecret } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import type { SecretVault } from '../secrets/vault.ts';
import { sealSecrets } from './seal-secrets.ts';

/** What an export has in it. */
export interface ProfilesExport {
  readonly text: string;
  readonly profiles: number;
  readonly folders: number;
  /** Passwords in it; null where it was asked for without. */
  readonly passwords: number | null;
  /** Passwords that were left out, since they were entered for another place than their profile leads to now. */
  readonly elsewhere: number;
}

/** Whose passwords are exported, and where they are taken from. */
export interface ExportSecrets {
  readonly vault: Pick<SecretVault, 'keeps' | 'state' | 'get' | 'from'>;
  readonly passphrase: string;
  readonly policy?: Policy | undefined;
  /** Who made the policy. */
  readonly by: string;
}

/**
 * The text of a book, or of a part of it; with `secrets` also the passwords, sealed. Throws `not-found`, `export-forbidden`, and what the vault
 * throws.
 */
export async function exportProfiles(
  book: ProfileBook,
  scope: ExportScope,
  secrets: ExportSecrets | null = null,
): Promise<ProfilesExport> {
  if (secrets?.policy?.exportSecrets === false) {
    throw new AppError('export-forbidden', { case: 'policy', by: secrets.by });
  }
  if (secrets?.vault.keeps === false) {
    throw new AppError('export-forbidden', { case: 'kept-elsewhere' });
  }
  const part = partOf(book, scope);
  const counts = { profiles: part.profiles.length, folders: part.folders.length };
  if (secrets === null) return { text: exportText(part), ...counts, passwords: null, elsewhere: 0 };
  const { known, elsewhere } = await secretsOf(part, secrets.vault);
  const sealed = await sealSecrets(known, secrets.passphrase);
  return { text: exportText(part, sealed), ...counts, passwords: known.length, elsewhere };
}

async function secretsOf(
  { profiles, folders }: ProfileBook,
  vault: Pick<SecretVault, 'keeps' | 'state' | 'get' | 'from'>,
): Promise<{ readonly known: readonly ExportedSecret[]; readonly elsewhere: number }> {
  const byId = foldersById(folders);
  const known: ExportedSecret[] = [];
  let elsewhere = 0;
  for (const stored of profiles) {
    const profile = resolveProfile(stored, byId)?.profile;
    if (profile === undefined) continue;
    const state = vault.state(profile.id, profile);
    if (state === 'elsewhere') elsewhere++;
    const password = state === 'here' ? await vault.get(profile.id, profile) : null;
    if (password !== null)
      known.push({
        id: profile.id,
        password,
        place: placeIn(profile),
        from: vault.from(profile.id),
      });
  }
  return { known, elsewhere };
}

/** The place alone, of all that is said with it. */
function placeIn({
  host,
  port,
  transport,
  udpPort,
  sshDestination,
  relayCommand,
  user,
}: Place): Place {
  return { host, port, transport, udpPort, sshDestination, relayCommand, user };
}
