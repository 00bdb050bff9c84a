import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { Changes } from '../../change/changes.ts';
import type { Roster } from '../../core/roster/roster.ts';
import type { AuditReads } from '../../store/thread/asked.ts';
import type { Handlers } from '../parts.ts';

export interface ChangeParts {
  readonly changes: Changes;
  readonly audit: Pick<AuditReads, 'search' | 'overview'>;
  readonly roster: Pick<Roster, 'get'>;
}

export function changeHandlers({
  changes,
  audit,
  roster,
}: ChangeParts): Pick<
  Handlers,
  | 'settings.read'
  | 'change.transformation'
  | 'change.bufferSize'
  | 'change.undo'
  | 'change.unlock'
  | 'change.lock'
  | 'audit.list'
  | 'audit.overview'
> {
  return {
    'settings.read': ({ id }) => changes.read(id),
    'change.transformation': (change) => changes.transformation(change),
    'change.bufferSize': (change) => changes.bufferSize(change),
    'change.undo': (change) => changes.undo(change),
    'change.unlock': ({ id }) => {
      if (roster.get(id) === undefined) throw noSuchProfile(id);
      changes.locks.unlock(id);
      return null;
    },
    'change.lock': ({ id }) => {
      changes.locks.lock(id);
      return null;
    },
    'audit.overview': (_, _caller, signal) => audit.overview(signal),
    'audit.list': async (query, _caller, signal) => [
      ...changes.rowsOf(await audit.search(query, signal)),
    ],
  };
}
