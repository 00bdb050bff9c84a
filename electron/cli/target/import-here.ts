import type { OnExisting } from '../../../shared/model/profile-import.ts';
import type { ExportedSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { createImporting } from '../../core/roster/importing/importing.ts';
import { createMemoryDocument } from '../../store/documents/memory-document.ts';
import { createProfileShelf } from '../../store/documents/profile-shelf.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { confirmingGuard } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { withProfiles } from './saved-profiles.ts';

export interface ImportOptions {
  readonly existing?: OnExisting;
  readonly dryRun?: true;
  /** What its tags intend is taken, too: it holds for those that are here as well. */
  readonly withTags?: true;
  /** The names of guarded profiles that are replaced. */
  readonly confirm?: readonly string[];
}

/** What was done, or would be: the names of profiles, and how many passwords. */
interface ImportedHere {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly skipped: readonly string[];
  /** Tags that say since then what is intended. */
  readonly tags: readonly string[];
  readonly passwords: number;
}

/** Takes a file into the profiles of the data directory: all of it, or nothing. Throws `confirmation-needed`, and what the stores throw. */
export function importHere(
  context: CommandContext,
  options: ImportOptions & GlobalOptions,
  from: {
    readonly book: ProfileBook;
    readonly secrets: ExportedSecrets;
    readonly vault: SecretVault;
  },
): Promise<ImportedHere> {
  return withProfiles(context, options, async (saved) => {
    const shelf = options.dryRun ? createProfileShelf(createMemoryDocument(saved.book())) : saved;
    const importing = createImporting({
      saved: { profiles: shelf, vault: from.vault },
      elsewhere: () => saved.list().filter(({ id }) => saved.managedBy(id) !== null),
      guard: confirmingGuard(saved, options.confirm),
      async write(task) {
        const { result, passwordChanged = [] } = await task();
        saved.passwordsChanged(passwordChanged);
        return result;
      },
      logFault: (_, error) => context.output.warn(String(error)),
    });
    const done = await importing.run({
      exported: from.book,
      secrets: from.secrets,
      withTags: options.withTags,
      choose({ there }) {
        const choice = there === null ? 'add' : (options.existing ?? 'skip');
        return { choice, seen: there };
      },
    });
    const named = (what: 'added' | 'replaced' | 'skipped'): readonly string[] =>
      done.profiles.filter((each) => each.done === what).map(({ name }) => name);
    return {
      added: named('added'),
      replaced: named('replaced'),
      skipped: named('skipped'),
      tags: done.tags.map(({ tag }) => tag),
      passwords: done.passwordChanged.length,
    };
  });
}
