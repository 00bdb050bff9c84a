import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { TopicParams } from '../../../../shared/ipc/contract.ts';
import type { ConnectionTest, StageResult } from '../../../../shared/model/connection-test.ts';
import { consoleLost } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';

/** Where a test leads, and what logs in there: the saved password where none is given. */
export type TestInput = TopicParams<'profiles.test'>;

/** How far a connection test is, and of what it is one. */
export type TestProgress =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly of: TestInput;
      readonly since: number;
      readonly stages: readonly StageResult[];
    }
  | { readonly kind: 'done'; readonly of: TestInput; readonly test: ConnectionTest }
  | { readonly kind: 'failed'; readonly of: TestInput; readonly error: ErrorValue };

interface ConnectionTesting {
  readonly progress: TestProgress;
  start(input: TestInput): void;
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
    (input: TestInput) => {
      leave.current();
      const settle = (next: TestProgress): void => {
        leave.current();
        setProgress(next);
      };
      setProgress({ kind: 'running', of: input, since: fleet.now(), stages: [] });
      const unsubscribe = client.subscribe(
        'profiles.test',
        input,
        (value) => {
          if (value.kind === 'done') settle({ ...value, of: input });
          else if (value.kind === 'failed') settle({ ...value, of: input });
          else setProgress((before) => withStage(before, value.result));
        },
        (error) => settle({ kind: 'failed', of: input, error }),
      );
      // A test that the console lost is not made again behind the user's back when it is there again.
      const unwatch = client.state.subscribe(() => {
        if (client.state.get() === 'lost')
          settle({ kind: 'failed', of: input, error: consoleLost });
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
