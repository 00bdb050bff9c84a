import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { isSameName } from '../../../shared/model/name.ts';
import {
  type Profile,
  type ProfileDraft,
  profileDraftSchema,
  profileSchema,
} from '../../../shared/model/profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import { openDocument } from './document.ts';
import type { Format } from './format.ts';
import { withReadableNames } from './profile-migrations.ts';

/** The saved proxies. Every method that writes throws `storage-full` and `storage-failed`, and then has changed nothing. */
export interface ProfileStore {
  list(): readonly Profile[];
  get(id: string): Profile | undefined;
  /** Throws `invalid-input` (detail.field `name`) where another profile has the same name to a reader. */
  add(draft: ProfileDraft): Promise<Profile>;
  /** Edits what is saved now, which another process may have changed just now. Throws `not-found`, `invalid-input`, and what `edit` throws. */
  update(id: string, edit: (present: Profile) => ProfileDraft): Promise<Profile>;
  /** Answers what was removed. Throws `not-found`. */
  remove(id: string): Promise<Profile>;
  /** Puts a removed profile back under its id. Throws `invalid-input` where its name is taken by now. */
  restore(profile: Profile): Promise<Profile>;
  /** After every change, also one that another process made to the file. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  close(): void;
}

type Profiles = readonly Profile[];

const format: Format<Profiles> = {
  file: 'profiles.json',
  migrations: [withReadableNames],
  copies: 3,
  empty: [],
  encode: (profiles) => ({ profiles }),
  decode(content) {
    const entries = z.object({ profiles: z.array(z.unknown()) }).parse(content).profiles;
    const profiles = new Map<string, Profile>();
    const lost: (string | null)[] = [];
    for (const entry of entries) {
      const { success, data } = profileSchema.safeParse(entry);
      if (success && !profiles.has(data.id)) profiles.set(data.id, data);
      else lost.push(idOf(entry));
    }
    return { value: [...profiles.values()], lost };
  },
  mend(profiles, id, copy) {
    const profile = copy.find((candidate) => candidate.id === id);
    if (!profile || profiles.some((other) => other.id === id)) return null;
    return [...profiles, profile];
  },
};

/**
 * Opens `profiles.json`. `onNotice` is told of a file that is found damaged later on; what was found now is answered, and `onSettled` given
 * the id of what of it holds no more.
 */
export async function openProfiles(
  directory: string,
  onNotice?: (notice: Notice) => void,
  onSettled?: (noticeId: string) => void,
): Promise<{ store: ProfileStore; notices: readonly Notice[] }> {
  const document = await openDocument(directory, format, {
    codes: { restored: 'profiles-restored', damaged: 'profiles-damaged' },
    watch: true,
    ...(onNotice ? { onNotice } : {}),
    ...(onSettled ? { onSettled } : {}),
  });
  const notices = [...document.notices];
  if (!notices.some(({ code }) => code === 'storage-failed')) {
    notices.push(...(await readOnlyNotice(directory)));
  }
  const store: ProfileStore = {
    list: () => document.get(),
    get: (id) => document.get().find((profile) => profile.id === id),
    async add(draft) {
      const profile: Profile = { ...checked(draft), id: randomUUID() };
      await document.change((profiles) => {
        requireFreeName(profiles, profile);
        return [...profiles, profile];
      });
      return profile;
    },
    async update(id, edit) {
      const profiles = await document.change((present) => {
        const profile: Profile = { ...checked(edit(find(present, id))), id };
        requireFreeName(present, profile);
        return present.map((other) => (other.id === id ? profile : other));
      });
      return find(profiles, id);
    },
    async remove(id) {
      let removed: Profile | undefined;
      await document.change((profiles) => {
        removed = find(profiles, id);
        return profiles.filter((other) => other.id !== id);
      });
      if (removed === undefined) throw noSuchProfile(id);
      return removed;
    },
    async restore(profile) {
      const profiles = await document.change((present) => {
        if (present.some((other) => other.id === profile.id)) return present;
        requireFreeName(present, profile);
        return [...present, profile];
      });
      return find(profiles, profile.id);
    },
    onChange: document.onChange,
    close: document.close,
  };
  return { store, notices };
}

/** Told at the start, not at the first thing that cannot be saved. */
async function readOnlyNotice(directory: string): Promise<readonly Notice[]> {
  try {
    await access(directory, constants.W_OK);
    return [];
  } catch (error) {
    return [storageNotice(storageError(directory, error), directory)];
  }
}

function checked(draft: ProfileDraft): ProfileDraft {
  const { success, data, error } = profileDraftSchema.safeParse(draft);
  if (success) return data;
  const field = String(error.issues[0]?.path[0] ?? '');
  const rule = error.issues[0]?.code ?? 'invalid';
  throw new AppError('invalid-input', { case: 'field', field, rule });
}

function requireFreeName(profiles: Profiles, profile: Profile): void {
  const taken = profiles.some(
    (other) => other.id !== profile.id && isSameName(other.name, profile.name),
  );
  if (!taken) return;
  throw new AppError('invalid-input', {
    case: 'taken',
    field: 'name',
    reason: 'taken',
    name: profile.name,
  });
}

function find(profiles: Profiles, id: string): Profile {
  const found = profiles.find((profile) => profile.id === id);
  if (found === undefined) throw noSuchProfile(id);
  return found;
}

function idOf(entry: unknown): string | null {
  const { success, data } = z.looseObject({ id: z.string() }).safeParse(entry);
  return success ? data.id : null;
}
