import type { NewEvent } from '../../shared/model/event.ts';
import type { Clock } from '../base/clock.ts';

/** Whoever edits profiles tells of it once they are saved: so long it is waited for. */
const waitMs = 5000;

export interface EditsElsewhere {
  /** What another process made of profiles, as this one saw it. */
  heard(events: readonly NewEvent[]): void;
  /** Tells what waits. */
  close(): void;
}

/** Tells of edits by other processes later than they do: the log leaves out what is told by then, and has what none of them tells. */
export function createEditsElsewhere({
  tell,
  clock,
}: {
  readonly tell: (events: readonly NewEvent[]) => void;
  readonly clock: Pick<Clock, 'after'>;
}): EditsElsewhere {
  const waiting = new Map<readonly NewEvent[], () => void>();
  return {
    heard(events) {
      if (events.length === 0) return;
      const cancel = clock.after(waitMs, () => {
        waiting.delete(events);
        tell(events);
      });
      waiting.set(events, cancel);
    },
    close() {
      for (const [events, cancel] of waiting) {
        cancel();
        tell(events);
      }
      waiting.clear();
    },
  };
}
