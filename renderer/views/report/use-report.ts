import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportMaking, ReportWanted } from '../../../shared/model/report.ts';
import { consoleLost } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';

/** How far a report is; `beginning` until the console tells, null where none was asked for. */
export type Making = ReportMaking | { readonly kind: 'beginning' } | null;

/** One report at a time; what makes it ends with the view. */
export function useReport(): {
  readonly making: Making;
  readonly make: (wanted: ReportWanted) => void;
  /** Ends what makes it, or takes away what came of it. */
  readonly stop: () => void;
} {
  const { client } = useApi();
  const [making, setMaking] = useState<Making>(null);
  const leave = useRef<() => void>(() => {});
  useEffect(() => () => leave.current(), []);
  const stop = useCallback(() => {
    leave.current();
    setMaking(null);
  }, []);
  const make = useCallback(
    (wanted: ReportWanted) => {
      leave.current();
      setMaking({ kind: 'beginning' });
      const settle = (next: ReportMaking): void => {
        leave.current();
        setMaking(next);
      };
      const unsubscribe = client.subscribe(
        'report.making',
        wanted,
        (told) => (told.kind === 'reading' ? setMaking(told) : settle(told)),
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
    },
    [client],
  );
  return { making, make, stop };
}
