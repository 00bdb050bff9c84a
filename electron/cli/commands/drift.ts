import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import {
  type ChangedBy,
  type DriftRow,
  driftOf,
  driftStates,
} from '../../../shared/model/drift.ts';
import type { Classes } from '../../../shared/model/environment-class.ts';
import type { KnownSettings } from '../../../shared/model/fleet-frame.ts';
import { type Intentions, intentionsOf } from '../../../shared/model/intention.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { type ChangedByParts, changedBy } from '../../drift/changed-by.ts';
import { openDatabase } from '../../store/database/database.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { type AuditLog, createAuditLog } from '../../store/logs/audit.ts';
import { createChangesElsewhere } from '../../store/logs/changed-elsewhere.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { attachConsole } from '../target/attach-console.ts';
import { askKept } from '../target/kept-there.ts';
import { loginFor } from '../target/login.ts';
import { profileNamed, withProfiles } from '../target/saved-profiles.ts';
import { type Login, withProxy } from '../target/with-proxy.ts';

/** So many proxies are asked at once. */
const atOnce = 8;

const used = ['profile', 'dataDir', 'json', 'timeout', 'passwordStdin', 'alone'] as const;

/** A row, and why the proxy could not be asked; null where it was. */
interface Told {
  readonly row: DriftRow;
  readonly name: string;
  readonly failure: AppError | null;
}

/** The transformation in force; `login` is asked for where a session of the command's own is needed. Rejects as a session does. */
type Ask = (profile: Profile, login: () => Promise<Login>) => Promise<string | null>;

interface Intended {
  readonly classes: Classes;
  readonly resolved: ResolvedProfile;
  readonly intentions: Intentions;
}

/** `drift`: of every saved proxy of which something is intended, whether it is so. Ends with 7 where something deviates, else with what is in the way of asking one: 3 where one is not reached. */
export function addDrift(program: Command, context: CommandContext): void {
  const { texts } = context;
  takesOnly(program.command('drift'), used)
    .description(texts.commands.drift)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const intended = await intendedOf(context, options);
      const rows = await askAll(context, options, intended);
      const drift = rows.map(({ row, name, failure }) => ({
        ...{ ...row, name, why: failure?.code ?? null },
      }));
      await context.output.result({ drift }, linesOf(context, rows));
      context.endWith(endOf(rows));
    });
}

/** Each over the session of the console that keeps one, where one does, else over one of its own. */
async function askAll(
  context: CommandContext,
  options: GlobalOptions,
  intended: readonly Intended[],
): Promise<readonly Told[]> {
  const rows: Told[] = [];
  const { interrupted } = context;
  const beside = options.alone ? null : await attachConsole(context, options);
  const close = (): void => beside?.close();
  interrupted.addEventListener('abort', close, { once: true });
  const ask: Ask = async (target, login) => {
    if (interrupted.aborted) throw cancelledAt(target.name);
    if (beside !== null) {
      const read = async () => {
        try {
          return await beside.call('settings.read', { id: target.id });
        } catch (error) {
          throw interrupted.aborted ? cancelledAt(target.name, error) : error;
        }
      };
      const kept = await askKept(read, { interrupted, options, patient: false });
      if (kept !== null) return kept.value.transformation;
    }
    return withProxy(context, await login(), (client) => client.getTransformation());
  };
  try {
    for (let next = 0; next < intended.length; next += atOnce) {
      const some = intended.slice(next, next + atOnce);
      const asked = some.map((each) => told(context, options, each, ask));
      rows.push(...(await Promise.all(asked)).flat());
    }
  } finally {
    interrupted.removeEventListener('abort', close);
    close();
  }
  return rows;
}

function cancelledAt(name: string, cause?: unknown): AppError {
  return new AppError('cancelled', { case: 'command', name }, { cause });
}

function endOf(rows: readonly Told[]): ExitCode {
  if (rows.some(({ row: { state } }) => state === 'deviates' || state === 'disagree'))
    return exitCode.notAsExpected;
  const ends = rows.flatMap(({ failure }) => (failure === null ? [] : exitCodeOf(failure.code)));
  return ends.find((end) => end === exitCode.cannotConnect) ?? ends[0] ?? exitCode.done;
}

