import { heartbeatMs } from '../../../shared/ipc/heartbeat.ts';
import type { Clock } from '../../base/clock.ts';
import type { Sources } from '../parts.ts';

/** Tells each window again and again that the console is there. */
export function heartbeatSource(clock: Clock): Sources['app.heartbeat'] {
  return (_, publish) => {
    let cancel = (): void => {};
    const beat = (): void => {
      publish({ at: clock.wall() });
      cancel = clock.after(heartbeatMs, beat);
    };
    beat();
    return () => cancel();
  };
}
