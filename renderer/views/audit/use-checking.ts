import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditChecking } from '../../../shared/model/audit-check.ts';
import { consoleLost } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';

/** How far the check of the audit log is; `beginning` until the console tells, null where none was asked for. */
export type Checking = AuditChecking | { readonly kind: 'beginning' } | null;

/** One check at a time; it ends with the view. */
export function useChecking(): {
  readonly checking: Checking;
  readonly start: () => void;
  /** Ends the check, or takes away what it found. */
  readonly stop: () => void;
} {
  const { client } = useApi();
  const [checking, setChecking] = useState<Checking>(null);
  const leave = useRef<() => void>(() => {});
  useEffect(() => () => leave.current(), []);
  const stop = useCallback(() => {
    leave.current();
    setChecking(null);
  }, []);
  const start = useCallback(() => {
    leave.current();
    setChecking({ kind: 'beginning' });
    const settle = (next: AuditChecking): void => {
      leave.current();
      setChecking(next);
    };
    const unsubscribe = client.subscribe(
      'audit.verifying',
      {},
      (told) => (told.kind === 'checking' ? setChecking(told) : settle(told)),
      (error) => settle({ kind: 'failed', error }),
    );
    // One that the console lost is not begun again behind the user's back when it is there again.
    const unwatch = client.state.subscribe(() => {
      if (client.state.get() === 'lost') settle({ kind: 'failed', error: consoleLost });
    });
    leave.current = () => {
      leave.current = () => {};
      unsubscribe();
      unwatch();
    };
  }, [client]);
  return { checking, start, stop };
}
