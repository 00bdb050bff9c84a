import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { nameKey } from '../../../shared/model/name.ts';
import { readExport } from '../../../shared/model/profile-export.ts';
import {
  type ImportedProfile,
  type ImportStep,
  onExisting,
} from '../../../shared/model/profile-import.ts';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { exportProfiles } from '../../store/exports/export-profiles.ts';
import { readText } from '../../store/files/read-text.ts';
import { storageError } from '../../store/storage-error.ts';
import { type ConfirmOptions, confirmFlags, requireConfirmed } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { refuseUnused } from '../arguments/refuse-unused.ts';
import { choice } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { withProfiles } from '../target/saved-profiles.ts';

interface ExportOptions extends GlobalOptions {
  readonly folder?: string;
}

interface ImportOptions extends ConfirmOptions {
  readonly existing?: (typeof onExisting)[number];
}

/** `profiles export` and `import`. Passwords are in no such file. */
export function addProfileFiles(group: Command, context: CommandContext): void {
  const { texts } = context;
  group
    .command('export')
    .description(texts.commands.profilesExport)
    .option('--folder <path>', texts.options.exportFolder)
    .action(async (_options: unknown, command: Command) => {
      refuseUnused(command, ['dataDir', 'json']);
      const options = command.optsWithGlobals<ExportOptions>();
      const done = await withProfiles(context, options, (saved) => {
        const book = saved.book();
        const id = folderOf(book, options.folder);
        return exportProfiles(book, id === null ? { kind: 'all' } : { kind: 'folder', id });
      });
      await context.output.text(done.text);
    });

  group
    .command('import')
    .description(texts.commands.profilesImport)
    .argument('<file>', texts.arguments.exportFile)
    .addOption(
      new Option('--existing <what>', texts.options.onExisting)
        .choices(onExisting)
        .argParser(choice(onExisting)),
    )
    .option(confirmFlags, texts.options.confirm)
    .action(async (file: string, _options: unknown, command: Command) => {
      refuseUnused(command, ['dataDir', 'json']);
      const options = command.optsWithGlobals<ImportOptions>();
      const exported = readExport(await textOf(file));
      const existing = options.existing ?? 'skip';
      const choose = ({ there }: ImportStep) => {
        if (there === null) return 'add';
        if (existing === 'replace') requireConfirmed(there, options.confirm, 'change');
        return existing;
      };
      const done = await withProfiles(context, options, (saved) =>
        saved.change((desk) => desk.import(exported.book, { choose })),
      );
      const named = (what: ImportedProfile['done']): string[] =>
        done.profiles.filter((each) => each.done === what).map(({ name }) => name);
      const result = {
        added: named('added'),
        replaced: named('replaced'),
        skipped: named('skipped'),
      };
      const lines = [
        ...result.added.map((name) => texts.added(printable(name))),
        ...result.replaced.map((name) => texts.replaced(printable(name))),
        ...result.skipped.map((name) => texts.skipped(printable(name))),
      ];
      await context.output.result(result, lines.length === 0 ? [texts.nothingImported] : lines);
    });
}

/** Throws `storage-failed` for a file that cannot be read, `not-an-export` for what is no text. */
async function textOf(file: string): Promise<string> {
  let text: string | null;
  try {
    text = await readText(file);
  } catch (error) {
    throw storageError(file, error);
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
