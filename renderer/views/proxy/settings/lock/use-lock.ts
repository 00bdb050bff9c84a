import { useCallback } from 'react';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { teethOf } from '../../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../../api/classes.ts';
import { useApi } from '../../../../api/context.ts';
import { useStore } from '../../../../api/store.ts';
import { useClassName } from '../../../../components/class-words.ts';
import { useMonotonicNow } from '../../../../components/use-now.ts';

/** Whether a proxy may be changed: one of a read-only class only while it is unlocked. */
export type Lock =
  | { readonly kind: 'free' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unlocked'; readonly leftMs: number };

export interface LockControl {
  readonly lock: Lock;
  /** What the class is called that wants it. */
  readonly className: string;
  unlock(): Promise<void>;
  lockNow(): Promise<void>;
}

/** The lock of one profile as the console has it, whichever window turned it. */
export function useLock(profile: ProfileEntry): LockControl {
  const { client, locks } = useApi();
  const { id } = profile;
  const { readOnly } = teethOf(useClasses(), profile.environment);
  const endsAt = useStore(locks).get(id);
  const now = useMonotonicNow(readOnly && endsAt !== undefined);
  const unlock = useCallback(async () => {
    await client.call('change.unlock', { id });
  }, [client, id]);
  const lockNow = useCallback(async () => {
    await client.call('change.lock', { id });
  }, [client, id]);
  const className = useClassName()(profile.environment);
  return { className, lock: readOnly ? lockOf(endsAt, now) : { kind: 'free' }, unlock, lockNow };
}

function lockOf(endsAt: number | undefined, now: number): Lock {
  return endsAt !== undefined && endsAt > now
    ? { kind: 'unlocked', leftMs: endsAt - now }
    : { kind: 'locked' };
}