function intendedOf(context: CommandContext, options: GlobalOptions): Promise<readonly Intended[]> {
  return withProfiles(context, options, (saved) => {
    const tags = saved.allTags();
    const classes = saved.allClasses();
    const only = options.profile === undefined ? null : profileNamed(saved, options.profile).id;
    return saved.list().flatMap(({ id }): Intended[] => {
      const resolved = saved.resolved(id);
      if (resolved === undefined || (only !== null && only !== id)) return [];
      const intentions = intentionsOf(resolved, tags);
      const says = Object.values(intentions).some(({ kind }) => kind !== 'nothing');
      return says ? [{ classes, resolved, intentions }] : [];
    });
  });
}

/** Asks the proxy. What is in the way of it is told with each of its rows. */
async function told(
  context: CommandContext,
  options: GlobalOptions,
  { classes, resolved, intentions }: Intended,
  ask: Ask,
): Promise<readonly Told[]> {
  const { profile } = resolved;
  const bufferSize = await inLogs(context, options, ({ audit }) =>
    audit.lastBufferSize(profile.id),
  );
  let transformation: KnownSettings['transformation'] = null;
  let failure: AppError | null = null;
  const begunAt = Date.now();
  try {
    const { name, user } = profile;
    const target = { name, address: profile, user, profile, classes };
    const value = await ask(profile, () => loginFor(context, options, target));
    transformation = { value, at: Date.now() };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    failure = error;
  }
  const readySince = failure === null ? begunAt : null;
  const settings = { transformation, bufferSize };
  const rows = driftOf({ profileId: profile.id, readySince, settings }, intentions);
  return inLogs(context, options, (logs) =>
    rows.map((row) => {
      const found = row.state === 'deviates' ? row.found : null;
      const by = found && changedBy(logs, row, found.value);
      const state = row.state === 'unreachable' ? notAsked(failure) : row.state;
      return { row: { ...row, state, by }, name: profile.name, failure };
    }),
  );
}

async function inLogs<T>(
  { env }: CommandContext,
  { dataDir }: GlobalOptions,
  look: (logs: ChangedByParts & { readonly audit: AuditLog }) => T,
): Promise<T> {
  const { database, close } = openDatabase(await openDataDirectory(dataDir, env));
  try {
    return look({ audit: createAuditLog(database), elsewhere: createChangesElsewhere(database) });
  } finally {
    close();
  }
}

function linesOf(context: CommandContext, rows: readonly Told[]): readonly string[] {
  const { texts, speaker } = context;
  if (rows.length === 0) return [texts.drift.nothing];
  const shown = (value: string | null): string => (value === null ? texts.none : printable(value));
  const inOrder = rows.toSorted(
    (a, b) => driftStates.indexOf(a.row.state) - driftStates.indexOf(b.row.state),
  );
  return table(
    inOrder.map(({ name, failure, row: { setting, state, intended, found, by } }) => [
      printable(name),
      speaker.words.settings[setting],
      failure === null || state === 'disagree'
        ? texts.drift.states[state]
        : `${texts.drift.states[state]}: ${speaker.error(failure).title}`,
      intended.kind === 'said'
        ? texts.drift.intended(shown(intended.value))
        : texts.drift.disagree(printable(intended.tags.join(', '))),
      found === null ? '' : texts.drift.found(shown(found.value)),
      by === null ? '' : said(context, by),
    ]),
  );
}

/** Not reached, or not known, where something else was in the way. */
function notAsked(failure: AppError | null): DriftRow['state'] {
  const end = failure === null ? exitCode.cannotConnect : exitCodeOf(failure.code);
  return end === exitCode.cannotConnect ? 'unreachable' : 'unknown';
}

/** Who made what is in force so, and when. */
function said({ texts, speaker: { format } }: CommandContext, by: ChangedBy): string {
  if (by.kind === 'elsewhere')
    return texts.drift.elsewhere(format.dateTime(by.since), format.dateTime(by.until));
  const { actor, remote, shell, at } = by;
  const who = texts.plan.doer(printable(actor), remote === null ? null : printable(remote), shell);
  return texts.drift.here(who, format.dateTime(at));
}
