import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';

/** What is gathered while no window can be seen, milliseconds: so much of the history is lost where the process is killed. */
const gatherMs = 5000;
/** No more than so many are handed on at once: they are copied whole, and become one transaction, which all else that is asked of the store waits for. */
const mostAtOnce = 1000;

/** Hands samples on as they come, and while no window can be seen those of some seconds together: each transaction wakes a thread and the disk. Never more than a thousand in one call. */
export interface SampleGatherer {
  take(samples: readonly Sample[]): void;
  /** A window can be seen: what was gathered is handed on. One can be at first. */
  setVisible(visible: boolean): void;
  /** Hands on what was gathered. */
  flush(): void;
}

export function createSampleGatherer(
  clock: Pick<Clock, 'after'>,
  handOn: (samples: readonly Sample[]) => void,
): SampleGatherer {
  let visible = true;
  let gathered: Sample[] = [];
  let cancel: (() => void) | null = null;
  const inParts = (samples: readonly Sample[]): void => {
    for (let from = 0; from < samples.length; from += mostAtOnce)
      handOn(samples.slice(from, from + mostAtOnce));
  };
  const flush = (): void => {
    cancel?.();
    cancel = null;
    const all = gathered;
    gathered = [];
    inParts(all);
  };
  return {
    take(samples) {
      if (visible) {
        inParts(samples);
        return;
      }
      if (gathered.length + samples.length > mostAtOnce) flush();
      for (const sample of samples) gathered.push(sample);
      cancel ??= clock.after(gatherMs, flush);
    },
    setVisible(value) {
      visible = value;
      if (visible) flush();
    },
    flush,
  };
}
