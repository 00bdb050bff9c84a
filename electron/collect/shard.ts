import { createHash } from 'node:crypto';

/** One of the shares that a fleet is dealt into; `number` counts from 1 to `of`. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** All of a fleet. */
export const wholeFleet: Shard = { number: 1, of: 1 };

/** So many shares are enough for any fleet; each is a process. */
export const mostShards = 1000;

/** Answers that are kept: more than a fleet has, but not without end. */
const mostKnown = 100_000;

/** Reads `2/5`. Null for what is no share. */
export function parseShard(text: string): Shard | null {
  const [, first = '', second = ''] = /^([0-9]{1,4})\/([0-9]{1,4})$/.exec(text) ?? [];
  const [number, of] = [Number(first), Number(second)];
  return first === '' || number < 1 || number > of || of > mostShards ? null : { number, of };
}

/** As `parseShard` reads it. */
export function shardName({ number, of }: Shard): string {
  return `${number}/${of}`;
}

/**
 * Whether this share has the profile of this id: jump consistent hashing (Lamping and Veach, 2014) of the first eight bytes of the id's SHA-256.
 * Each profile is in exactly one of `of` shares, whatever others there are; where one share more is made, it takes its part of each of the others
 * and nothing else moves.
 */
export function isOfShard(id: string, { number, of }: Shard): boolean {
  return of === 1 || bucketOf(keyOf(id), of) === number - 1;
}

/** `isOfShard` for a whole fleet that is gone through again and again; null where all of it is of the share. */
export function shareOf(shard: Shard): ((id: string) => boolean) | null {
  if (shard.of === 1) return null;
  const known = new Map<string, boolean>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const is = isOfShard(id, shard);
    known.set(id, is);
    return is;
  };
}

/** Whether two shares can have a profile in common. Of a finer deal the first shares have nothing but what the same of a coarser one had, and the new ones some of each. */
export function overlap(a: Shard, b: Shard): boolean {
  return a.number === b.number || (a.of < b.of ? b.number > a.of : a.of > b.of && a.number > b.of);
}

function keyOf(id: string): bigint {
  return createHash('sha256').update(id.toLowerCase()).digest().readBigUInt64BE(0);
}

const mask = (1n << 64n) - 1n;

function bucketOf(key: bigint, count: number): number {
  let state = key;
  let bucket = 0;
  for (let next = 0; next < count; ) {
    bucket = next;
    state = (state * 2_862_933_555_777_941_757n + 1n) & mask;
    next = Math.floor((bucket + 1) * (2 ** 31 / Number((state >> 33n) + 1n)));
  }
  return bucket;
}
