import { useMemo } from 'react';
import { useApi, usePreferences } from '../../../api/context.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { spanOf } from '../../../charts/chart-span.ts';
import type { RangeName } from '../../../charts/ranges.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { proxySearch } from '../../../searches.ts';

interface SpanFields {
  /** What the page shows when it follows the clock. */
  readonly range: RangeName;
  /** A span that stands still instead, epoch milliseconds; both or none. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What of time the page of a proxy shows, as its address says; the range is remembered for the next proxy. */
export interface ChartSpan {
  readonly range: RangeName;
  /** The span that stands still, null while the charts follow the clock. */
  readonly zoom: TimeSpan | null;
  readonly change: ChangeView<SpanFields>;
}

export function useChartSpan(): ChartSpan {
  const api = useApi();
  const { chartRange } = usePreferences();
  const [{ range, from, to }, change] = useViewState(proxySearch, {
    defaults: { range: chartRange },
    remember: (made) => {
      if (made.range !== undefined) api.setPreferences({ chartRange: made.range });
    },
  });
  const zoom = useMemo(() => spanOf(from, to), [from, to]);
  return { range, zoom, change };
}
