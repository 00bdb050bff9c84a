import type { DatabaseSync } from 'node:sqlite';
import type { AuditProgress } from '../../../shared/model/audit-check.ts';
import type { Steps } from '../../base/steps.ts';
import { alertsWithin } from '../alerts-within.ts';
import { storingSteps } from '../database/database-access.ts';
import { createHistory } from '../history/history.ts';
import { knownSince } from '../known-since.ts';
import { overviewInSteps, verifyInSteps } from '../logs/audit-aside.ts';
import { searchEntries } from '../logs/audit-query.ts';
import { createEventLog } from '../logs/events.ts';
import type { StoreAnswer, StoreCallName, StoreInput } from './calls.ts';

export type StoreHandlers = {
  readonly [N in StoreCallName]: (
    input: StoreInput<N>,
    onProgress: (progress: AuditProgress) => void,
  ) => Steps<StoreAnswer<N>>;
};

/** What the store does with its database. */
export function createStoreHandlers(database: DatabaseSync): StoreHandlers {
  const history = createHistory(database);
  const events = createEventLog(database);
  return {
    'history.add': atOnce(history.add),
    'history.range': atOnce(history.range),
    'history.totals': atOnce(history.totals),
    'history.missed': atOnce(history.missed),
    'history.runs': atOnce(history.runs),
    'history.maintain': ({ now, kept }) => history.maintain(now, kept),
    'history.kept': () => history.kept(),
    'history.forget': atOnce(history.forget),
    'events.add': atOnce(events.add),
    'events.list': events.search,
    'events.count': events.count,
    'events.after': atOnce(events.after),
    'alerts.within': atOnce((span) => alertsWithin(database, span)),
    knownSince: atOnce(() => knownSince(database)),
    'audit.search': (query) => storingSteps(database, () => searchEntries(database, query)),
    'audit.verify': (_, onProgress) => verifyInSteps(database, onProgress),
    'audit.overview': () => overviewInSteps(database),
  };
}

/** What takes milliseconds is not interrupted. */
function atOnce<I, A>(task: (input: I) => A): (input: I) => Steps<A extends void ? undefined : A> {
  // biome-ignore lint/correctness/useYield: there is no pause in it
  return function* (input) {
    return task(input) as A extends void ? undefined : A;
  };
}
