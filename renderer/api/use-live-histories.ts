import { useEffect, useRef, useState } from 'react';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { extendRange, isLacking, marksOfEvents } from './live-history.ts';
import { pageIsVisible } from './page.ts';
import type { Histories } from './use-history.ts';

/** So often a picture goes on, milliseconds: that of many proxies costs more. */
const paceOf = (count: number): number => (count <= 12 ? 1000 : 2000);

/**
 * What was fetched of a span that ends now, going on with each reading that comes to the window, so that it need not be fetched again: only
 * where the window has missed some. With `lastMs` null it stays as it was fetched.
 */
export function useLiveHistories(
  fetched: Fetched<Histories>,
  lastMs: number | null,
): Fetched<Histories> {
  const { fleet, news } = useApi();
  const { value, reload } = fetched;
  const [live, setLive] = useState<{ readonly of: Histories; readonly now: Histories } | null>(
    null,
  );
  const latest = useRef(live);
  latest.current = live;
  useEffect(() => {
    if (value === null || lastMs === null) return;
    let asked = false;
    const goOn = (): void => {
      if (!pageIsVisible()) return;
      const before = latest.current?.of === value ? latest.current.now : value;
      const to = fleet.now();
      const from = to - lastMs;
      const isHole = [...before.byId].some(([id, range]) =>
        isLacking(range, fleet.points(id), value.to),
      );
      // Once: what cannot be had is not asked for again and again, and after a time without the console all is fetched again anyway.
      if (isHole && !asked) reload();
      asked ||= isHole;
      const events = news.events.get();
      const byId = new Map(
        [...before.byId].map(([id, range]) => [
          id,
          extendRange(range, fleet.points(id), marksOfEvents(events, id, from), from),
        ]),
      );
      const next = { of: value, now: { from, to, byId } };
      latest.current = next;
      setLive(next);
    };
    goOn();
    const timer = setInterval(goOn, paceOf(value.byId.size));
    return () => clearInterval(timer);
  }, [fleet, news, value, lastMs, reload]);
  if (lastMs === null || live === null || live.of !== value) return fetched;
  return { ...fetched, value: live.now };
}
