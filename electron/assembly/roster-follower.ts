import type { ConsoleShell } from '../../shared/model/change-words.ts';
import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import type { Changes } from '../change/changes.ts';
import { createEditsElsewhere, type EditsElsewhere } from '../core/edits-elsewhere.ts';
import { eventsOfProfiles } from '../core/own-events.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Monitor } from '../fleet/monitor.ts';

export interface RosterFollowerParts {
  readonly opened: Opened;
  readonly shell: ConsoleShell;
  readonly roster: Pick<Roster, 'list' | 'get' | 'classes' | 'listen' | 'onClasses'>;
  readonly monitor: Pick<Monitor, 'setProfiles' | 'reset'>;
  readonly changes: Pick<Changes, 'author' | 'locks'>;
  readonly recorder: Pick<Recorder, 'events'>;
}

/** After every change of profiles the fleet is theirs, their locks are what their classes ask for, and what was edited is told. */
export function followRoster(parts: RosterFollowerParts): Pick<EditsElsewhere, 'close'> {
  const { opened, shell, roster, monitor, changes, recorder } = parts;
  const editsElsewhere = createEditsElsewhere({ tell: recorder.events, clock: systemClock });
  opened(editsElsewhere.close);
  const editorNow = () => {
    const author = changes.author();
    return { case: 'here', who: author.actor, shell: author.shell ?? shell } as const;
  };
  roster.listen((change) => {
    monitor.setProfiles(roster.list());
    const events = eventsOfProfiles(change, Date.now(), roster.classes(), editorNow());
    if (change.here) recorder.events(events);
    else editsElsewhere.heard(events);
    for (const { id } of change.passwordChanged) monitor.reset(id);
    // One that came back, or is of a read-only class again, begins locked.
    changes.locks.settle(roster.get);
  });
  roster.onClasses(() => changes.locks.settle(roster.get));
  return editsElsewhere;
}
