import { AppError } from '../../shared/errors.ts';
import type { AuditEntry, Change } from '../../shared/model/change.ts';
import type { ApplyParts, Subject, Why } from './change-log.ts';
import { setterOf } from './known-setter.ts';
import { settleBy } from './settle.ts';
import {
  type Begin,
  type Concluded,
  changeBufferSize,
  changeTransformation,
  type SettingsClient,
} from './transaction.ts';

/** A change as it was concluded, and what to tell of it; null where all went as asked. */
export interface Applied {
  readonly entry: AuditEntry;
  readonly error: unknown;
}

/**
 * The one way in which a proxy is changed: compare, record, set, read back, conclude. Nothing is sent that is not in the audit log. Nobody else of this process may change the proxy meanwhile. Rejects where nothing was begun: with
 * `storage-failed` or `storage-full` where it could not be recorded, and with what a session throws; and with `storage-failed` where it was
 * made, and what it came to could not be recorded: that is found out later.
 */
export async function applyChange(
  parts: ApplyParts,
  client: SettingsClient,
  subject: Subject,
  change: Change,
  why: Why,
): Promise<Applied> {
  const { audit, actor, origin, clock } = parts;
  const { id: profileId, name: profileName } = subject;
  const begun: AuditEntry[] = [];
  const about = () => ({
    at: clock.wall(),
    profileId,
    profileName,
    actor,
    setting: change.setting,
    shell: origin.shell,
    remote: origin.remote,
    ...why,
  });
  const begin: Begin = async (before, requested) => {
    begun.push(await audit.together.begin({ ...about(), before, requested }));
  };
  const { report, error } = await run(parts, client, subject, change, begin);
  const [entry] = begun;
  try {
    const concluded =
      entry === undefined
        ? await audit.together.add({ ...about(), ...report })
        : await audit.together.conclude(entry.id, report, 'concluded', clock.wall());
    parts.onConcluded(concluded);
    return { entry: concluded, error };
  } catch (cause) {
    const { outcome } = report;
    throw new AppError('storage-failed', { case: 'audit', name: profileName, outcome }, { cause });
  }
}

function run(
  parts: ApplyParts,
  client: SettingsClient,
  { id, name }: Subject,
  change: Change,
  begin: Begin,
): Promise<Concluded> {
  const { audit, actor } = parts;
  if (change.setting === 'bufferSize') {
    const lastSet = audit.lastBufferSize(id)?.bytes ?? null;
    return changeBufferSize(client, { name, lastSet, bytes: change.bytes, begin });
  }
  const { seen, next } = change;
  return changeTransformation(client, {
    name,
    seen,
    next,
    begin,
    onFound: (found) => settleBy(parts, id, found),
    setterOf: (found) => setterOf(found, audit.recent(id, 'transformation'), actor),
  });
}
