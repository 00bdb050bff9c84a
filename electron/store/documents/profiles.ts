import { access, constants } from 'node:fs/promises';
import type { Notice } from '../../../shared/model/app-info.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import { openDocument, type Written } from './document.ts';
import { type GoodCopy, readCopies } from './good-copies.ts';
import { createProfileShelf, createResolver, type ProfileShelf } from './profile-shelf.ts';
import { profilesFormat } from './profiles-format.ts';

/** The saved proxies. Writing throws `storage-full` and `storage-failed`. */
export interface ProfileStore extends ProfileShelf {
  /** Good copies as they lie beside the file, newest first; of the present state, too. */
  copies(): Promise<readonly GoodCopy<ProfileBook>[]>;
  /** Puts another book in the place of the one that is saved now, in one write. Throws what `edit` and the document throw. */
  changeBook(edit: (book: ProfileBook) => ProfileBook): Promise<ProfileBook>;
  /** After every change, also one that another process made to the file. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  /** After every change of this process alone: what held for each profile before and does now. As `onChange`. */
  onWrite(listener: (written: Written<readonly ResolvedProfile[]>) => void): () => void;
  close(): void;
}

/**
 * Opens `profiles.json`. `onNotice` is told of a file that is found damaged later on; what was found now is answered, and `onSettled` given
 * the id of what of it holds no more.
 */
export async function openProfiles(
  directory: string,
  onNotice?: (notice: Notice) => void,
  onSettled?: (noticeId: string) => void,
): Promise<{ store: ProfileStore; notices: readonly Notice[] }> {
  const document = await openDocument(directory, profilesFormat, {
    codes: { restored: 'profiles-restored', damaged: 'profiles-damaged' },
    watch: true,
    ...(onNotice ? { onNotice } : {}),
    ...(onSettled ? { onSettled } : {}),
  });
  const notices = [...document.notices];
  if (!notices.some(({ code }) => code === 'storage-failed')) {
    notices.push(...(await readOnlyNotice(directory)));
  }
  const resolve = createResolver();
  const store: ProfileStore = {
    ...createProfileShelf(document),
    copies: () => readCopies(directory, profilesFormat),
    changeBook: document.change,
    onChange: document.onChange,
    onWrite: (listener) =>
      document.onWrite(({ before, after }) =>
        listener({
          before: [...resolve(before).byId.values()],
          after: [...resolve(after).byId.values()],
        }),
      ),
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
