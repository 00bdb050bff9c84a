import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { StorageTrouble } from '../../shared/model/storage-trouble.ts';
import { takeFileLock } from '../store/files/file-lock.ts';
import { hasCode } from '../store/files/has-code.ts';
import { storageError } from '../store/storage-error.ts';
import { locksElsewhere, ownFolder, placeOf } from './place.ts';

/** What is no fault of the lock or its folder, but of the disk: then the lock is taken elsewhere. */
const ofTheDisk: ReadonlySet<StorageTrouble> = new Set([
  'full',
  'no-inodes',
  'quota',
  'read-only',
  'forbidden',
  'other',
]);

/**
 * Makes this process the one that watches a data directory, until the function is called or the process ends, however it ends: the lock is the
 * operating system's. Null where another process is. A directory on a disk that takes no lock, being full or read-only, is locked in a folder of
 * this user's elsewhere. Throws `storage-failed` and `storage-full` where neither can be.
 */
export function takeDirectory(directory: string): (() => void) | null {
  const inside = takeInside(directory);
  if (inside === null) return null;
  if (typeof inside === 'function') {
    // Whoever came while the disk was full holds those.
    if (areFree(locksElsewhere(directory).filter(existsSync))) return inside;
    inside();
    return null;
  }
  const elsewhere = takeEach(locksElsewhere(directory));
  if (elsewhere === null) return null;
  if (elsewhere.length === 0) throw inside;
  const end = () => {
    for (const release of elsewhere) release();
  };
  // The disk may have room by now, and somebody else the lock on it: they looked elsewhere before this process was there.
  const again = takeInside(directory);
  if (again === null) {
    end();
    return null;
  }
  return () => {
    if (typeof again === 'function') again();
    end();
  };
}

/** The lock in the directory; null where another process has it, and what keeps the disk from taking one. Throws what else is wrong. */
function takeInside(directory: string): (() => void) | null | AppError {
  const { folder, lock } = placeOf(directory);
  try {
    ownFolder(folder);
    return takeFileLock(lock);
  } catch (error) {
    const told = storageError(lock, error);
    if (
      told instanceof AppError &&
      (told.code === 'storage-full' || told.code === 'storage-failed') &&
      told.detail.case === 'file' &&
      ofTheDisk.has(told.detail.reason)
    )
      return told;
    throw told;
  }
}

function areFree(paths: readonly string[]): boolean {
  const taken = takeEach(paths);
  for (const release of taken ?? []) release();
  return taken !== null;
}

/** All of these locks that can be taken; null where another process has one. Throws where this process can open no more files. */
function takeEach(paths: readonly string[]): (() => void)[] | null {
  const taken: (() => void)[] = [];
  const end = () => {
    for (const release of taken) release();
  };
  for (const path of paths) {
    let release: (() => void) | null;
    try {
      ownFolder(dirname(path));
      release = takeFileLock(path);
    } catch (error) {
      // A place that cannot serve this process cannot have served another of this user, unless it is this process that can open no more.
      if (!hasCode(error, 'EMFILE') && !hasCode(error, 'ENFILE')) continue;
      end();
      throw storageError(path, error);
    }
    if (release === null) {
      end();
      return null;
    }
    taken.push(release);
  }
  return taken;
}
