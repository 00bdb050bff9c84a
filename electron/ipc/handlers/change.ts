import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { Changes } from '../../change/changes.ts';
import type { Roster } from '../../core/roster/roster.ts';
import type { AuditReads } from '../../store/thread/asked.ts';
import type { Handlers } from '../parts.ts';
import { remoteIn } from './remote-in.ts';
import type { BrowserSessions } from './sessions.ts';

export interface ChangeParts {
  readonly changes: Changes;
  readonly audit: Pick<AuditReads, 'search' | 'overview'>;
  readonly roster: Pick<Roster, 'get'>;
  readonly sessions: Pick<BrowserSessions, 'list'>;
}

export function changeHandlers({
  changes,
  audit,
  roster,
  sessions,
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
  const remoteOf = remoteIn(sessions);
  return {
    'settings.read': ({ id }) => changes.read(id),
    'change.transformation': (change, caller) =>
      changes.transformation({ ...change, ...remoteOf(caller) }),
    'change.bufferSize': (change, caller) => changes.bufferSize({ ...change, ...remoteOf(caller) }),
    'change.undo': (change, caller) => changes.undo({ ...change, ...remoteOf(caller) }),
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
