import { useEffect, useState } from 'react';
import { openChannel } from '../api/page.ts';
import { createStore } from '../api/store.ts';
import type { ChartCursor } from './chart-cursor.ts';

const channelName = 'spcp-chart-cursor';

/** The cursor of all charts of a page. What is pointed at in one window is pointed at in all, whatever page they show. */
export function useChartCursor(): ChartCursor {
  const [cursor] = useState<ChartCursor>(() => createStore<number | null>(null));
  useEffect(() => {
    let told = false;
    const channel = openChannel(channelName, (value) => {
      if (value !== null && typeof value !== 'number') return;
      told = true;
      cursor.set(value);
      told = false;
    });
    const unsubscribe = cursor.subscribe(() => {
      if (!told) channel.send(cursor.get());
    });
    return () => {
      unsubscribe();
      if (cursor.get() !== null) channel.send(null);
      channel.close();
    };
  }, [cursor]);
  return cursor;
}
