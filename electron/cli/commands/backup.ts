import type { Command } from 'commander';
import { checkBackup } from '../../store/backup/check-backup.ts';
import type { Manifest } from '../../store/backup/manifest.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { writeBackup } from '../../store/backup/write-backup.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { type ConfirmOptions, confirmFlags, requireWord } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { directory } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';

/** `backup create`, `check` and `restore`. */
export function addBackup(program: Command, context: CommandContext): void {
  const { texts, output, env, interrupted } = context;
  const group = takesOnly(program.command('backup'), ['dataDir', 'json'])
    .description(texts.commands.backup)
    .addHelpText('after', `\n${texts.commands.backupMore}`);

  group
    .command('create')
    .description(texts.commands.backupCreate)
    .argument('<directory>', texts.arguments.backupDirectory, directory)
    .action(async (path: string, _options: unknown, command: Command) => {
      const { dataDir } = command.optsWithGlobals<GlobalOptions>();
      const manifest = await writeBackup(await openDataDirectory(dataDir, env), path, interrupted);
      const { files, bytes } = sizeOf(context, manifest);
      await output.result({ ...manifest, path }, [
        texts.backupCreated(files, bytes, printable(path)),
      ]);
    });

  takesOnly(group.command('check'), ['json'])
    .description(texts.commands.backupCheck)
    .argument('<directory>', texts.arguments.backupDirectory, directory)
    .action(async (path: string) => {
      const manifest = await checkBackup(path, interrupted);
      const { files, bytes } = sizeOf(context, manifest);
      await output.result(manifest, [texts.backupWhole(files, bytes, savedAt(context, manifest))]);
    });

  group
    .command('restore')
    .description(texts.commands.backupRestore)
    .argument('<directory>', texts.arguments.backupDirectory, directory)
    .option(confirmFlags.replace('name', 'word'), texts.options.confirmRestore)
    .action(async (path: string, _options: unknown, command: Command) => {
      const { confirm, dataDir } = command.optsWithGlobals<ConfirmOptions>();
      requireWord('restore', confirm, 'backup restore');
      const { manifest, kept } = await restoreBackup(
        path,
        await openDataDirectory(dataDir, env),
        interrupted,
      );
      await output.result({ ...manifest, kept }, [
        texts.backupRestored(savedAt(context, manifest), kept === null ? null : printable(kept)),
      ]);
    });
}

function sizeOf({ speaker }: CommandContext, { files }: Manifest) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { files: files.length, bytes: speaker.format.bytes(bytes) };
}

function savedAt({ speaker }: CommandContext, manifest: Manifest): string {
  return speaker.format.dateTime(manifest.savedAt);
}
