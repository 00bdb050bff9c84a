import type { DatabaseSync } from 'node:sqlite';
import { createHistory } from '../history/history.ts';
import { createEventLog } from '../logs/events.ts';
import type { StoreAnswer, StoreCallName, StoreInput } from './calls.ts';
import type { Steps } from './work.ts';

export type StoreHandlers = {
  readonly [N in StoreCallName]: (input: StoreInput<N>) => Steps<StoreAnswer<N>>;
};

/** What the store does with its database. */
export function createStoreHandlers(database: DatabaseSync): StoreHandlers {
  const history = createHistory(database);
  const events = createEventLog(database);
  return {
    'history.add': atOnce(history.add),
    'history.range': atOnce(history.range),
    'history.totals': atOnce(history.totals),
    'history.maintain': history.maintainInSteps,
    'history.forget': atOnce(history.forget),
    'events.add': atOnce(events.addAll),
    'events.list': atOnce(events.list),
    'events.addedElsewhere': atOnce(() => events.addedElsewhere()),
  };
}

/** What takes milliseconds is not interrupted. */
function atOnce<I, A>(task: (input: I) => A): (input: I) => Steps<A extends void ? undefined : A> {
  // biome-ignore lint/correctness/useYield: there is no pause in it
  return function* (input) {
    return task(input) as A extends void ? undefined : A;
  };
}
