import { useCallback, useRef, useState } from 'react';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ConnectionTest } from '../../../shared/model/connection-test.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';

/** How far a connection test is. */
export type TestProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'done'; readonly test: ConnectionTest; readonly host: string }
  | { readonly kind: 'failed'; readonly error: ErrorValue };

interface ConnectionTesting {
  readonly progress: TestProgress;
  start(input: CallInput<'profiles.test'>): void;
  /** Waits no longer: the core ends the test in order, and its result is dropped. */
  stop(): void;
}

/** One test at a time; another start takes the place of the one before. */
export function useConnectionTest(): ConnectionTesting {
  const { client, fleet } = useApi();
  const [progress, setProgress] = useState<TestProgress>({ kind: 'idle' });
  const current = useRef(0);
  const start = useCallback(
    (input: CallInput<'profiles.test'>) => {
      const mine = ++current.current;
      const settle = (next: TestProgress): void => {
        if (current.current === mine) setProgress(next);
      };
      setProgress({ kind: 'running', since: fleet.now() });
      client.call('profiles.test', input).then(
        (test) => settle({ kind: 'done', test, host: input.draft.host }),
        (thrown: unknown) => settle({ kind: 'failed', error: errorOf(thrown) }),
      );
    },
    [client, fleet],
  );
  const stop = useCallback(() => {
    current.current++;
    setProgress({ kind: 'idle' });
  }, []);
  return { progress, start, stop };
}
