import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice, Preferences } from '../../../shared/model/app-info.ts';
import type { ManagedSource, ManagedState } from '../../../shared/model/managed.ts';
import { type Policy, strictestPolicy } from '../../../shared/model/policy.ts';
import { emptyBook, type ProfileBook } from '../../../shared/model/stored-profile.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import { watchFile } from '../files/file-watch.ts';
import { lastingNotice } from '../notice.ts';
import {
  isThere,
  locateManaged,
  type ManagedPlace,
  type ManagedSystem,
  managedVariable,
  NoAnswer,
  thisSystem,
} from './locate.ts';
import { type ManagedContent, parseManaged } from './managed-format.ts';
import { type Refused, readManaged } from './read-managed.ts';

/** What the administrators of this machine ordain, as it holds now. */
export interface Managed {
  readonly file: string;
  readonly source: ManagedSource;
  /** Who says so. */
  readonly by: string;
  readonly book: ProfileBook;
  readonly preferences: Partial<Preferences>;
  readonly policy: Policy;
}

/** The file of what is managed here, which only administrators write. */
export interface ManagedStore {
  /** Null where nothing is managed. */
  get(): Managed | null;
  /** What is wrong with the file; each holds until it is no longer here. */
  notices(): readonly Notice[];
  /** After every change of either. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  /** Reads the file now; resolves when what it says holds. Where it is watched nobody has to, but that not each file system tells of changes. */
  reread(): Promise<void>;
  close(): void;
}

/** Where no file is looked for. */
export const noManagedStore: ManagedStore = {
  get: () => null,
  notices: () => [],
  onChange: () => () => {},
  reread: async () => {},
  close() {},
};

interface Found {
  readonly place: ManagedPlace | null;
  readonly managed: Managed | null;
  readonly notices: readonly Notice[];
  /** Changes with what was read. */
  readonly seen: string;
  /** The system did not answer whether it names a file, and is asked again. */
  readonly unanswered?: boolean;
}

const nothing: Found = { place: null, managed: null, notices: [], seen: '' };

/** A system that does not answer is asked again after so long. */
const againMs = 10_000;

/** So many faults of a file are told one by one. */
const mostTold = 20;

/** Where a file is replaced by other means than a rename, it is away for a moment. */
const goneMs = 500;

/**
 * Opens the file that the system or the environment names (`locate.ts`), and follows it with `watch`. Never throws for what the file is: then
 * a notice says it, and the strictest policy holds.
 */
export async function openManaged(
  system: ManagedSystem = thisSystem,
  { watch = false }: { readonly watch?: boolean } = {},
): Promise<ManagedStore> {
  const changed = createTopic<void>();
  const inTurn = createTurns();
  let found = await find(system, null);
  const follow = (): Promise<void> =>
    inTurn('managed', async () => {
      if (found.place !== null && !isThere(found.place.path)) await sleep(goneMs);
      const next = await find(system, found);
      if (next.unanswered) askAgain();
      if (next.seen === found.seen) return;
      found = next;
      changed.publish();
    });
  let again: NodeJS.Timeout | undefined;
  const askAgain = (): void => {
    clearTimeout(again);
    again = setTimeout(() => void follow(), againMs).unref();
  };
  if (watch && found.unanswered) askAgain();
  const named = system.env[managedVariable];
  const files = [found.place?.path, system.systemFile, named];
  const watched = watch ? [...new Set(files)].filter((file) => file !== undefined) : [];
  const ends = watched.map((file) => watchFile(file, follow));
  return {
    get: () => found.managed,
    notices: () => found.notices,
    onChange: changed.listen,
    reread: follow,
    close() {
      for (const end of ends) end();
      clearTimeout(again);
      changed.end();
    },
  };
}

/** What windows see of it. */
export function stateOf(managed: Managed | null): ManagedState | null {
  if (managed === null) return null;
  const { by, file, source, policy } = managed;
  return { by, file, source, policy, locked: Object.keys(managed.preferences) };
}

async function find(system: ManagedSystem, before: Found | null): Promise<Found> {
  let place: ManagedPlace | null;
  try {
    place = await locateManaged(system);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return unanswered(error, before);
  }
  if (place === null) return nothing;
  const read = await readManaged(place.path);
  const content = 'text' in read ? parseManaged(read.text, place.path) : read;
  const seen = JSON.stringify([place, read]);
  return 'reason' in content
    ? { place, seen, ...refused(place, content, before?.managed ?? null) }
    : { place, seen, ...taken(place, content) };
}

/** What held before holds on, also that nothing was managed; else a policy may be meant that nobody can read, and the strictest holds. */
function unanswered({ asked: path, code: cause }: NoAnswer, before: Found | null): Found {
  if (before !== null && before.managed === null) return { ...before, unanswered: true };
  const place = before?.place ?? ({ path, source: 'system' } as const);
  const why = { path, reason: 'unreadable', cause } as const;
  const seen = JSON.stringify([place, why]);
  return { place, seen, unanswered: true, ...refused(place, why, before?.managed ?? null) };
}

/** A file that was read before may only be half written: nobody's sessions end for that. */
function refused({ path: file, source }: ManagedPlace, why: Refused, before: Managed | null) {
  const known = before?.file === file && before.source === source ? before : null;
  const { path, reason, cause } = why;
  const detail = { file, path, reason, cause, before: known !== null };
  const managed: Managed = known
    ? { ...known, policy: { ...known.policy, exportSecrets: false } }
    : { file, source, by: file, book: emptyBook, preferences: {}, policy: strictestPolicy };
  return { managed, notices: [lastingNotice('managed-refused', file, detail)] };
}

function taken({ path: file, source }: ManagedPlace, content: ManagedContent) {
  const { organisation, book, preferences, policy, faults, policyUnclear } = content;
  const by = organisation ?? file;
  const managed: Managed = { file, source, by, book, preferences, policy };
  if (faults.length === 0) return { managed, notices: [] };
  const told = faults.slice(0, mostTold);
  const others = faults.length - told.length;
  const detail = { file, by, faults: told, others, policy: policyUnclear };
  return { managed, notices: [lastingNotice('managed-faults', file, detail)] };
}
