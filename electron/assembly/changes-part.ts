import { teethOf } from '../../shared/model/environment-class.ts';
import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import { type Changes, createChanges } from '../change/changes.ts';
import { actorName, remoteOf } from '../core/actor.ts';
import { eventOfChange } from '../core/own-events.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Drift } from '../drift/drift.ts';
import type { Monitor } from '../fleet/monitor.ts';
import type { ConsoleParts } from './console-parts.ts';
import type { OpenStores } from './stores.ts';

export interface ChangesPartParts {
  readonly opened: Opened;
  readonly shell: ConsoleParts['shell'];
  readonly stores: Pick<OpenStores, 'audit'>;
  readonly roster: Pick<Roster, 'get' | 'classes'>;
  readonly monitor: Pick<Monitor, 'use' | 'bufferSizeSet' | 'transitions'>;
  readonly recorder: Pick<Recorder, 'event'>;
  readonly drift: Pick<Drift, 'look'>;
}

/** Changes of settings; what they come to is an event, and is held against what is intended. */
export function createChangesPart(parts: ChangesPartParts): Changes {
  const { opened, shell, stores, roster, monitor, recorder, drift } = parts;
  const changes = createChanges({
    withClient: monitor.use,
    profileOf: roster.get,
    teethOf: ({ environment }) => teethOf(roster.classes(), environment),
    audit: stores.audit,
    onChanged: (entry) => {
      const event = eventOfChange(entry);
      if (event !== null) recorder.event(event);
      if (entry.setting === 'bufferSize' && roster.get(entry.profileId))
        monitor.bufferSizeSet(entry.profileId);
      drift.look();
    },
    onElsewhere: ({ profileId, setting }) => {
      if (roster.get(profileId) === undefined) return;
      drift.look();
      if (setting === 'bufferSize') monitor.bufferSizeSet(profileId);
      // Where there is no session now, the next one reads it.
      else monitor.use(profileId, (client) => client.getTransformation()).catch(() => undefined);
    },
    actor: actorName(),
    origin: { shell, remote: remoteOf(process.env) },
    clock: systemClock,
  });
  opened(changes.locks.close);
  return changes;
}
