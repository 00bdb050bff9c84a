import { useEffect, useState } from 'react';
import { openChannel } from '../api/page.ts';
import { sample } from '../api/sample.ts';
import { createStore } from '../api/store.ts';
import type { ChartCursor } from './chart-cursor.ts';

const channelName = 'spcp-chart-cursor';
/** Between two messages to other windows, milliseconds. */
const tellMs = 50;

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
    // What another window pointed at is not told back to it; nor is each move of the pointer worth a message.
    const own = createStore<number | null>(null);
    const note = cursor.subscribe(() => {
      if (!told) own.set(cursor.get());
    });
    const tell = sample(own, tellMs, (at) => channel.send(at));
    const unsubscribe = (): void => {
      note();
      tell();
    };
    return () => {
      unsubscribe();
      if (cursor.get() !== null) channel.send(null);
      channel.close();
    };
  }, [cursor]);
  return cursor;
}
