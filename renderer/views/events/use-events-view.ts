import { useMemo } from 'react';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import { useApi } from '../../api/context.ts';
import { useProfiles } from '../../api/profiles.ts';
import { type ChangeView, useViewState } from '../../api/view-state.ts';
import { chosenIds } from '../../components/log-filters/chosen-ids.ts';
import { type eventSpans, eventsSearch } from '../../searches.ts';

/** What the address of the events says. */
export type EventsView = ReturnType<typeof eventsSearch.parse>;

const hour = 3_600_000;
const spanMs: Readonly<Record<(typeof eventSpans)[number], number>> = {
  '1h': hour,
  '24h': 24 * hour,
  '7d': 7 * 24 * hour,
  '30d': 30 * 24 * hour,
};

const clear: EventsView = {
  proxy: undefined,
  kinds: [],
  text: undefined,
  severity: undefined,
  folder: undefined,
  tag: undefined,
  span: undefined,
  from: undefined,
  to: undefined,
};

/** Which events are wanted, as the address says it, and as the log is asked for it. */
export function useEventsView(): {
  readonly view: EventsView;
  readonly filter: EventFilter;
  /** False while it is not known whom the filter names: nothing is to be asked for by it then. */
  readonly ready: boolean;
  /** Something is left out. */
  readonly filtered: boolean;
  readonly change: ChangeView<EventsView>;
  readonly clear: () => void;
} {
  const [view, change] = useViewState(eventsSearch);
  const { fleet } = useApi();
  const { value: profiles } = useProfiles();
  const said = JSON.stringify(view);
  // By what it says: each render has another object, and each page is asked for by it. A span begins where it did when it was chosen.
  const filter = useMemo(
    () => filterOf(JSON.parse(said) as EventsView, fleet.now()),
    [said, fleet],
  );
  const chosen = JSON.stringify(chosenIds(profiles ?? [], view));
  const whole = useMemo(
    (): EventFilter => ({ ...filter, ...(JSON.parse(chosen) as Pick<EventFilter, 'ids'>) }),
    [filter, chosen],
  );
  return {
    view,
    filter: whole,
    ready: profiles !== null || (!view.folder && !view.tag),
    filtered: Object.keys(whole).length > 0,
    change,
    clear: () => change(clear),
  };
}

function filterOf({ text, kinds, severity, span, from, to }: EventsView, now: number): EventFilter {
  const begin = span === undefined ? from : now - spanMs[span];
  return {
    ...(text ? { text } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(severity === undefined ? {} : { severity }),
    ...(begin === undefined ? {} : { from: begin }),
    ...(span !== undefined || to === undefined ? {} : { to }),
  };
}
