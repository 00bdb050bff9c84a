import { type Command, Option } from 'commander';
import {
  environments,
  type ProfileDraft,
  profileDraftSchema,
} from '../../../shared/model/profile.ts';
import {
  type ConfirmOptions,
  confirmFlags,
  confirmText,
  requireConfirmed,
} from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { refuseUnused } from '../arguments/refuse-unused.ts';
import { validated } from '../arguments/validate.ts';
import { choice, seconds } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { given, placeOf, placeOptions } from '../target/place.ts';
import { profileNamed, withProfiles } from '../target/saved-profiles.ts';

type AddOptions = GlobalOptions & Partial<Omit<ProfileDraft, keyof GlobalOptions>>;

const titles = [
  'name',
  'host',
  'port',
  'transport',
  'udp port',
  'user',
  'environment',
  'folder',
] as const;

/** `profiles list`, `add` and `remove`. Passwords are no part of a profile. */
export function addProfiles(program: Command, context: CommandContext): void {
  const group = program.command('profiles').description('the saved profiles of proxies');

  group
    .command('list')
    .description('print all profiles')
    .action(async (_options: unknown, command: Command) => {
      refuseUnused(command, ['dataDir', 'json']);
      const options = command.optsWithGlobals<GlobalOptions>();
      const profiles = await withProfiles(context, options, (saved) => saved.list());
      const rows = profiles.map((profile) => [
        printable(profile.name),
        profile.host,
        String(profile.port),
        profile.transport === 'ssh' ? `ssh ${profile.sshDestination}` : profile.transport,
        profile.transport === 'auto' || profile.transport === 'udp' ? String(profile.udpPort) : '-',
        printable(profile.user),
        profile.environment,
        printable(profile.folder),
      ]);
      await context.output.result(
        { profiles },
        rows.length === 0 ? ['No profile is saved.'] : table([titles, ...rows], new Set([2, 4])),
      );
    });

  group
    .command('add')
    .description('save a profile; --host, --user and the options beside them say where it is')
    .option('--name <name>', 'how it is called')
    .addOption(
      new Option('--environment <class>', 'what it is used for (default: development)')
        .choices(environments)
        .argParser(choice(environments)),
    )
    .option('--folder <path>', 'folder, with / between its parts')
    .option('--poll-seconds <n>', 'seconds between two polls (default: 1)', seconds)
    .action(async (_options: unknown, command: Command) => {
      refuseUnused(command, [...placeOptions, 'dataDir', 'json']);
      const options = command.optsWithGlobals<AddOptions>();
      const draft = validated(profileDraftSchema, pickDraft(options), 'profiles add');
      const profile = await withProfiles(context, options, (saved) => saved.add(draft));
      await context.output.result({ added: profile }, [`Added ${printable(profile.name)}.`]);
    });

  group
    .command('remove')
    .description('remove a profile')
    .argument('<name>', 'its name')
    .option(confirmFlags, confirmText)
    .action(async (name: string, _options: unknown, command: Command) => {
      refuseUnused(command, ['dataDir', 'json']);
      const options = command.optsWithGlobals<ConfirmOptions>();
      const profile = await withProfiles(context, options, (saved) => {
        const found = profileNamed(saved, name);
        requireConfirmed(found, options.confirm, 'remove');
        return saved.remove(found.id);
      });
      await context.output.result({ removed: profile }, [`Removed ${printable(profile.name)}.`]);
    });
}

function pickDraft(options: AddOptions): Partial<ProfileDraft> {
  const { name, environment, folder, pollSeconds } = options;
  return { ...placeOf(options), ...given({ name, environment, folder, pollSeconds }) };
}
