import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { knownSettingsSchema } from '../../shared/model/fleet-frame.ts';
import { metricsSchema } from '../../shared/model/metrics.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import { openCountSchema } from '../../shared/model/open-count-schema.ts';
import { isSameProxy, placeSchema } from '../../shared/model/place.ts';
import { epochMs } from '../../shared/model/time.ts';
import { storing, transaction, writing } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';

const lastKnownSchema = z.object({
  /** Where the proxy is that this is known of: the profile may have been edited since. */
  place: placeSchema.pick({
    host: true,
    port: true,
    transport: true,
    udpPort: true,
    sshDestination: true,
  }),
  metrics: metricsSchema.nullable(),
  transformation: knownSettingsSchema.shape.transformation,
  openCount: openCountSchema.default(unknownCount),
  oneByOneSince: epochMs.nullable().default(null),
});

/** What a proxy was last seen to say, each with its time. */
export type LastKnown = z.infer<typeof lastKnownSchema>;

/** What each proxy was last seen to say, for the next start. Methods throw `storage-full` and `storage-failed`. */
export interface LastKnownStore {
  /** Null where nothing is kept, where it is of another proxy than this place, and where another release wrote what this one cannot read. */
  get(profileId: string, place: LastKnown['place']): LastKnown | null;
  /** One transaction. */
  put(entries: readonly (readonly [profileId: string, known: LastKnown])[]): void;
  forget(profileId: string): void;
  /** Forgets all but these: a demo fleet whose console was killed never comes back. */
  keepOnly(profileIds: ReadonlySet<string>): void;
}

export function createLastKnownStore(database: DatabaseSync): LastKnownStore {
  const select = database.prepare('SELECT known FROM last_known WHERE profile_id = ?');
  const ids = database.prepare('SELECT profile_id AS id FROM last_known');
  const insert = database.prepare(
    'INSERT OR REPLACE INTO last_known (profile_id, known) VALUES (?, ?)',
  );
  const remove = database.prepare('DELETE FROM last_known WHERE profile_id = ?');
  return {
    get: (profileId, place) =>
      storing(database, () => {
        const row = select.get(profileId);
        const known = row === undefined ? null : readJson(lastKnownSchema, String(row.known));
        return known !== null && isSameProxy(known.place, place) ? known : null;
      }),
    put(entries) {
      transaction(database, () => {
        for (const [id, known] of entries) insert.run(id, textOf(known));
      });
    },
    forget(profileId) {
      writing(database, () => remove.run(profileId));
    },
    keepOnly(profileIds) {
      transaction(database, () => {
        for (const { id } of ids.all()) if (!profileIds.has(String(id))) remove.run(String(id));
      });
    },
  };
}

/** By hand, and not by the schema: it is written for every proxy that is read, and a place may be a whole profile. */
function textOf({ place, metrics, transformation, openCount, oneByOneSince }: LastKnown): string {
  const { host, port, transport, udpPort, sshDestination } = place;
  return JSON.stringify({
    place: { host, port, transport, udpPort, sshDestination },
    metrics,
    transformation,
    openCount,
    oneByOneSince,
  } satisfies LastKnown);
}
