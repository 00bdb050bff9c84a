import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorValue } from '../../shared/errors.ts';
import { type Client, consoleLost } from './client.ts';
import { useApi } from './context.ts';

/** How far work is that the console tells of; `beginning` until it does, null where none was asked for. */
export type Work<Told> = Told | { readonly kind: 'beginning' } | WorkFailed | null;
type WorkFailed = { readonly kind: 'failed'; readonly error: ErrorValue };

/** How one kind of work is asked for. */
export interface WorkParts<Input, Told> {
  /** Answers how to end it. */
  readonly ask: (
    client: Client,
    input: Input,
    onTold: (told: Told) => void,
    onRefused: (error: ErrorValue) => void,
  ) => () => void;
  /** Whether more will be told. */
  readonly isUnderWay: (told: Told) => boolean;
}

/** One piece of work at a time, which ends with the view. `parts` is to be the same each time. */
export function useWork<Input, Told>(
  parts: WorkParts<Input, Told>,
): {
  readonly work: Work<Told>;
  readonly start: (input: Input) => void;
  /** Ends it, or takes away what came of it. */
  readonly stop: () => void;
} {
  const { client } = useApi();
  const [work, setWork] = useState<Work<Told>>(null);
  const leave = useRef<() => void>(() => {});
  useEffect(() => () => leave.current(), []);
  const stop = useCallback(() => {
    leave.current();
    setWork(null);
  }, []);
  const start = useCallback(
    (input: Input) => {
      leave.current();
      setWork({ kind: 'beginning' });
      const settle = (next: Told | WorkFailed): void => {
        leave.current();
        setWork(next);
      };
      const fail = (error: ErrorValue): void => settle({ kind: 'failed', error });
      const end = parts.ask(
        client,
        input,
        (told) => (parts.isUnderWay(told) ? setWork(told) : settle(told)),
        fail,
      );
      // What the console lost is not begun again behind the user's back when it is there again.
      const unwatch = client.state.subscribe(() => {
        if (client.state.get() === 'lost') fail(consoleLost);
      });
      leave.current = () => {
        leave.current = () => {};
        end();
        unwatch();
      };
    },
    [client, parts],
  );
  return { work, start, stop };
}
