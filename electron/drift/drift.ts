import { isDeepStrictEqual } from 'node:util';
import { type ChangedBy, type DriftRow, driftOf, rowId } from '../../shared/model/drift.ts';
import { intentionsOf } from '../../shared/model/intention.ts';
import type { ResolvedProfile } from '../../shared/model/resolve-profile.ts';
import type { TagIntent } from '../../shared/model/stored-profile.ts';
import type { Clock } from '../base/clock.ts';
import { createEndingClock } from '../base/ending-clock.ts';
import { createTopic } from '../base/topic.ts';
import type { KnownSettingsOf } from '../fleet/monitor.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { DriftStore } from '../store/drift.ts';

/** What is told together, milliseconds: an edit of a folder may concern thousands. */
const gatherMs = 200;

/** For so long after a value was first read it may not be written yet who set it, milliseconds. */
const writtenMs = 60_000;

/** Who set a value that deviates, and when it was first read here. */
interface Author {
  readonly value: string | null;
  readonly by: ChangedBy | null;
  readonly first: number;
}

export interface DriftParts {
  readonly resolved: () => readonly ResolvedProfile[];
  readonly tags: () => readonly TagIntent[];
  readonly settings: () => readonly KnownSettingsOf[];
  readonly store: DriftStore;
  /** Who made a value the one in force; throws as the logs do. */
  readonly changedBy: (row: DriftRow, value: string | null) => ChangedBy | null;
  readonly clock: Clock;
}

/** Rows that are new or different, and the ids of those that are gone. */
export interface DriftChange {
  readonly changed: readonly DriftRow[];
  readonly removed: readonly string[];
}

/** What is intended of the proxies, held against what is in force. That it cannot be kept since when something deviates, keeps nothing from being told. */
export interface Drift {
  /** In the order of the profiles. */
  list(): readonly DriftRow[];
  /** To be called when a profile, a folder, a tag, a state or a setting is another. */
  look(): void;
  listen(listener: (change: DriftChange) => void): () => void;
  close(): void;
}

export function createDrift(parts: DriftParts): Drift {
  const { resolved, tags, settings, store } = parts;
  const clock = createEndingClock(parts.clock);
  const changes = createTopic<DriftChange>();
  const since = new Map(unlessInTrouble(store.all) ?? []);
  let cancel: (() => void) | null = null;

  /** By row: asking the logs for each of thousands, with every read of one of them, would take longer than the pause between two. */
  const authors = new Map<string, Author>();
  const authored = (row: DriftRow): DriftRow => {
    const { id, state, found } = row;
    if (state !== 'deviates' || found === null) {
      authors.delete(id);
      return row;
    }
    const known = authors.get(id);
    const now = clock.wall();
    // Who it was may be written a moment after it was read.
    if (known?.value === found.value && (known.by !== null || now - known.first > writtenMs))
      return { ...row, by: known.by };
    const by = unlessInTrouble(() => parts.changedBy(row, found.value));
    const first = known?.value === found.value ? known.first : now;
    authors.set(id, { value: found.value, by, first });
    return { ...row, by };
  };
  const dated = (row: DriftRow): DriftRow => {
    const { id, profileId, setting, state } = row;
    const known = since.get(id);
    // What cannot be seen just now is taken for neither: it deviates on, or does not, when it can be.
    if (state === 'unreachable' || state === 'unknown') return row;
    if (state !== 'deviates') {
      if (known !== undefined && since.delete(id))
        unlessInTrouble(() => store.remove(profileId, setting));
      return row;
    }
    if (known !== undefined) return { ...row, since: known };
    const now = clock.wall();
    since.set(id, now);
    unlessInTrouble(() => store.put(profileId, setting, now));
    return { ...row, since: now };
  };
  /** Of which something is intended, also where nothing is known of the proxy: its link is made anew, or none is there yet. */
  let intended = new Set<string>();
  const compute = (): readonly DriftRow[] => {
    intended = new Set();
    const known = new Map(settings().map((each) => [each.id, each]));
    const intents = tags();
    return resolved().flatMap((each) => {
      const { id: profileId } = each.profile;
      const intentions = intentionsOf(each, intents);
      for (const setting of ['transformation', 'bufferSize'] as const)
        if (intentions[setting].kind !== 'nothing') intended.add(rowId(profileId, setting));
      const of = known.get(profileId);
      if (of === undefined) return [];
      const readySince = of.state.kind === 'ready' ? of.state.since : null;
      return driftOf({ profileId, readySince, settings: of.settings }, intentions)
        .map(dated)
        .map(authored);
    });
  };
  let rows = new Map(compute().map((row) => [row.id, row]));
  const renew = (): void => {
    cancel?.();
    cancel = null;
    const before = rows;
    rows = new Map(compute().map((row) => [row.id, row]));
    const changed = [...rows.values()].filter((row) => !isDeepStrictEqual(row, before.get(row.id)));
    const removed = [...before.keys()].filter((id) => !rows.has(id));
    for (const id of removed) {
      const row = before.get(id);
      if (row && !intended.has(id) && since.delete(id))
        unlessInTrouble(() => store.remove(row.profileId, row.setting));
    }
    if (changed.length + removed.length > 0) changes.publish({ changed, removed });
  };
  return {
    list() {
      if (cancel !== null) renew();
      return [...rows.values()];
    },
    look() {
      cancel ??= clock.after(gatherMs, renew);
    },
    listen: changes.listen,
    // The sessions end after it, and tell that they do.
    close: clock.end,
  };
}
