import { AppError } from '../../../shared/errors.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { type ExportScope, exportText, partOf } from '../../../shared/model/profile-export.ts';
import { foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import type { ExportedSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { folderPlace } from '../secrets/folder-place.ts';
import { namingDamage } from '../secrets/named-damage.ts';
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
  /** Throws where so many passwords are not to leave. Everybody may export without it. */
  readonly agree?: (passwords: number) => Promise<void>;
}

/** Throws `export-forbidden` where no password is to leave, or none is here. */
export function requireExportable({
  vault,
  policy,
  by,
}: Pick<ExportSecrets, 'policy' | 'by'> & { readonly vault: Pick<SecretVault, 'keeps'> }): void {
  if (policy?.exportSecrets === false)
    throw new AppError('export-forbidden', { case: 'policy', by });
  if (!vault.keeps) throw new AppError('export-forbidden', { case: 'kept-elsewhere' });
}

/**
 * The text of a book, or of a part of it; with `secrets` also the passwords, sealed. Throws `not-found`, `export-forbidden`, and what the vault
 * and `agree` throw.
 */
export async function exportProfiles(
  book: ProfileBook,
  scope: ExportScope,
  secrets: ExportSecrets | null = null,
): Promise<ProfilesExport> {
  if (secrets !== null) requireExportable(secrets);
  const part = partOf(book, scope);
  const counts = { profiles: part.profiles.length, folders: part.folders.length };
  if (secrets === null) return { text: exportText(part), ...counts, passwords: null, elsewhere: 0 };
  const nameOf = (id: string) =>
    [...part.profiles, ...part.folders].find((each) => each.id === id)?.name;
  const { known, elsewhere } = await namingDamage(nameOf, () => secretsOf(part, secrets.vault));
  const passwords = known.profiles.length + known.folders.length;
  await secrets.agree?.(passwords);
  const sealed = await sealSecrets(known, secrets.passphrase);
  return {
    text: exportText(part, sealed),
    ...counts,
    passwords,
    elsewhere,
  };
}

async function secretsOf(
  { profiles, folders }: ProfileBook,
  vault: ExportSecrets['vault'],
): Promise<{ readonly known: ExportedSecrets; readonly elsewhere: number }> {
  const byId = foldersById(folders);
  const known: ExportedSecrets = { profiles: [], folders: [] };
  let elsewhere = 0;
  for (const stored of profiles) {
    const profile = resolveProfile(stored, byId)?.profile;
    if (profile === undefined) continue;
    const { id } = profile;
    const state = vault.state(id, profile);
    if (state === 'elsewhere') elsewhere++;
    const password = state === 'here' ? await vault.get(id, profile) : null;
    const from = vault.from(id);
    if (password !== null) known.profiles.push({ id, password, place: placeIn(profile), from });
  }
  for (const { id, settings } of folders) {
    if (settings.user === undefined) continue;
    const place = folderPlace(id, settings.user);
    const password = vault.state(id, place) === 'here' ? await vault.get(id, place) : null;
    if (password !== null) known.folders.push({ id, user: settings.user, password });
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
