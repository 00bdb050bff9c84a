import { isDeepStrictEqual } from 'node:util';
import { type ChangedBy, type DriftRow, driftOf, rowId } from '../../shared/model/drift.ts';
import { type Intentions, intentionsOf } from '../../shared/model/intention.ts';
import type { ResolvedProfile } from '../../shared/model/resolve-profile.ts';
import type { TagIntent } from '../../shared/model/stored-profile.ts';
import type { Clock } from '../base/clock.ts';
import { createEndingClock } from '../base/ending-clock.ts';
import { createTopic } from '../base/topic.ts';
import type { KnownSettingsOf } from '../fleet/fleet-reads.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { DriftStore } from '../store/drift.ts';

/** What is told together, milliseconds: an edit of a folder may concern thousands. */
const gatherMs = 200;

/** For so long after a value was first read it may not be written yet who set it, milliseconds. */
const writtenMs = 60_000;

const settings = ['transformation', 'bufferSize'] as const;

/** Who set a value that deviates, and when it was first read here. */
interface Author {
  readonly profileId: string;
  readonly value: string | null;
  readonly by: ChangedBy | null;
  readonly first: number;
}

export interface DriftParts {
  readonly resolved: () => readonly ResolvedProfile[];
  readonly tags: () => readonly TagIntent[];
  /** Undefined for one that is not watched. */
  readonly settingsOf: (profileId: string) => KnownSettingsOf | undefined;
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
  /** To be called when a profile, a folder, a tag, a state or a setting is another; with an id where only a state or a setting of that proxy is. */
  look(profileId?: string): void;
  listen(listener: (change: DriftChange) => void): () => void;
  close(): void;
}

export function createDrift(parts: DriftParts): Drift {
  const { resolved, tags, settingsOf, store } = parts;
  const clock = createEndingClock(parts.clock);
  const changes = createTopic<DriftChange>();
  const since = new Map(unlessInTrouble(store.all) ?? []);
  let cancel: (() => void) | null = null;

  /** By row: asking the logs for each of thousands, with every read of one of them, would take longer than the pause between two. */
  const authors = new Map<string, Author>();
  const authored = (row: DriftRow): DriftRow => {
    const { id, profileId, state, found } = row;
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
    authors.set(id, { profileId, value: found.value, by, first });
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
  const rowsOf = (profileId: string, intentions: Intentions): readonly DriftRow[] => {
    const of = settingsOf(profileId);
    if (of === undefined) return [];
    const readySince = of.state.kind === 'ready' ? of.state.since : null;
    return driftOf({ profileId, readySince, settings: of.settings }, intentions)
      .map(dated)
      .map(authored);
  };
  const compute = (): ReadonlyMap<string, DriftRow> => {
    intended = new Set();
    const found = new Map<string, DriftRow>();
    const intents = tags();
    for (const each of resolved()) {
      const { id: profileId } = each.profile;
      const intentions = intentionsOf(each, intents);
      for (const setting of settings)
        if (intentions[setting].kind !== 'nothing') intended.add(rowId(profileId, setting));
      for (const row of rowsOf(profileId, intentions)) found.set(row.id, row);
    }
    return found;
  };
  /** All rows, those of these proxies anew: what is intended is as it was. */
  const computeSome = (ids: ReadonlySet<string>): ReadonlyMap<string, DriftRow> => {
    const wanted = [...ids].flatMap((id) =>
      settings.map((setting) => rowId(id, setting)).filter((row) => intended.has(row)),
    );
    if (wanted.length === 0) return rows;
    // What has no row yet belongs between those of others.
    if (!wanted.every((row) => rows.has(row))) return compute();
    const intents = tags();
    const found = new Map(rows);
    for (const each of resolved()) {
      const { id: profileId } = each.profile;
      if (!ids.has(profileId)) continue;
      const now = rowsOf(profileId, intentionsOf(each, intents));
      for (const row of now) found.set(row.id, row);
      if (now.length === 0) for (const setting of settings) found.delete(rowId(profileId, setting));
    }
    return found;
  };
  /** Of rows whose author may be written by now. */
  const withoutAuthor = (): readonly string[] =>
    [...authors.values()].flatMap(({ profileId, by, first }) =>
      by === null && clock.wall() - first <= writtenMs ? [profileId] : [],
    );
  let rows = compute();
  /** Whose state or setting is another; null: all of them are to be looked at. */
  let dirty: Set<string> | null = new Set();
  const renew = (): void => {
    cancel?.();
    cancel = null;
    const before = rows;
    rows = dirty === null ? compute() : computeSome(new Set([...dirty, ...withoutAuthor()]));
    dirty = new Set();
    if (rows === before) return;
    const changed = [...rows.values()].filter((row) => {
      const known = before.get(row.id);
      return row !== known && !isDeepStrictEqual(row, known);
    });
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
    look(profileId) {
      if (profileId === undefined) dirty = null;
      else dirty?.add(profileId);
      cancel ??= clock.after(gatherMs, renew);
    },
    listen: changes.listen,
    // The sessions end after it, and tell that they do.
    close: clock.end,
  };
}
