import { useEffect, useState } from 'react';
import { useApi } from '../api/context.ts';

/** The console's time, read again every second: for countdowns and for "so long ago". Stands still where `running` is false. */
export function useNow(running = true): number {
  const { fleet } = useApi();
  const [now, setNow] = useState(() => fleet.now());
  useEffect(() => {
    if (!running) return;
    setNow(fleet.now());
    const timer = setInterval(() => setNow(fleet.now()), 1000);
    return () => clearInterval(timer);
  }, [fleet, running]);
  return now;
}
