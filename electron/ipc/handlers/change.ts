import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { Changes } from '../../change/changes.ts';
import type { Roster } from '../../core/roster.ts';
import type { Handlers } from '../parts.ts';

export interface ChangeParts {
  readonly changes: Changes;
  readonly roster: Pick<Roster, 'get'>;
}

export function changeHandlers({
  changes,
  roster,
}: ChangeParts): Pick<
  Handlers,
  | 'settings.read'
  | 'change.transformation'
  | 'change.bufferSize'
  | 'change.undo'
  | 'change.unlock'
  | 'change.lock'
  | 'change.locks'
> {
  return {
    'settings.read': ({ id }) => changes.read(id),
    'change.transformation': (change) => changes.transformation(change),
    'change.bufferSize': (change) => changes.bufferSize(change),
    'change.undo': (change) => changes.undo(change),
    'change.unlock': ({ id }) => {
      if (roster.get(id) === undefined) throw noSuchProfile(id);
      return { until: changes.locks.unlock(id) };
    },
    'change.lock': ({ id }) => {
      changes.locks.lock(id);
      return null;
    },
    'change.locks': () => changes.locks.list(),
  };
}
