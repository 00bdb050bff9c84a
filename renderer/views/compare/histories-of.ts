import type { HistoryRange } from '../../../shared/model/history.ts';
import type { Histories } from '../../api/use-history.ts';
import type { History } from '../../charts/overlay-series.ts';
import { later } from '../../charts/past.ts';
import type { Past } from './use-past.ts';

type Named = readonly { readonly id: string; readonly name: string }[];

const nothing = { min: [], mean: [], max: [] };

/** Of a proxy that was chosen a moment ago nothing is fetched yet. */
const notYet: HistoryRange = {
  since: 0,
  level: 'raw',
  at: [],
  connections: nothing,
  bytesPerSecond: nothing,
  accessesPerSecond: nothing,
  roundTripMs: nothing,
  missed: nothing,
  marks: [],
};

/** What is kept of the chosen ones, in their order. */
export function historiesOf(chosen: Named, { byId }: Histories): readonly History[] {
  return chosen.map(({ id, name }) => ({ id, name, range: byId.get(id) ?? notYet }));
}

/** The same at another time, each as a line of its own that is named by `nameOf`; none while it is not fetched. */
export function pastOf(
  chosen: Named,
  past: Past | null,
  nameOf: (name: string) => string,
): readonly History[] {
  const byId = past?.histories?.byId;
  if (past === null || byId === undefined) return [];
  return chosen.flatMap(({ id, name }, place) => {
    const range = byId.get(id);
    if (range === undefined) return [];
    return later({ id: `${id} past`, name: nameOf(name), range, pastOf: place }, past.shift);
  });
}

/** Each with its own of another time after it. */
export function beside(
  histories: readonly History[],
  pale: readonly History[],
): readonly History[] {
  if (pale.length === 0) return histories;
  return histories.flatMap((history, place) => [
    history,
    ...pale.filter((each) => each.pastOf === place),
  ]);
}
