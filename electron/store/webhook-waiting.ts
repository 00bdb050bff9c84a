import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './database/database-access.ts';

/** Messages of the webhook that wait while no app runs. Throws as `transaction`. */
export interface WebhookWaiting {
  keep(bodies: readonly string[]): void;
  /** In the order in which they were kept; they are no more there then, so that of several processes one sends them. */
  take(): readonly string[];
}

export function createWebhookWaiting(database: DatabaseSync): WebhookWaiting {
  const add = database.prepare('INSERT INTO webhook_waiting (body) VALUES (?)');
  const all = database.prepare('SELECT body FROM webhook_waiting ORDER BY seq');
  const clear = database.prepare('DELETE FROM webhook_waiting');
  return {
    keep: (bodies) =>
      transaction(database, () => {
        for (const body of bodies) add.run(body);
      }),
    take: () =>
      transaction(database, () => {
        const bodies = all.all().map(({ body }) => String(body));
        clear.run();
        return bodies;
      }),
  };
}
