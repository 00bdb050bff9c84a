import { access, constants } from 'node:fs/promises';
import type { Notice } from '../../../shared/model/app-info.ts';
import { storageNotice } from '../notice.ts';
import { storageError } from '../storage-error.ts';
import { openDocument } from './document.ts';
import { createProfileShelf, type ProfileShelf } from './profile-shelf.ts';
import { profilesFormat } from './profiles-format.ts';

/** The saved proxies. Writing throws `storage-full` and `storage-failed`. */
export interface ProfileStore extends ProfileShelf {
  /** After every change, also one that another process made to the file. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
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
  const store: ProfileStore = {
    ...createProfileShelf(document),
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
