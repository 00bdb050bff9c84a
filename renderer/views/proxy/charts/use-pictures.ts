import { useEffect, useState } from 'react';
import type { HistoryRange } from '../../../../shared/model/history.ts';
import { type PointSeries, pointSeries } from '../../../api/point-ring.ts';
import { createStore, type Readable, type Store } from '../../../api/store.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { type ChartPicture, pictureOf } from '../../../charts/time-chart-series.ts';

type Pictures = Readonly<Record<PointSeries, Readable<ChartPicture | null>>>;

/** The pictures of one proxy's record over a span, set outside of React: what holds a chart is not rendered again with each of them. */
export function usePictures(
  history: HistoryRange | null,
  { from, to }: TimeSpan,
  asked: string,
): Pictures {
  const [pictures] = useState(emptyPictures);
  useEffect(() => {
    if (history === null) return;
    for (const name of pointSeries) {
      pictures[name].set(pictureOf(history, name, { from, to }, asked));
    }
  }, [pictures, history, from, to, asked]);
  return pictures;
}

function emptyPictures(): Record<PointSeries, Store<ChartPicture | null>> {
  const empty = () => createStore<ChartPicture | null>(null);
  return {
    connections: empty(),
    bytesPerSecond: empty(),
    accessesPerSecond: empty(),
    roundTripMs: empty(),
    missed: empty(),
  };
}
