import { useCallback, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../../../shared/assert.ts';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import type { AuditRow } from '../../../../../shared/model/change.ts';
import { errorOf } from '../../../../api/client.ts';
import type { Log } from '../../../../api/logs.ts';

/** How far a change is that was asked for here. */
export type ChangeProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly entry: AuditRow }
  /** `newest` is the setting's newest entry then: this change's own, where it came that far. */
  | { readonly kind: 'failed'; readonly error: ErrorValue; readonly newest: number };

export interface Change {
  readonly progress: ChangeProgress;
  /** `onDone` hears an entry that was recorded, whatever its outcome. */
  run(task: () => Promise<AuditRow>, onDone?: (entry: AuditRow) => void): void;
  forget(): void;
  /** Something else is to be set now: what the last change came to is told no longer. */
  outdate(): void;
}

const idle: ChangeProgress = { kind: 'idle' };

/**
 * One change of a setting at a time, and what the last one came to, for as long as that is true: until the log has a newer entry of the
 * setting, or what kept a change from being made is over.
 */
export function useChange(
  log: Pick<Log<AuditRow>, 'value' | 'newest'>,
  setting: AuditRow['setting'],
  blocked: boolean,
): Change {
  const [progress, setProgress] = useState<ChangeProgress>(idle);
  const running = useRef(false);
  const newest = newestOf(log.value?.rows, setting);
  const ask = useRef(log.newest);
  ask.current = log.newest;
  const run = useCallback(
    (task: () => Promise<AuditRow>, onDone?: (entry: AuditRow) => void) => {
      if (running.current) return;
      running.current = true;
      setProgress({ kind: 'busy' });
      task()
        .then(
          (entry) => {
            setProgress({ kind: 'done', entry });
            onDone?.(entry);
          },
          (thrown: unknown) =>
            setProgress({
              kind: 'failed',
              error: errorOf(thrown),
              newest: ask.current((row) => row.setting === setting)?.id ?? 0,
            }),
        )
        .finally(() => {
          running.current = false;
        });
    },
    [setting],
  );
  const forget = useCallback(() => setProgress(idle), []);
  const outdate = useCallback(() => setProgress((now) => (now.kind === 'done' ? idle : now)), []);
  const holds = stillTrue(progress, newest);
  useEffect(() => {
    if (!holds) forget();
  }, [holds, forget]);
  useEffect(() => {
    if (blocked) return;
    setProgress((now) => (now.kind === 'failed' && isHindrance(now.error) ? idle : now));
  }, [blocked]);
  return { progress: holds ? progress : idle, run, forget, outdate };
}

function newestOf(rows: readonly AuditRow[] | undefined, setting: AuditRow['setting']): number {
  return rows?.find((row) => row.setting === setting)?.id ?? 0;
}

/** Whether a result still speaks of what is. */
function stillTrue(progress: ChangeProgress, newest: number): boolean {
  switch (progress.kind) {
    case 'idle':
    case 'busy':
      return true;
    case 'done':
      return newest <= progress.entry.id;
    case 'failed':
      return newest <= progress.newest;
    default:
      return assertNever(progress);
  }
}

/** Errors that say only why nothing can be changed just now. */
function isHindrance({ code }: ErrorValue): boolean {
  return code === 'read-only' || code === 'not-connected';
}
