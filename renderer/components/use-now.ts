import { useEffect, useReducer } from 'react';
import { useApi } from '../api/context.ts';
import { monotonicNow } from '../api/page.ts';

/** The console's time, read again every second: for countdowns and for "so long ago". Not read by itself where `running` is false. */
export function useNow(running = true): number {
  const { fleet } = useApi();
  useTick(running);
  return fleet.now();
}

/** The time of spans, read again every second while `running`. */
export function useMonotonicNow(running: boolean): number {
  useTick(running);
  return monotonicNow();
}

function useTick(running: boolean): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [running]);
}
