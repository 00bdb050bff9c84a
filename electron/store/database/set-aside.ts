import { existsSync, lstatSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { timeInName } from '../files/atomic-file.ts';

/**
 * Gives a database another name, with its journals, which belong to it. Of a link it is the link: what it leads to stays as it is where
 * it is, since it may be somebody else's. Answers the name that it has now.
 */
export function setAside(path: string): string {
  let kept = `${path}.${timeInName(Date.now())}.damaged`;
  for (let number = 2; isTaken(kept); number++) kept = `${kept.replace(/-\d+$/, '')}-${number}`;
  renameSync(path, kept);
  for (const journal of ['-wal', '-shm', '-journal']) {
    if (existsSync(path + journal)) renameSync(path + journal, kept + journal);
  }
  return basename(kept);
}

/** By whatever, a link that leads nowhere too. */
function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
