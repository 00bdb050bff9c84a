import { openSession } from '../bench/support/session.ts';
import type { World } from './world/world.ts';

export const leaks = ['associations', 'handles', 'heap'] as const;
/** A fault that the soak has to find. */
export type Leak = (typeof leaks)[number];

/** Many more than come and go with polls, and than a proxy has that is not reached again at the end. */
const leftAtEnd: Readonly<Record<Leak, number>> = { associations: 20, handles: 200, heap: 0 };

export interface Planted {
  /** To be called with each sample: what only grows is found by its growth. */
  atSample(): void;
  /** To be called after the last misfortune: neither how many samples there were nor whom they befell changes what is left. */
  atEnd(): Promise<void>;
}

/** Leaves what `leak` says behind, and nothing where it is null. */
export function plant(leak: Leak | null, { proxies: [proxy] }: World): Planted {
  const kept: unknown[] = [];
  return {
    atSample() {
      if (leak === 'heap') kept.push(Array.from({ length: 100_000 }, () => ({})));
    },
    async atEnd() {
      if (leak === null) return;
      for (let left = 0; left < leftAtEnd[leak]; left++) {
        if (leak === 'handles') kept.push(setInterval(() => undefined, 3_600_000));
        else if (leak === 'associations' && proxy !== undefined)
          kept.push(await openSession(proxy));
      }
    },
  };
}
