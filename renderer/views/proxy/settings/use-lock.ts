import { useCallback, useEffect, useState } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useNow } from '../../../components/use-now.ts';

/** Whether a proxy may be changed: a production proxy only while it is unlocked. */
export type Lock =
  | { readonly kind: 'free' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unlocked'; readonly leftMs: number };

interface LockControl {
  readonly lock: Lock;
  unlock(): Promise<void>;
  lockNow(): Promise<void>;
}

/** The lock of one profile, its countdown by the console's clock. */
export function useLock(profile: ProfileEntry): LockControl {
  const { client, failure } = useApi();
  const [until, setUntil] = useState(0);
  const production = profile.environment === 'production';
  const now = useNow(production && until > 0);
  const { id } = profile;

  useEffect(() => {
    let left = false;
    setUntil(0);
    if (!production) return;
    client.call('change.locks', {}).then(
      (locks) => {
        if (!left) setUntil(locks.find((lock) => lock.id === id)?.until ?? 0);
      },
      (thrown: unknown) => failure.set(errorOf(thrown)),
    );
    return () => {
      left = true;
    };
  }, [client, failure, id, production]);

  const unlock = useCallback(async () => {
    setUntil((await client.call('change.unlock', { id })).until);
  }, [client, id]);
  const lockNow = useCallback(async () => {
    await client.call('change.lock', { id });
    setUntil(0);
  }, [client, id]);
  return { lock: lockOf(production, until, now), unlock, lockNow };
}

function lockOf(production: boolean, until: number, now: number): Lock {
  if (!production) return { kind: 'free' };
  return until > now ? { kind: 'unlocked', leftMs: until - now } : { kind: 'locked' };
}
