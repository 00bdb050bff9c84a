import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../../shared/errors.ts';
import type { CopyChoice, CopyContent, CopySummary } from '../../../../shared/model/copies.ts';
import { compareWithNow, profilesOf, withRestored } from '../../../../shared/model/copy-restore.ts';
import { withClassesBack } from '../../../../shared/model/copy-said.ts';
import { openBook } from '../../../../shared/model/profile-book.ts';
import {
  foldersById,
  type ResolvedProfile,
  resolveProfile,
} from '../../../../shared/model/resolve-profile.ts';
import type { ProfileBook } from '../../../../shared/model/stored-profile.ts';
import type { GoodCopy } from '../../../store/documents/good-copies.ts';
import type { ProfileStore } from '../../../store/documents/profiles.ts';
import { type Guard, requireConfirmedDeed } from '../guard.ts';
import { createUndos } from '../undos.ts';

/** What is brought back of which copy. */
export interface Restoration {
  /** Of the copy, epoch milliseconds. */
  readonly savedAt: number;
  readonly choice: CopyChoice;
  /** What was typed where guarded profiles are touched. */
  readonly confirmNames?: readonly string[] | undefined;
}

/** Good copies of the saved profiles, and bringing back what is in them. */
export interface Restoring {
  /** Newest first, without those that have nothing that is otherwise now. */
  list(): Promise<readonly CopySummary[]>;
  /** Throws `not-found`. */
  show(savedAt: number): Promise<CopyContent>;
  /** Answers how many profiles became others, and what takes it back. Throws `not-found`, what the store throws, and `read-only` or `confirmation-needed` where guarded profiles are touched. */
  restore(restoration: Restoration): Promise<{ readonly changed: number; readonly undo: string }>;
  /** Takes one back, and answers how many profiles became others; what was edited since stays. Throws as `restore`. */
  undo(token: string, confirmNames?: readonly string[]): Promise<number>;
}

export interface RestoringParts {
  readonly profiles: Pick<ProfileStore, 'book' | 'copies' | 'changeBook'>;
  readonly guard: Guard;
  /** What follows for passwords once profiles are gone or there again; where it throws, the profiles are as they were. */
  readonly followed?: (gone: readonly ResolvedProfile[], back: readonly string[]) => Promise<void>;
  readonly logFault?: (what: string, error: unknown) => void;
}

/** So many restorings can be taken back; of more the oldest cannot. */
const mostUndos = 8;

export function createRestoring(parts: RestoringParts): Restoring {
  const { profiles, guard, followed = async () => {}, logFault = () => {} } = parts;
  const undos = createUndos<Changed>(mostUndos);
  const copyOf = async (savedAt: number): Promise<GoodCopy<ProfileBook>> => {
    const found = (await profiles.copies()).find((copy) => copy.savedAt === savedAt);
    if (found === undefined) throw noSuchCopy();
    return found;
  };
  const requireConfirmed = (
    now: ProfileBook,
    next: ProfileBook,
    typed: readonly string[],
  ): void => {
    const guardedIn = (book: ProfileBook) => ({
      profiles: profilesOf(book),
      classes: guard.classesWith(book.classes),
    });
    requireConfirmedDeed(guard, guardedIn(now), guardedIn(next), typed);
  };
  const change = async (edit: (now: ProfileBook) => ProfileBook): Promise<Changed> => {
    let before: ProfileBook | null = null;
    const after = await profiles.changeBook((now) => {
      before = now;
      return edit(now);
    });
    return { before: before ?? after, after };
  };
  /** Profiles, and what follows for their passwords. */
  const whole = async (edit: (now: ProfileBook) => ProfileBook): Promise<Changed> => {
    const changed = await change(edit);
    const { before, after } = changed;
    const [old, next] = [profilesOf(before), profilesOf(after)];
    const folders = foldersById(before.folders);
    const gone = before.profiles
      .filter(({ id }) => old.has(id) && !next.has(id))
      .flatMap((stored) => resolveProfile(stored, folders) ?? []);
    const back = [...next.keys()].filter((id) => !old.has(id));
    try {
      await followed(gone, back);
    } catch (error) {
      await change((now) => without(now, changed)).catch((fault: unknown) =>
        logFault('profiles could not be put back as they were', fault),
      );
      throw error;
    }
    return changed;
  };
  return {
    async list() {
      const now = profiles.book();
      const all = (await profiles.copies()).map(({ savedAt, value }): CopySummary => {
        const { missing, different, newer, tags, classes } = compareWithNow(value, now);
        return {
          savedAt,
          profiles: value.profiles.length,
          missing: missing.length,
          different: different.length,
          newer: newer.length,
          said: tags.length + classes.length,
        };
      });
      return all.filter(
        ({ missing, different, newer, said }) => missing + different + newer + said > 0,
      );
    },
    async show(savedAt) {
      const { value } = await copyOf(savedAt);
      return { savedAt, ...compareWithNow(value, profiles.book()) };
    },
    async restore({ savedAt, choice, confirmNames = [] }) {
      const { value } = await copyOf(savedAt);
      const changed = await whole((now) => {
        const next = withRestored(now, value, choice, newId);
        requireConfirmed(now, next, confirmNames);
        return next;
      });
      return { changed: changedIds(changed).length, undo: undos.keep(changed) };
    },
    async undo(token, confirmNames = []) {
      const changed = undos.get(token);
      const done = await whole((now) => {
        const next = without(now, changed);
        requireConfirmed(now, next, confirmNames);
        return next;
      });
      undos.delete(token);
      return changedIds(done).length;
    },
  };
}

const newId = (): string => randomUUID();

interface Changed {
  readonly before: ProfileBook;
  readonly after: ProfileBook;
}

/** The book of now without what was changed, but for what was edited since. */
function without(now: ProfileBook, { before, after }: Changed): ProfileBook {
  const present = profilesOf(now);
  const restored = profilesOf(after);
  const untouched = changedIds({ before, after }).filter((id) =>
    isDeepStrictEqual(present.get(id), restored.get(id)),
  );
  const old = new Set(before.profiles.map(({ id }) => id));
  const open = openBook(now, newId);
  for (const id of untouched) if (!old.has(id) && present.has(id)) open.remove(id);
  open.takeTags(after.tags);
  open.addTags(before.tags);
  const ids = untouched.filter((id) => old.has(id));
  const some = { ids, removeNewer: false };
  const back = ids.length === 0 ? open.closed() : withRestored(open.closed(), before, some, newId);
  return withClassesBack(back, { before, after }, newId);
}

function changedIds({ before, after }: Changed): readonly string[] {
  const [old, next] = [profilesOf(before), profilesOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter(
    (id) => !isDeepStrictEqual(old.get(id), next.get(id)),
  );
}

function noSuchCopy(): AppError {
  return new AppError('not-found', { case: 'copy' });
}
