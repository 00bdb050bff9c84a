import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { createRestoring } from '../../core/roster/profiles/restoring.ts';
import { type ConfirmOptions, confirmFlags, confirmingGuard } from '../arguments/confirm.ts';
import type { CommandContext } from '../context.ts';
import { table } from '../output/table.ts';
import { withProfiles } from '../target/saved-profiles.ts';

interface RestoreOptions extends ConfirmOptions {
  readonly removeNewer?: boolean;
}

/** `profiles restore`: lists the good copies, or brings back what is in one. */
export function addProfileCopies(group: Command, context: CommandContext): void {
  const { texts } = context;
  group
    .command('restore')
    .description(texts.commands.profilesRestore)
    .argument('[copy]', texts.arguments.copy)
    .option('--remove-newer', texts.options.removeNewer)
    .option(confirmFlags, texts.options.confirm)
    .action(async (copy: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<RestoreOptions>();
      await withProfiles(context, options, async (profiles) => {
        const restoring = createRestoring({
          profiles,
          guard: confirmingGuard(profiles, options.confirm),
        });
        if (copy !== undefined) {
          const choice = { ids: 'all', removeNewer: options.removeNewer === true } as const;
          const { changed } = await restoring.restore({ savedAt: timeOf(copy), choice });
          await context.output.result({ changed }, [texts.restored(changed)]);
          return;
        }
        const copies = (await restoring.list()).map((each) => ({
          ...each,
          copy: localTime(each.savedAt),
        }));
        const { copyColumns: titles } = texts;
        const columns = ['copy', 'profiles', 'missing', 'different', 'newer'] as const;
        const rows = copies.map((each) => columns.map((column) => String(each[column])));
        const lines = table(
          [columns.map((column) => titles[column]), ...rows],
          new Set([1, 2, 3, 4]),
        );
        await context.output.result({ copies }, rows.length === 0 ? [texts.noCopy] : lines);
      });
    });
}

/** In the time of this place, with its distance from UTC, to the millisecond: what is printed here is what names a copy. */
function localTime(at: number): string {
  const ahead = -new Date(at).getTimezoneOffset();
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const zone = `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
  return new Date(at + ahead * 60_000).toISOString().replace('Z', zone);
}

/** Throws `not-found` for what is no time. */
function timeOf(copy: string): number {
  const at = Date.parse(copy);
  if (Number.isNaN(at)) throw new AppError('not-found', { case: 'copy' });
  return at;
}
