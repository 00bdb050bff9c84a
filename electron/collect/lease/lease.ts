import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storageError } from '../../store/storage-error.ts';
import type { Shard } from '../shard.ts';
import {
  type Claim,
  claimName,
  isTakenAway,
  makeClaim,
  removeClaim,
  renewClaim,
} from './claims.ts';
import { type Owner, thisOwner } from './owner.ts';
import { type Rival, watchRivals } from './rivals.ts';

/** Milliseconds. */
export interface LeaseTiming {
  /** Between two looks of who waits. */
  readonly lookMs: number;
  /** Between two renewals. */
  readonly renewMs: number;
  /** Who could not renew for so long has the share no more, and ends its sessions. */
  readonly giveUpMs: number;
  /** Who was not seen to renew for so long counts as gone: later than it gave up and ended its sessions. */
  readonly staleMs: number;
}

const usualTiming: LeaseTiming = { lookMs: 1000, renewMs: 1000, giveUpMs: 10_000, staleMs: 20_000 };

export interface LeaseParts {
  /** That all collectors of a fleet share. It is made where it is not there. */
  readonly directory: string;
  readonly shard: Shard;
  /** Somebody else has it; called anew when it is another one. */
  readonly onWait: (rival: Rival) => void;
  readonly signal: AbortSignal;
  readonly timing?: LeaseTiming | undefined;
  readonly owner?: Owner | undefined;
  /** Whether a process is known to have ended; see `hasEnded`. */
  readonly ended?: ((owner: Owner) => boolean) | undefined;
}

/** The right to watch a share, for as long as it is renewed. */
export interface Lease {
  /** Resolves with why, once it is held no more; never after `release`. */
  readonly lost: Promise<unknown>;
  /** For the next one. Throws `storage-failed`. */
  release(): Promise<void>;
}

/** Somebody else took the share: this process was not seen for too long. */
export class LeaseTaken extends Error {
  constructor() {
    super('another collector took the share, since this one had not renewed its lease');
  }
}

/**
 * Waits until nobody else has any of the share, and takes it. It needs nothing of the directory but that a file that was written is seen by who
 * looks afterwards: each says that it claims, then looks, and has the share only where nobody else was seen to claim or to hold; of two who
 * claim at once the one of the lesser name goes on. Throws `storage-failed` and `storage-full`, and the signal's reason.
 */
export async function takeLease(parts: LeaseParts): Promise<Lease> {
  const { directory } = parts;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return await take(parts);
  } catch (error) {
    if (parts.signal.aborted) throw parts.signal.reason;
    throw storageError(directory, error);
  }
}

async function take(parts: LeaseParts): Promise<Lease> {
  const { directory, shard, onWait, signal, timing = usualTiming } = parts;
  const own = claimName(shard, randomUUID());
  const path = join(directory, own);
  const now = () => performance.now();
  const { staleMs, lookMs } = timing;
  const look = watchRivals({ directory, shard, own, staleMs, now, ended: parts.ended });
  const owner = parts.owner ?? thisOwner();
  const says = (state: Claim['state'], count: number): Claim => ({ shard, state, count, owner });
  let told: string | null = null;
  const pause = () => sleep(lookMs * (0.5 + Math.random()), undefined, { signal });
  for (;;) {
    for (let [rival] = await look(); rival !== undefined; [rival] = await look()) {
      if (told !== rival.name) onWait(rival);
      told = rival.name;
      await pause();
    }
    await makeClaim(path, says('claims', 0));
    try {
      if (await isAlone(look, own, pause, (count) => renewClaim(path, says('claims', count)))) {
        const at = now();
        await renewClaim(path, says('holds', 0));
        return held(parts, own, at, (count) => renewClaim(path, says('holds', count)));
      }
      await removeClaim(directory, own);
    } catch (error) {
      await removeClaim(directory, own).catch(() => undefined);
      // Who was stopped for long was taken for gone.
      if (!isTakenAway(error)) throw error;
    }
    await pause();
  }
}

/** Whether nobody else holds or claims, once those of greater names have taken their claims back. */
async function isAlone(
  look: () => Promise<readonly Rival[]>,
  own: string,
  pause: () => Promise<unknown>,
  renew: (count: number) => Promise<void>,
): Promise<boolean> {
  for (let count = 1; ; count++) {
    const rivals = await look();
    if (rivals.length === 0) return true;
    if (rivals.some(({ name, claim }) => claim?.state === 'holds' || tokenOf(name) < tokenOf(own)))
      return false;
    await pause();
    await renew(count);
  }
}

function tokenOf(name: string): string {
  return name.slice(name.indexOf('.'));
}

function held(
  { directory, timing = usualTiming }: LeaseParts,
  own: string,
  since: number,
  renew: (count: number) => Promise<void>,
): Lease {
  const { promise, resolve: lose } = Promise.withResolvers<unknown>();
  let why: unknown = null;
  let count = 0;
  let renewing: Promise<void> | null = null;
  let over = false;
  let giveUp: NodeJS.Timeout;
  const end = (): void => {
    over = true;
    clearInterval(timer);
    clearTimeout(giveUp);
  };
  const lost = (reason: unknown): void => {
    if (over) return;
    end();
    lose(reason);
  };
  // From before it was written: others may have seen it then.
  const renewed = (at: number): void => {
    clearTimeout(giveUp);
    const left = Math.max(0, timing.giveUpMs - (performance.now() - at));
    giveUp = setTimeout(() => lost(why ?? new Error('the lease could not be renewed')), left);
  };
  const once = async (): Promise<void> => {
    const at = performance.now();
    try {
      await renew(++count);
      if (!over) renewed(at);
      why = null;
    } catch (error) {
      why = error;
      if (isTakenAway(error)) lost(new LeaseTaken());
    } finally {
      renewing = null;
    }
  };
  const timer = setInterval(() => {
    renewing ??= once();
  }, timing.renewMs);
  renewed(since);
  return {
    lost: promise,
    async release() {
      end();
      await renewing;
      try {
        await removeClaim(directory, own);
      } catch (error) {
        throw storageError(directory, error);
      }
    },
  };
}
