import { openSession } from '../bench/support/session.ts';
import type { World } from './world/world.ts';

export const leaks = ['associations', 'handles', 'heap'] as const;
/** A fault that the soak has to find: each sample leaves one more behind. */
export type Leak = (typeof leaks)[number];

/** Leaves one more behind. */
export function plant(leak: Leak, { proxies: [proxy] }: World): () => Promise<void> {
  const kept: unknown[] = [];
  return async () => {
    if (leak === 'handles') kept.push(setInterval(() => undefined, 3_600_000));
    else if (leak === 'heap') kept.push(Array.from({ length: 100_000 }, () => ({})));
    else if (proxy !== undefined) kept.push(await openSession(proxy));
  };
}
