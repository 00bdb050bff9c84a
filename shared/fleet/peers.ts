import { smallestGroup } from './unlike.ts';

/** Who is compared with whom. */
export interface Peers {
  /** The same for as long as the group is. */
  readonly key: string;
  readonly compared: readonly string[];
  /** Of whom it is told: all that are compared, or some of them. */
  readonly told: ReadonlySet<string>;
}

interface Member {
  readonly id: string;
  readonly folder: string;
  readonly environment: string;
}

/**
 * The groups in which proxies are held against each other: by environment where that is asked for, else by folder. What is in a folder of too
 * few, or in none, is held against the whole fleet.
 */
export function peersOf(
  members: readonly Member[],
  by: 'folder' | 'environment',
): readonly Peers[] {
  const byKey = new Map<string, string[]>();
  for (const member of members) {
    const key = member[by];
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [member.id]);
    else group.push(member.id);
  }
  const large = [...byKey].filter(([key, ids]) => key !== '' && ids.length >= smallestGroup);
  const inLarge = new Set(large.flatMap(([, ids]) => ids));
  const all = members.map(({ id }) => id);
  const rest = new Set(all.filter((id) => !inLarge.has(id)));
  const groups = large.map(([key, ids]) => ({
    key: `${by}:${key}`,
    compared: ids,
    told: new Set(ids),
  }));
  return rest.size === 0 ? groups : [...groups, { key: '', compared: all, told: rest }];
}
