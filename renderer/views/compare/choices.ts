import { searcher } from '../../../shared/model/search.ts';
import { mostCompared } from './compare-view.ts';
import { inFolders } from './in-folders.ts';

/** A proxy as far as it is chosen by. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly host: string;
}

/** What a choice list offers: a proxy, or all of its folder that are not chosen yet. */
export interface Choice {
  /** The proxy's id, or what `folderValue` makes of the folder. */
  readonly value: string;
  /** The name; null for all of the folder. */
  readonly name: string | null;
  /** How many are chosen with it. */
  readonly count: number;
}

export interface FolderChoices {
  readonly folder: string;
  readonly choices: readonly Choice[];
}

const folderMark = 'folder ';

export function folderValue(folder: string): string {
  return folderMark + folder;
}

/**
 * What can still be chosen, by folder, of what fits the words that were typed. All of a folder is offered where more than one of it are
 * left, and only while its name or nothing was typed, since what is taken then can be seen.
 */
export function choicesFor(
  profiles: readonly Choosable[],
  chosen: readonly string[],
  typed: string,
  locale: string,
): readonly FolderChoices[] {
  const taken = new Set(chosen);
  const fits = searcher(typed);
  return inFolders(
    profiles.filter(({ id }) => !taken.has(id)),
    locale,
  )
    .map(({ folder, profiles: left }) => {
      const all = { value: folderValue(folder), name: null, count: left.length };
      const single = left
        .filter(({ name, host }) => fits([name, host, folder]))
        .map(({ id, name }) => ({ value: id, name, count: 1 }));
      return { folder, choices: left.length > 1 && fits([folder]) ? [all, ...single] : single };
    })
    .filter(({ choices }) => choices.length > 0);
}

/** The ids after something was chosen: at most as many as can be compared, each once, new ones at the end. */
export function withChoice(
  profiles: readonly Choosable[],
  chosen: readonly string[],
  value: string,
  locale: string,
): readonly string[] {
  const folder = value.startsWith(folderMark) ? value.slice(folderMark.length) : null;
  const added =
    folder === null
      ? [value]
      : inFolders(
          profiles.filter((profile) => profile.folder === folder),
          locale,
        ).flatMap((group) => group.profiles.map(({ id }) => id));
  return [...new Set([...chosen, ...added])].slice(0, mostCompared);
}
