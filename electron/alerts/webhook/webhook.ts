import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { AlertNews } from '../../../shared/model/alert.ts';
import { type Place, placeSchema } from '../../../shared/model/place.ts';
import type { WebhookOutcome, WebhookState } from '../../../shared/model/webhook.ts';
import type { Clock } from '../../base/clock.ts';
import { createTopic, type Topic } from '../../base/topic.ts';
import type { Shelf, StoredWebhook } from '../../store/alerts.ts';
import { unlessInTrouble } from '../../store/database/unless-in-trouble.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { isWorthRetry, post } from './post.ts';

/** Under which the vault keeps the secret, and the address is stored. */
const webhookId = 'a1e27000-0000-4000-8000-0000000000ff';
/** For one try, milliseconds. */
const usualTimeoutMs = 10_000;
/** Between the tries of a message; then it is given up. */
const usualRetryMs = [5000, 30_000, 120_000, 600_000];
/** More that wait are given up, and counted. */
const mostWaiting = 100;

export interface WebhookParts {
  readonly store: Shelf<StoredWebhook>;
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
  state(): WebhookState;
  /** Null ends it. A secret of null keeps the one that was entered for this host. Throws what the vault and the database throw. */
  set(url: string | null, secret: string | null): Promise<void>;
  /** Sends a message that says that it is a test, once. Throws `not-found` where there is no address. */
  test(): Promise<WebhookOutcome>;
  readonly changes: Pick<Topic<WebhookState>, 'listen'>;
  close(): void;
}

export function createWebhook(parts: WebhookParts): Webhook {
  const { store, vault, clock, logFault } = parts;
  const { timeoutMs = usualTimeoutMs, retryMs = usualRetryMs } = parts;
  const changes = createTopic<WebhookState>();
  const ended = new AbortController();
  /** Bodies in the order in which they are to be sent; the first is under way, or waits to be tried again. */
  let queue: string[] = [];
  let tries = 0;
  let busy = false;
  let cancel: (() => void) | null = null;
  let dropped = 0;
  let last: WebhookState['last'] = null;

  const url = (): string | null => unlessInTrouble(store.list)?.[0]?.url ?? null;
  const state = (): WebhookState => {
    const to = url();
    const secret = to === null ? 'none' : vault.state(webhookId, placeOf(to));
    return { url: to, secret, waiting: queue.length, dropped, last };
  };
  const tell = (): void => changes.publish(state());
  const secretFor = async (to: string): Promise<string | WebhookOutcome> => {
    try {
      const secret = await vault.get(webhookId, { ...placeOf(to), name: 'webhook' });
      return secret ?? { kind: 'no-secret' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'password-needed-again') return { kind: 'no-secret' };
      return { kind: 'vault', error: error.toValue() };
    }
  };
  const send = async (to: string, body: string): Promise<WebhookOutcome> => {
    const secret = await secretFor(to);
    const at = clock.wall();
    const outcome =
      typeof secret === 'string'
        ? await post({ url: to, secret, body, at }, { timeoutMs, signal: ended.signal })
        : secret;
    last = { at, outcome };
    return outcome;
  };
  const work = async (): Promise<void> => {
    const [body] = queue;
    const to = url();
    if (body === undefined || to === null || busy || cancel !== null) return;
    busy = true;
    const outcome = await send(to, body).finally(() => {
      busy = false;
    });
    if (ended.signal.aborted) return;
    const wait = isWorthRetry(outcome) ? retryMs[tries++] : undefined;
    if (wait !== undefined && queue[0] === body) {
      cancel = clock.after(wait, () => {
        cancel = null;
        begin();
      });
    } else if (queue[0] === body) {
      queue.shift();
      tries = 0;
      if (outcome.kind !== 'delivered') dropped++;
    }
    tell();
    begin();
  };
  const begin = (): void => {
    work().catch((error: unknown) => {
      queue.shift();
      dropped++;
      logFault('an alert could not be sent', error);
    });
  };
  const forgetQueue = (): void => {
    queue = [];
    tries = 0;
    cancel?.();
    cancel = null;
  };
  const bodyOf = (kind: AlertNews['kind'] | 'test', alerts: AlertNews['alerts']): string =>
    JSON.stringify({ version: 1, id: randomUUID(), kind, at: clock.wall(), alerts });
  const endListening = parts.news.listen(({ kind, alerts }) => {
    if (url() === null) return;
    if (queue.length >= mostWaiting) dropped++;
    else queue.push(bodyOf(kind, alerts));
    tell();
    begin();
  });
  return {
    state,
    async set(to, secret) {
      if (to === null) {
        store.remove(webhookId);
        await vault.delete(webhookId);
        forgetQueue();
      } else {
        if (secret !== null) await vault.set(webhookId, secret, placeOf(to));
        store.put({ id: webhookId, url: to });
      }
      last = null;
      tell();
      begin();
    },
    async test() {
      const to = url();
      if (to === null) throw new AppError('not-found', { case: 'webhook' });
      const outcome = await send(to, bodyOf('test', []));
      tell();
      return outcome;
    },
    changes,
    close() {
      endListening();
      forgetQueue();
      ended.abort();
    },
  };
}

/** What the secret is bound to: one that was entered for a host goes to no other. */
function placeOf(url: string): Place {
  const { hostname, port, protocol } = new URL(url);
  return {
    ...placeSchema.parse({ host: hostname.replace(/^\[|\]$/g, ''), user: 'webhook' }),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    transport: 'kernel',
  };
}
