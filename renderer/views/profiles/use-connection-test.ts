import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { TopicParams } from '../../../shared/ipc/contract.ts';
import type { ConnectionTest, StageResult } from '../../../shared/model/connection-test.ts';
import { consoleLost } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';

/** How far a connection test is. */
export type TestProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly since: number; readonly stages: readonly StageResult[] }
  | { readonly kind: 'done'; readonly test: ConnectionTest; readonly host: string }
  | { readonly kind: 'failed'; readonly error: ErrorValue };

interface ConnectionTesting {
  readonly progress: TestProgress;
  start(input: TopicParams<'profiles.test'>): void;
  /** Ends the test in order. */
  stop(): void;
}

/** One test at a time; another start takes the place of the one before. It ends with the view. */
export function useConnectionTest(): ConnectionTesting {
  const { client, fleet } = useApi();
  const [progress, setProgress] = useState<TestProgress>({ kind: 'idle' });
  const leave = useRef<() => void>(() => {});
  useEffect(() => () => leave.current(), []);

  const stop = useCallback(() => {
    leave.current();
    setProgress({ kind: 'idle' });
  }, []);
  const start = useCallback(
    (input: TopicParams<'profiles.test'>) => {
      leave.current();
      const settle = (next: TestProgress): void => {
        leave.current();
        setProgress(next);
      };
      setProgress({ kind: 'running', since: fleet.now(), stages: [] });
      const unsubscribe = client.subscribe(
        'profiles.test',
        input,
        (value) => {
          if (value.kind === 'done') settle({ ...value, host: input.place.host });
          else if (value.kind === 'failed') settle(value);
          else setProgress((before) => withStage(before, value.result));
        },
        (error) => settle({ kind: 'failed', error }),
      );
      // A test that the console lost is not made again behind the user's back when it is there again.
      const unwatch = client.state.subscribe(() => {
        if (client.state.get() === 'lost') settle({ kind: 'failed', error: consoleLost });
      });
      leave.current = () => {
        leave.current = () => {};
        unsubscribe();
        unwatch();
      };
    },
    [client, fleet],
  );
  return { progress, start, stop };
}

function withStage(before: TestProgress, result: StageResult): TestProgress {
  return before.kind === 'running' ? { ...before, stages: [...before.stages, result] } : before;
}
