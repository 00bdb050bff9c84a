import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { pageIsVisible } from '../../../api/page.ts';
import { type SeriesName, seriesNames } from '../../../api/point-ring.ts';
import { createStore, type Store } from '../../../api/store.ts';
import {
  type ChartMark,
  type ChartPicture,
  pictureOfHistory,
  pictureOfRing,
} from '../../../charts/time-chart-series.ts';
import { type RangeName, ranges } from './ranges.ts';

type Pictures = Readonly<Record<SeriesName, Store<ChartPicture | null>>>;

interface ShownPictures {
  readonly pictures: Pictures;
  /** Of the last fetch; the last picture stays. */
  readonly error: ErrorValue | null;
  readonly reload: () => void;
}

/** Between two drawings of a picture that nothing but time has changed. */
const slideMs = 1000;

/**
 * The pictures of one proxy, set outside of React: of the points at hand for the shortest range, of the history for the others. The last
 * picture stays until the next one is there.
 */
export function usePictures(
  id: string,
  range: RangeName,
  points: number,
  marks: readonly ChartMark[],
): ShownPictures {
  const { client, fleet } = useApi();
  const [error, setError] = useState<ErrorValue | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another proxy begins with empty pictures
  const pictures = useMemo<Pictures>(
    () => ({
      connections: createStore<ChartPicture | null>(null),
      bytesPerSecond: createStore<ChartPicture | null>(null),
      accessesPerSecond: createStore<ChartPicture | null>(null),
      roundTripMs: createStore<ChartPicture | null>(null),
    }),
    [id],
  );
  const { ms, refreshMs } = ranges[range];

  useEffect(() => {
    if (refreshMs !== null) return;
    setError(null);
    const ring = fleet.points(id);
    const draw = (): void => {
      if (!pageIsVisible()) return;
      const to = fleet.now();
      for (const name of seriesNames) {
        pictures[name].set(pictureOfRing(ring, name, { from: to - ms, to }, marks));
      }
    };
    draw();
    const timer = setInterval(draw, slideMs);
    const unsubscribe = fleet.onPoints(id, draw);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [fleet, id, ms, refreshMs, pictures, marks]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another fetch
  useEffect(() => {
    if (refreshMs === null) return;
    let left = false;
    const fetch = async (): Promise<void> => {
      if (!pageIsVisible()) return;
      const to = fleet.now();
      const asked = { from: to - ms, to };
      try {
        const [history] = await client.call('history.range', { ids: [id], ...asked, points });
        if (left || history === undefined) return;
        setError(null);
        for (const name of seriesNames) pictures[name].set(pictureOfHistory(history, name, asked));
      } catch (thrown) {
        if (!left) setError(errorOf(thrown));
      }
    };
    void fetch();
    const timer = setInterval(() => void fetch(), refreshMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [client, fleet, id, ms, refreshMs, points, pictures, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { pictures, error, reload };
}
