import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, OrderMessage, Places, WorldCounts, WorldMessage } from './orders.ts';

/** Proxies, the networks in front of them and a webhook, in another process. */
export interface World extends Places {
  /** Resolves when it is done, with what is counted then; rejects where it cannot be done. */
  order(order: Order): Promise<WorldCounts>;
  stop(): Promise<void>;
}

/** The same seed gives the same networks and the same mail. */
export async function startWorld(proxies: number, seed: number): Promise<World> {
  const child = fork(fileURLToPath(new URL('./run.ts', import.meta.url)), [
    String(proxies),
    String(seed),
  ]);
  const exited = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<WorldCounts>>();
  const begun = Promise.withResolvers<Places>();
  let last = 0;
  child.on('message', (message: WorldMessage) => {
    if (message.kind === 'places') return begun.resolve(message.places);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'done') asked?.resolve(message.counts);
    else asked?.reject(new Error(message.why));
  });
  child.on('exit', (code) => {
    const why = new Error(`the world ended with ${code}`);
    begun.reject(why);
    for (const asked of waiting.values()) asked.reject(why);
    waiting.clear();
  });
  const places = await begun.promise;
  return {
    ...places,
    order(order) {
      const asked = Promise.withResolvers<WorldCounts>();
      const message: OrderMessage = { id: ++last, order };
      waiting.set(message.id, asked);
      child.send(message, (error) => {
        if (error !== null && waiting.delete(message.id)) asked.reject(error);
      });
      return asked.promise;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
