import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { nameKey } from '../../../shared/model/name.ts';
import { type Exported, readExport } from '../../../shared/model/profile-export.ts';
import { onExisting } from '../../../shared/model/profile-import.ts';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import { noSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import {
  exportProfiles,
  type ProfilesExport,
  requireExportable,
} from '../../store/exports/export-profiles.ts';
import { openSecrets, requireIntact } from '../../store/exports/seal-secrets.ts';
import { hasCode } from '../../store/files/has-code.ts';
import { readText } from '../../store/files/read-text.ts';
import { createSessionVault } from '../../store/secrets/session-vault.ts';
import { chosenPathError } from '../../store/storage-error.ts';
import { confirmFlags } from '../arguments/confirm.ts';
import {
  exportPassphrase,
  newExportPassphrase,
  type PassphraseOptions,
} from '../arguments/export-passphrase.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { choice, folderArgument, path, several } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { type ImportOptions, importHere } from '../target/import-here.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import { openKeepingVault, withVaults } from '../target/vault-password.ts';

interface ExportOptions extends GlobalOptions, PassphraseOptions {
  readonly folder?: string;
  readonly withSecrets?: true;
}

interface FileOptions extends ImportOptions, GlobalOptions, PassphraseOptions {
  readonly withoutSecrets?: true;
}

/** `profiles export` and `import`. */
export function addProfileFiles(group: Command, context: CommandContext): void {
  const { texts, output } = context;
  group
    .command('export')
    .description(texts.commands.profilesExport)
    .option('--folder <path>', texts.options.exportFolder, folderArgument)
    .option('--with-secrets', texts.options.withSecrets)
    .option('--passphrase-stdin', texts.options.passphraseStdin)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const done = await withProfiles(context, options, (saved) =>
        exported(context, options, saved.book()),
      );
      if (done.elsewhere > 0) output.warn(texts.passwordsLeftOut(done.elsewhere));
      await output.text(done.text);
    });

  group
    .command('import')
    .description(texts.commands.profilesImport)
    .argument('<file>', texts.arguments.exportFile, path)
    .addOption(
      new Option('--existing <what>', texts.options.onExisting)
        .choices(onExisting)
        .argParser(choice(onExisting)),
    )
    .option('--with-tags', texts.options.withTags)
    .option('--without-secrets', texts.options.withoutSecrets)
    .option('--passphrase-stdin', texts.options.passphraseStdin)
    .option('--dry-run', texts.options.dryRun)
    .option(confirmFlags, texts.options.confirm, several)
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<FileOptions>();
      const done = await imported(context, options, readExport(await textOf(file)));
      const { added, replaced, skipped, tags, passwords } = done;
      const lines = [
        ...added.map((name) => texts.added(printable(name))),
        ...replaced.map((name) => texts.replaced(printable(name))),
        ...skipped.map((name) => texts.skipped(printable(name))),
        ...tags.map((tag) => texts.tagTaken(printable(tag))),
        ...(passwords > 0 ? [texts.passwordsTaken(passwords)] : []),
      ];
      await output.result(done, lines.length === 0 ? [texts.nothingImported] : lines);
    });
}

/** Throws `export-forbidden`, `vault-refused` and what the vault throws, all before a passphrase is asked for. */
async function exported(
  context: CommandContext,
  options: ExportOptions,
  book: ProfileBook,
): Promise<ProfilesExport> {
  const id = folderOf(book, options.folder);
  const scope = id === null ? ({ kind: 'all' } as const) : ({ kind: 'folder', id } as const);
  if (!options.withSecrets) return exportProfiles(book, scope);
  return withVaults(context, options, async ({ vaults: vault, policy, by }) => {
    requireExportable({ vault, policy, by });
    await openKeepingVault(context, vault);
    const passphrase = await newExportPassphrase(context, options);
    return exportProfiles(book, scope, { vault, policy, by, passphrase });
  });
}

async function imported(context: CommandContext, options: FileOptions, file: Exported) {
  const { book, secrets } = file;
  // A dry run says what would become of the profiles; nobody needs the passwords for that.
  const withoutSecrets = options.withoutSecrets || options.dryRun || secrets === null;
  if (withoutSecrets) {
    return importHere(context, options, { book, secrets: noSecrets, vault: createSessionVault() });
  }
  requireIntact(secrets);
  return withVaults(context, options, async ({ vaults: vault }) => {
    await openKeepingVault(context, vault);
    const opened = await openSecrets(secrets, await exportPassphrase(context, options));
    return importHere(context, options, { book, secrets: opened, vault });
  });
}

/** Throws `not-found` where there is none, `storage-failed` for a file that cannot be read, `not-an-export` for what is no text. */
async function textOf(file: string): Promise<string> {
  let text: string | null;
  try {
    text = await readText(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new AppError('not-found', { case: 'file', path: file });
    throw chosenPathError(file, error);
  }
  if (text === null) throw new AppError('not-an-export', { case: 'other' });
  return text;
}

/** The folder of a path as people read it; null without one. Throws `not-found`. */
function folderOf(book: ProfileBook, path: string | undefined): string | null {
  if (path === undefined) return null;
  const byId = foldersById(book.folders);
  const found = book.folders.find(({ id }) => nameKey(folderPath(id, byId)) === nameKey(path));
  if (found === undefined) throw new AppError('not-found', { case: 'folder', id: path });
  return found.id;
}
