import { onTestFinished } from 'vitest';
import { type Collector, startCollector } from './rig.ts';

/** A service of a stand-in for systemd with `Restart=always`. */
export interface Service {
  /** The process that runs now. */
  now(): Collector;
  /** Ends it as the kernel does one that ran out of memory; resolves with the one that is started in its place. */
  kill(): Promise<Collector>;
  /** `systemctl stop`: ends it in order, and starts no other. */
  stop(): Promise<number | null>;
}

/** A collector of this directory that is started again whenever it has ended. */
export function startService(directory: string, args: readonly string[] = []): Service {
  let running = startCollector(directory, args);
  let next = Promise.withResolvers<Collector>();
  let stopped = false;
  const watch = (collector: Collector): void => {
    void collector.ended.then(() => {
      if (stopped) return;
      running = startCollector(directory, args);
      watch(running);
      next.resolve(running);
      next = Promise.withResolvers();
    });
  };
  watch(running);
  onTestFinished(() => {
    stopped = true;
  });
  return {
    now: () => running,
    kill() {
      running.child.kill('SIGKILL');
      return next.promise;
    },
    stop() {
      stopped = true;
      running.child.kill('SIGTERM');
      return running.ended;
    },
  };
}
