import { AppError } from '../../../shared/errors.ts';
import type { Classes } from '../../../shared/model/environment-class.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { actorName } from '../../core/actor.ts';
import type { ManagedShelf } from '../../core/managed/managed-shelf.ts';
import { eventsOfProfiles } from '../../core/own-events.ts';
import { compareProfiles } from '../../core/roster/roster-change.ts';
import { openDatabase } from '../../store/database/database.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';
import { createEventLog } from '../../store/logs/events.ts';
import type { CommandContext } from '../context.ts';

export interface FollowedEdits {
  /** These profiles, by their ids, have another password now. */
  passwordsChanged(ids: readonly string[]): void;
  /** Keeps the events of what was made of profiles since the beginning; what cannot be kept is warned of, since the edits themselves are saved. */
  tell(classes: Classes): void;
}

interface Followed {
  readonly directory: string;
  readonly own: Pick<ProfileStore, 'list' | 'resolved' | 'onWrite'>;
  readonly managed: Pick<ManagedShelf, 'list' | 'resolved'>;
}

/** Follows what a command makes of profiles, and nothing that other processes make of them meanwhile. */
export function followEdits(
  context: CommandContext,
  { directory, own, managed }: Followed,
): FollowedEdits {
  const personalBefore = resolvedOf(managed);
  const written: { before: readonly ResolvedProfile[]; after: readonly ResolvedProfile[] }[] = [];
  const passwords: string[] = [];
  const stop = own.onWrite((each) => written.push(each));
  return {
    passwordsChanged: (ids) => void passwords.push(...ids),
    tell(classes) {
      stop();
      const ofManaged = { before: personalBefore, after: resolvedOf(managed) };
      // A password comes after its profile, which may be as it was otherwise.
      const now = resolvedOf(own);
      const last = written.pop() ?? { before: now, after: now };
      const by = { case: 'here', who: actorName(), shell: 'cli' } as const;
      const events = [...written, ofManaged, last].flatMap((each) => {
        const changed = each === last ? passwords : [];
        const change = compareProfiles(each.before, each.after, changed, true);
        return change === null ? [] : eventsOfProfiles(change, Date.now(), classes, by);
      });
      if (events.length > 0) keep(context, directory, events);
    },
  };
}

function keep(
  { output, speaker }: CommandContext,
  directory: string,
  events: readonly NewEvent[],
): void {
  try {
    const { database, notices, close } = openDatabase(directory);
    try {
      for (const notice of notices) output.warn(speaker.notice(notice).text);
      createEventLog(database).add(events);
    } finally {
      close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    output.warnOf(error.toValue());
  }
}

function resolvedOf({
  list,
  resolved,
}: Pick<ProfileStore, 'list' | 'resolved'>): readonly ResolvedProfile[] {
  return list().flatMap(({ id }) => resolved(id) ?? []);
}
