import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry, Change } from '../../../shared/model/change.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { isConsoleGone } from '../../base/console-gone.ts';
import { actorName } from '../../core/actor.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { openJournal } from '../journal.ts';
import type { ConsoleBeside } from './attach-console.ts';

export interface ChangeInConsole {
  readonly call: ConsoleBeside['call'];
  readonly profile: Profile;
  readonly change: Change;
  /** The name of the proxy was given. */
  readonly confirmed: boolean;
}

/**
 * Has the console make a change. Once it was told to, its answer is waited for, also when the command is interrupted: a change that was sent
 * is made, whoever still listens. Where the console goes away in the middle, the audit log tells what the change came to. Throws that,
 * `outcome-unknown` where nobody knows it, and `cancelled` where it was interrupted before.
 */
export async function changeInConsole(
  context: CommandContext,
  options: GlobalOptions,
  { call, profile, change, confirmed }: ChangeInConsole,
): Promise<AuditEntry> {
  const { id, name } = profile;
  const confirm = confirmed ? { confirmName: name } : {};
  const [newest] = await call('audit.list', { id, limit: 1 });
  const after = newest?.id ?? 0;
  const tell = (): Promise<AuditEntry> => {
    if (change.setting === 'bufferSize')
      return call('change.bufferSize', { id, bytes: change.bytes, ...confirm });
    const { seen, next } = change;
    return call('change.transformation', { id, seen, next, ...confirm });
  };
  const make = async (): Promise<AuditEntry> => {
    if (context.interrupted.aborted) throw new AppError('cancelled', { case: 'command', name });
    try {
      return await tell();
    } catch (error) {
      if (!isConsoleGone(error)) throw error;
      const entry = await recorded(context, options, profile, change, after);
      if (entry !== null && isKnown.has(entry.outcome)) return entry;
      throw unknownOutcome(name, change, error);
    }
  };
  try {
    return await make();
  } catch (error) {
    // The name that was given stands for the unlocking, too, which ends with the change.
    if (!confirmed || !(error instanceof AppError) || error.code !== 'read-only') throw error;
    await call('change.unlock', { id });
    try {
      return await make();
    } finally {
      await lockAgain(call, id);
    }
  }
}

/** What says what is in force now, where it can be told. */
const isKnown: ReadonlySet<AuditEntry['outcome']> = new Set(['verified', 'unverified', 'mismatch']);

/** What an unlocking opened is closed with the console that knew of it. */
async function lockAgain(call: ConsoleBeside['call'], id: string): Promise<void> {
  try {
    await call('change.lock', { id });
  } catch (error) {
    if (!isConsoleGone(error)) throw error;
  }
}

/** What the audit log tells, in its entries after that one, of a change of which the console gave no answer; null where it tells nothing, or cannot be read, which is warned of. */
async function recorded(
  context: CommandContext,
  options: GlobalOptions,
  { id }: Profile,
  { setting, ...change }: Change,
  after: number,
): Promise<AuditEntry | null> {
  const requested = 'bytes' in change ? String(change.bytes) : change.next;
  const actor = actorName();
  try {
    const { audit, close } = await openJournal(context, options);
    try {
      const later = audit.since(id, setting, Number.MAX_SAFE_INTEGER, after);
      const own = later.filter(
        (entry) => entry.shell === 'cli' && entry.actor === actor && entry.requested === requested,
      );
      return own.at(-1) ?? null;
    } finally {
      close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.output.warnOf(error.toValue());
    return null;
  }
}

function unknownOutcome(name: string, change: Change, cause: AppError): AppError {
  const why = 'console';
  const detail =
    change.setting === 'bufferSize'
      ? ({ case: 'buffer-size', name, requested: String(change.bytes), why } as const)
      : ({ case: 'transformation', name, requested: change.next, accepted: false, why } as const);
  return new AppError('outcome-unknown', detail, { cause });
}
