import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { AlertNews } from '../../../shared/model/alert.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { WebhookOutcome, WebhookState } from '../../../shared/model/webhook.ts';
import type { Clock } from '../../base/clock.ts';
import { createTopic, type Topic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import type { Shelf, StoredWebhook } from '../../store/alerts.ts';
import { unlessInTrouble } from '../../store/database/unless-in-trouble.ts';
import { webhookSecretId } from '../../store/secrets/apart.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { webPlace } from '../../store/secrets/web-place.ts';
import type { WebhookWaiting } from '../../store/webhook-waiting.ts';
import { isWorthRetry, post } from './post.ts';

/** Under which the address is stored. */
const webhookId = 'a1e27000-0000-4000-8000-0000000000ff';
/** For one try, milliseconds. */
const usualTimeoutMs = 10_000;
/** Between the tries of a message; then it is given up. */
const usualRetryMs = [5000, 30_000, 120_000, 600_000];
/** More that wait are given up, and counted. */
const mostWaiting = 100;

export interface WebhookParts {
  readonly store: Shelf<StoredWebhook>;
  readonly waiting: WebhookWaiting;
  readonly vault: Pick<SecretVault, 'state' | 'get' | 'set' | 'delete'>;
  readonly news: Pick<Topic<AlertNews>, 'listen'>;
  readonly clock: Clock;
  /** Takes what is a bug; must not throw. */
  readonly logFault: (what: string, error: unknown) => void;
  readonly timeoutMs?: number;
  readonly retryMs?: readonly number[];
}

/** Sends what people are to be told to an address of the user's choice, one message after the other. */
export interface Webhook {
  /** Throws `storage-full` and `storage-failed` while the address was never read. */
  state(): WebhookState;
  /** Null ends it. A secret of null keeps the one that was entered for this host. Throws what the vault and the database throw; all is then as before. */
  set(url: string | null, secret: string | null): Promise<void>;
  /** Sends a message that says that it is a test, once. Throws `not-found` where there is no address. */
  test(): Promise<WebhookOutcome>;
  readonly changes: Pick<Topic<WebhookState>, 'listen'>;
  /** Takes over the address that another process set. Throws `storage-full` and `storage-failed`. */
  follow(): void;
  /** Keeps what waits for the next start. */
  close(): void;
}

export function createWebhook(parts: WebhookParts): Webhook {
  const { store, waiting, vault, clock, logFault } = parts;
  const { timeoutMs = usualTimeoutMs, retryMs = usualRetryMs } = parts;
  const changes = createTopic<WebhookState>();
  /** Ends what is under way to the address of now. */
  let sending = new AbortController();
  let isClosed = false;
  /** Bodies in the order in which they are to be sent; the first is under way, or waits to be tried again. */
  let queue: string[] = [];
  let tries = 0;
  let busy = false;
  let cancel: (() => void) | null = null;
  let dropped = 0;
  let last: WebhookState['last'] = null;

  /** Null: not read yet. That it cannot be read does not mean that there is none. */
  let address: { readonly url: string | null } | null = null;
  const turns = createTurns();

  const read = () => ({ url: store.list()[0]?.url ?? null });
  const url = (): string | null => {
    address ??= read();
    return address.url;
  };
  const state = (): WebhookState => {
    const to = url();
    const secret = to === null ? 'none' : vault.state(webhookSecretId, placeOf(to));
    return { url: to, secret, waiting: queue.length, dropped, last };
  };
  const tell = (): void => {
    const now = unlessInTrouble(state);
    if (now !== null) changes.publish(now);
  };
  const secretFor = async (to: string): Promise<string | WebhookOutcome> => {
    try {
      const secret = await vault.get(webhookSecretId, { ...placeOf(to), name: 'webhook' });
      return secret ?? { kind: 'no-secret' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'password-needed-again') return { kind: 'no-secret' };
      return { kind: 'vault', error: error.toValue() };
    }
  };
  const send = async (to: string, body: string): Promise<WebhookOutcome> => {
    const { signal } = sending;
    const secret = await secretFor(to);
    const at = clock.wall();
    const outcome =
      typeof secret === 'string'
        ? await post({ url: to, secret, body, at }, { timeoutMs, signal })
        : secret;
    if (!signal.aborted) last = { at, outcome };
    return outcome;
  };
  const work = (): void => {
    const [body] = queue;
    const to = unlessInTrouble(url);
    if (body === undefined || to === null || busy || cancel !== null) return;
    busy = true;
    const { signal } = sending;
    const ends = (outcome: WebhookOutcome | null): void => {
      busy = false;
      if (isClosed) return;
      // What was under way to the address of before goes to the one of now.
      if (signal.aborted) work();
      else finish(body, outcome);
    };
    send(to, body).then(ends, (error: unknown) => {
      logFault('an alert could not be sent', error);
      ends(null);
    });
  };
  /** What comes after a try of a message; null is one that a bug ended. What was taken back meanwhile is no more in the queue. */
  const finish = (body: string, outcome: WebhookOutcome | null): void => {
    const isFirst = queue[0] === body;
    const wait = outcome !== null && isWorthRetry(outcome) ? retryMs[tries] : undefined;
    if (isFirst && wait !== undefined) {
      tries++;
      cancel = clock.after(wait, () => {
        cancel = null;
        work();
      });
    } else if (isFirst) {
      queue.shift();
      tries = 0;
      if (outcome?.kind !== 'delivered') dropped++;
    }
    tell();
    work();
  };
  const forgetQueue = (): void => {
    queue = [];
    tries = 0;
    cancel?.();
    cancel = null;
  };
  const bodyOf = (kind: AlertNews['kind'] | 'test', alerts: AlertNews['alerts']): string =>
    JSON.stringify({ version: 1, id: randomUUID(), kind, at: clock.wall(), alerts });
  const takeOver = (next: { readonly url: string | null }): void => {
    address = next;
    sending.abort();
    sending = new AbortController();
    tries = 0;
    if (next.url === null) forgetQueue();
    last = null;
    // Whoever sets an address that works need not wait for the next try.
    cancel?.();
    cancel = null;
    tell();
    work();
  };
  const write = (to: string | null): void => {
    if (to === null) store.remove(webhookId);
    else store.put({ id: webhookId, url: to });
  };
  const endListening = parts.news.listen(({ kind, alerts }) => {
    if (unlessInTrouble(() => ({ url: url() }))?.url === null) return;
    if (queue.length >= mostWaiting) dropped++;
    else queue.push(bodyOf(kind, alerts));
    tell();
    work();
  });
  queue.push(...(unlessInTrouble(waiting.take) ?? []));
  if (unlessInTrouble(() => ({ url: url() }))?.url === null) forgetQueue();
  work();
  return {
    state,
    set: (to, secret) =>
      turns(webhookId, async () => {
        const before = url();
        write(to);
        try {
          if (to === null) await vault.delete(webhookSecretId);
          else if (secret !== null) await vault.set(webhookSecretId, secret, placeOf(to));
        } catch (error) {
          unlessInTrouble(() => write(before));
          throw error;
        }
        takeOver({ url: to });
      }),
    async test() {
      const to = url();
      if (to === null) throw new AppError('not-found', { case: 'webhook' });
      const outcome = await send(to, bodyOf('test', []));
      tell();
      return outcome;
    },
    changes,
    follow() {
      const next = read();
      if (next.url !== address?.url) takeOver(next);
    },
    close() {
      endListening();
      unlessInTrouble(() => waiting.keep(queue));
      forgetQueue();
      isClosed = true;
      sending.abort();
    },
  };
}

/** What the secret is bound to. */
function placeOf(url: string): Place {
  return webPlace(url, 'webhook');
}
