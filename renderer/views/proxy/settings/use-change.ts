import { useCallback, useRef, useState } from 'react';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { AuditEntry } from '../../../../shared/model/change.ts';
import { errorOf } from '../../../api/client.ts';

/** How far a change is that was asked for here. */
export type ChangeProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly entry: AuditEntry }
  | { readonly kind: 'failed'; readonly error: ErrorValue };

interface Change {
  readonly progress: ChangeProgress;
  /** `onDone` hears an entry that was recorded, whatever its outcome. */
  run(task: () => Promise<AuditEntry>, onDone?: (entry: AuditEntry) => void): void;
  forget(): void;
}

/** One change at a time, and what the last one came to. `settled` is called after each, whatever it came to. */
export function useChange(settled: () => void): Change {
  const [progress, setProgress] = useState<ChangeProgress>({ kind: 'idle' });
  const busy = useRef(false);
  const run = useCallback(
    (task: () => Promise<AuditEntry>, onDone?: (entry: AuditEntry) => void) => {
      if (busy.current) return;
      busy.current = true;
      setProgress({ kind: 'busy' });
      task()
        .then(
          (entry) => {
            setProgress({ kind: 'done', entry });
            onDone?.(entry);
          },
          (thrown: unknown) => setProgress({ kind: 'failed', error: errorOf(thrown) }),
        )
        .finally(() => {
          busy.current = false;
          settled();
        });
    },
    [settled],
  );
  const forget = useCallback(() => setProgress({ kind: 'idle' }), []);
  return { progress, run, forget };
}
