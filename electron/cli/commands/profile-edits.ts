import type { Command } from 'commander';
import type { AppError } from '../../../shared/errors.ts';
import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import {
  changedFields,
  type DraftField,
  draftFields,
} from '../../../shared/model/profile-merge.ts';
import { settingNames } from '../../../shared/model/profile-words.ts';
import type { Setting } from '../../../shared/model/stored-profile.ts';
import { fieldValue } from '../../../shared/texts/field-value.ts';
import { guardedOn, requireConfirmedDeed } from '../../core/roster/guard.ts';
import { editsOf } from '../../core/roster/profiles/bulk-edit.ts';
import type { ProfileDesk } from '../../store/documents/profile-shelf.ts';
import { confirmFlags, confirmingGuard } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { folderArgument, several } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { requireClass } from '../target/class-named.ts';
import { profileNamed, withProfiles } from '../target/saved-profiles.ts';

interface EditOptions extends GlobalOptions {
  readonly set?: readonly string[];
  readonly inherit?: readonly string[];
  readonly tag?: readonly string[];
  readonly folder?: string;
  /** The name of a class, or its id. */
  readonly class?: string;
  readonly confirm?: readonly string[];
  readonly dryRun?: true;
}

type Edit = Partial<Record<DraftField, string | number | boolean>>;

/** `profiles edit` and `profiles move`: the same for one profile or many, all of them or none. */
export function addProfileEdits(group: Command, context: CommandContext): void {
  const { texts } = context;
  const changing = (command: Command): Command =>
    command
      .option(confirmFlags, texts.options.confirm, several)
      .option('--dry-run', texts.options.dryRun);

  changing(
    takesOnly(group.command('edit'), ['user', 'dataDir', 'json'])
      .description(texts.commands.profilesEdit)
      .argument('<names...>', texts.arguments.profileNames)
      .option('--set <field=value>', texts.options.set, several)
      .option('--inherit <field>', texts.options.inherit, several)
      .option('--folder <path>', texts.options.folder, folderArgument)
      .option('--class <name>', texts.options.class)
      .option('--tag <tag>', texts.options.tag, several),
  ).action(async (names: string[], _options: unknown, command: Command) => {
    const options = command.optsWithGlobals<EditOptions>();
    const { folder, user, tag = [], inherit = [] } = options;
    const set: Edit = { ...assignments(options.set ?? []) };
    if (folder !== undefined) set.folder = folder;
    if (user !== undefined) set.user = user;
    if (options.class !== undefined) set.environment = options.class;
    const inherited = inherit.map((field) => settingNamed(field, '--inherit'));
    await edit(context, names, options, { set, inherit: inherited, addTags: tag.join(', ') });
  });

  changing(
    group
      .command('move')
      .description(texts.commands.profilesMove)
      .argument('<names-and-folder...>', texts.arguments.namesAndFolder),
  ).action(async (words: string[], _options: unknown, command: Command) => {
    const options = command.optsWithGlobals<EditOptions>();
    const folder = words.at(-1) ?? '';
    const names = words.slice(0, -1);
    if (names.length === 0) {
      throw usageError({ case: 'argument-missing', argument: '<folder>' }, 'profiles move');
    }
    await edit(context, names, options, { set: { folder: folderArgument(folder) } });
  });
}

interface Changed {
  readonly before: Profile;
  readonly after: Profile;
}

async function edit(
  context: CommandContext,
  names: readonly string[],
  options: EditOptions,
  what: { readonly set: Edit; readonly inherit?: readonly Setting[]; readonly addTags?: string },
): Promise<void> {
  const { texts, output, speaker } = context;
  const changed = await withProfiles(context, options, (saved) => {
    const { environment } = what.set;
    const set =
      environment === undefined
        ? what.set
        : { ...what.set, environment: requireClass(saved.allClasses(), String(environment)) };
    const found = names.map((name) => profileNamed(saved, name));
    const ids = found.map(({ id }) => id);
    const guard = confirmingGuard(saved, options.confirm);
    const change = (desk: ProfileDesk): readonly Changed[] => {
      // What it is set to is judged where it is put.
      const edits = editsOf({ ...what, ids, set: set as Partial<ProfileDraft> }, desk.get);
      return edits.flatMap(({ id = '', draft, own }) => {
        const before = desk.get(id)?.profile;
        if (before === undefined) return [];
        desk.update(id, { draft, own });
        return [{ before, after: desk.get(id)?.profile ?? before }];
      });
    };
    /** Asks where the app would: what leads nowhere else and asks for nothing less needs no name. */
    const confirmed = (desk: ProfileDesk): readonly Changed[] => {
      const unedited = guardedOn(desk, saved, ids);
      const edited = change(desk);
      requireConfirmedDeed(guard, unedited, guardedOn(desk, saved, ids), []);
      return edited;
    };
    return options.dryRun ? saved.rehearse(change) : saved.change(confirmed);
  });
  const { words } = speaker;
  const result = changed.map(({ before, after }) => ({
    name: after.name,
    changes: [...changedFields(before, after)].map((field) => ({
      field,
      from: before[field],
      to: after[field],
    })),
  }));
  const lines = result.map(({ name, changes }) => {
    const said = changes.map(({ field, from, to }) => {
      const [was, is] = [from, to].map((value) => fieldValue(words, field, value));
      return `${words.fields[field]}: ${was} → ${is}`;
    });
    return changes.length === 0
      ? texts.unchanged(printable(name))
      : `${printable(name)}: ${printable(said.join(', '))}`;
  });
  await output.result({ changed: result, dryRun: options.dryRun === true }, lines);
}

const numbers: readonly DraftField[] = ['port', 'udpPort', 'pollSeconds'];
const switches: readonly DraftField[] = ['autoConnect', 'favourite'];
const switchValues: Readonly<Record<string, boolean>> = {
  ...{ on: true, yes: true, true: true },
  ...{ off: false, no: false, false: false },
};

/** What `field=value` says, each. Throws `invalid-input` for what is no field; a value is judged where it is put. */
function assignments(given: readonly string[]): Edit {
  const set: Edit = {};
  for (const text of given) {
    const [, name = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
    const field = draftFields.find((each) => each === name);
    if (field === undefined) throw notOneOf(text, '--set', draftFields);
    if (numbers.includes(field)) set[field] = value.trim() === '' ? Number.NaN : Number(value);
    else if (switches.includes(field)) set[field] = switchValues[value.toLowerCase()] ?? value;
    else set[field] = value;
  }
  return set;
}

function settingNamed(name: string, option: string): Setting {
  const found = settingNames.find((each) => each === name);
  if (found === undefined) throw notOneOf(name, option, settingNames);
  return found;
}

function notOneOf(given: string, option: string, choices: readonly string[]): AppError {
  const rule = { case: 'choice', choices } as const;
  return usageError({ case: 'value', option, given, rule }, 'profiles edit');
}
