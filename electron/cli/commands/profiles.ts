import { type Command, Option } from 'commander';
import { plainClassName } from '../../../shared/model/environment-class.ts';
import { type ProfileDraft, profileDraftSchema } from '../../../shared/model/profile.ts';
import { type ConfirmOptions, confirmFlags, requireConfirmed } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { validated } from '../arguments/validate.ts';
import { folderArgument, seconds } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { requireClass } from '../target/class-named.ts';
import { given, placeOf, placeOptions } from '../target/place.ts';
import { profileNamed, withProfiles } from '../target/saved-profiles.ts';

import { addProfileClasses } from './profile-classes.ts';

import { addProfileCopies } from './profile-copies.ts';

import { addProfileEdits } from './profile-edits.ts';

import { addProfileFiles } from './profile-files.ts';

interface AddOptions extends GlobalOptions, Partial<Omit<ProfileDraft, keyof GlobalOptions>> {
  /** The name of a class, or its id. */
  readonly class?: string;
}

const columns = [
  'name',
  'host',
  'port',
  'transport',
  'udpPort',
  'user',
  'environment',
  'folder',
] as const;

/** `profiles list`, `add`, `remove`, `edit`, `move`, `export`, `import` and `restore`. Passwords are no part of a profile. */
export function addProfiles(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { commands, options: optionTexts } = texts;
  const group = takesOnly(program.command('profiles'), ['dataDir', 'json']).description(
    commands.profiles,
  );

  group
    .command('list')
    .description(commands.profilesList)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const profiles = await withProfiles(context, options, (saved) =>
        saved.list().map((profile) => {
          const managedBy = saved.managedBy(profile.id);
          const known = saved.allClasses().get(profile.environment);
          const className = known === undefined ? null : plainClassName(known);
          return { ...profile, class: className, ...(managedBy === null ? {} : { managedBy }) };
        }),
      );
      const managed = profiles.some(({ managedBy }) => managedBy !== undefined);
      const titles = [
        ...columns.map((column) => texts.profileColumns[column]),
        ...(managed ? [texts.profileColumns.managedBy] : []),
      ];
      const rows = profiles.map((profile) => [
        printable(profile.name),
        profile.host,
        String(profile.port),
        profile.transport === 'ssh' ? `ssh ${profile.sshDestination}` : profile.transport,
        profile.transport === 'auto' || profile.transport === 'udp' ? String(profile.udpPort) : '-',
        printable(profile.user),
        printable(profile.class ?? texts.unknownClass),
        printable(profile.folder),
        ...(managed ? [printable(profile.managedBy ?? '-')] : []),
      ]);
      await context.output.result(
        { profiles },
        rows.length === 0 ? [texts.noProfile] : table([titles, ...rows], new Set([2, 4])),
      );
    });

  takesOnly(group.command('add'), [...placeOptions, 'dataDir', 'json'])
    .description(commands.profilesAdd)
    .option('--name <name>', optionTexts.name)
    .addOption(
      // As it was called before classes of one's own.
      new Option('--environment <class>', optionTexts.class).hideHelp(),
    )
    .option('--class <name>', optionTexts.class)
    .option('--folder <path>', optionTexts.folder, folderArgument)
    .option('--poll-seconds <n>', optionTexts.pollSeconds, seconds)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const profile = await withProfiles(context, options, (saved) => {
        const named = options.class ?? options.environment;
        const environment = named && requireClass(saved.allClasses(), named);
        const picked = { ...pickDraft(options), ...given({ environment }) };
        return saved.add(validated(profileDraftSchema, picked, 'profiles add'));
      });
      await context.output.result({ added: profile }, [texts.added(printable(profile.name))]);
    });

  group
    .command('remove')
    .description(commands.profilesRemove)
    .argument('<name>', texts.arguments.profileName)
    .option(confirmFlags, texts.options.confirm)
    .action(async (name: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConfirmOptions>();
      const profile = await withProfiles(context, options, (saved) => {
        const found = profileNamed(saved, name);
        saved.requireOwn(found.id);
        requireConfirmed(found, options.confirm, 'remove', saved.allClasses());
        return saved.remove(found.id);
      });
      await context.output.result({ removed: profile }, [texts.removed(printable(profile.name))]);
    });

  addProfileClasses(group, context);
  addProfileEdits(group, context);
  addProfileFiles(group, context);
  addProfileCopies(group, context);
}

function pickDraft(options: AddOptions): Partial<ProfileDraft> {
  const { name, folder, pollSeconds } = options;
  return { ...placeOf(options), ...given({ name, folder, pollSeconds }) };
}
