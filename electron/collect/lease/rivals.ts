import { hasEnded } from '../../base/process-mark.ts';
import { overlap, type Shard } from '../shard.ts';
import { type Claim, clearClaim, type FoundClaim, readClaims } from './claims.ts';
import type { Owner } from './owner.ts';

/** Another collector that claims, or has, what this one wants. */
export interface Rival {
  readonly name: string;
  /** Null while it cannot be read: it may want anything. */
  readonly claim: Claim | null;
  /** The number of the user whose claim it is. */
  readonly uid: number;
}

export interface RivalParts {
  readonly directory: string;
  readonly shard: Shard;
  /** The name of this collector's own claim. */
  readonly own: string;
  /** Who says nothing for so long counts as gone, milliseconds of this machine's own clock: clocks of two machines are never held against each other. */
  readonly staleMs: number;
  readonly now: () => number;
  readonly ended?: ((owner: Owner) => boolean) | undefined;
}

/**
 * Answers looking who else claims or has any of this share. Who is gone is taken away: a process of this machine that ended, at once, and whoever
 * said nothing for `staleMs` while this was looked at. Throws what the file system throws.
 */
export function watchRivals(parts: RivalParts): () => Promise<readonly Rival[]> {
  const { directory, shard, own, staleMs, now, ended = hasEnded } = parts;
  const seen = new Map<string, { readonly text: string; readonly since: number }>();
  /** `at`: when it was begun to read, since this process may stand still between reading and judging. */
  const isGone = ({ name, text, claim }: FoundClaim, at: number): boolean => {
    if (claim !== null && ended(claim.owner)) return true;
    const before = seen.get(name);
    if (before?.text === text) return at - before.since >= staleMs;
    seen.set(name, { text, since: now() });
    return false;
  };
  return async () => {
    const at = now();
    const found = await readClaims(directory, own);
    const there = new Set(found.map(({ name }) => name));
    for (const name of seen.keys()) if (!there.has(name)) seen.delete(name);
    const gone = found.filter((each) => isGone(each, at));
    for (const { name } of gone) await clearClaim(directory, name);
    return found.filter(
      (each) => !gone.includes(each) && (each.claim === null || overlap(each.claim.shard, shard)),
    );
  };
}
