import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { timeInName } from '../files/atomic-file.ts';

/** Gives a database another name, with its journals, which belong to it. Answers the name that it has now. */
export function setAside(path: string): string {
  let kept = `${path}.${timeInName(Date.now())}.damaged`;
  for (let number = 2; existsSync(kept); number++) kept = `${kept.replace(/-\d+$/, '')}-${number}`;
  renameSync(path, kept);
  for (const journal of ['-wal', '-shm', '-journal']) {
    if (existsSync(path + journal)) renameSync(path + journal, kept + journal);
  }
  return basename(kept);
}
