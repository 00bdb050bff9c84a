import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWebhook } from '../../../../electron/alerts/webhook/webhook.ts';
import { systemClock } from '../../../../electron/base/clock.ts';
import { createTopic } from '../../../../electron/base/topic.ts';
import type { StoredWebhook } from '../../../../electron/store/alerts.ts';
import { createSessionVault } from '../../../../electron/store/secrets/session-vault.ts';
import type { AlertNews } from '../../../../shared/model/alert.ts';
import { webhookUrlSchema } from '../../../../shared/model/webhook.ts';
import { someError } from '../../../support/facts.ts';

const secret = 'sixteen-characters';
const news: AlertNews = { kind: 'fired', alerts: [{ id: 'x' } as never] };

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that answers each request as the next of these says, the last one for ever; what it got. */
async function serve(...answers: readonly ((response: ServerResponse) => void)[]) {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = answers[Math.min(got.length, answers.length - 1)];
    got.push({ headers: request.headers, body });
    answer?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end('what nobody reads');
const hang = (): void => undefined;

function setUp({
  timeoutMs = 20_000,
  retryMs = [10, 10] as readonly number[],
  kept = new Map<string, StoredWebhook>(),
  waiting = [] as string[],
  vault = createSessionVault(),
  trouble = { now: false },
} = {}) {
  const topic = createTopic<AlertNews>();
  const faults: unknown[] = [];
  const webhook = createWebhook({
    store: {
      list: () => {
        if (trouble.now) throw someError('storage-failed');
        return [...kept.values()];
      },
      put: (entry) => void kept.set(entry.id, entry),
      remove: (id) => void kept.delete(id),
    },
    waiting: {
      keep: (bodies) => void waiting.push(...bodies),
      take: () => waiting.splice(0),
    },
    vault,
    news: topic,
    clock: systemClock,
    logFault: (what) => faults.push(what),
    timeoutMs,
    retryMs,
  });
  onTestFinished(webhook.close);
  return { webhook, publish: topic.publish, faults, kept, waiting, vault, trouble };
}

describe('the webhook', () => {
  it('sends what is told, signed over its time and its body', async () => {
    const { got, url } = await serve(status(204));
    const { webhook, publish } = setUp();
    await webhook.set(url, secret);
    publish(news);
    await expect.poll(() => webhook.state().last?.outcome.kind).toBe('delivered');
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const signed = createHmac('sha256', secret)
      .update(`${headers['x-spcp-timestamp']}.${body}`)
      .digest('hex');
    expect(headers['x-spcp-signature']).toBe(`sha256=${signed}`);
    expect(JSON.parse(body)).toMatchObject({ version: 1, kind: 'fired', alerts: [{ id: 'x' }] });
    expect(JSON.stringify(webhook.state())).not.toContain(secret);
    expect(webhook.state()).toMatchObject({ secret: 'here', waiting: 0, dropped: 0 });
  });

  it('tries again what failed there, as the same message, and goes on with the next', async () => {
    const { got, url } = await serve(status(500), status(503), status(200));
    const { webhook, publish } = setUp();
    await webhook.set(url, secret);
    publish(news);
    publish({ ...news, kind: 'over' });
    await expect.poll(() => webhook.state()).toMatchObject({ waiting: 0 });
    const bodies = got.map(({ body }) => JSON.parse(body) as { id: string; kind: string });
    expect(bodies.map(({ kind }) => kind)).toEqual(['fired', 'fired', 'fired', 'over']);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(2);
    expect(webhook.state().dropped).toBe(0);
  });

  it('gives up, and counts, what fails too often, and at once what the server wants not', async () => {
    const { got, url } = await serve(status(500), status(500), status(500), status(410));
    const { webhook, publish, faults } = setUp();
    await webhook.set(url, secret);
    publish(news);
    publish(news);
    await expect.poll(() => webhook.state().dropped).toBe(2);
    expect(got).toHaveLength(4);
    expect(webhook.state().last?.outcome).toEqual({ kind: 'refused', status: 410 });
    expect(faults).toEqual([]);
  });

  it('goes to no other host by a redirect', async () => {
    const other = await serve(status(200));
    const { url } = await serve(status(307, { location: other.url }));
    const { webhook } = setUp();
    await webhook.set(url, secret);
    expect(await webhook.test()).toEqual({ kind: 'redirected', status: 307 });
    expect(other.got).toEqual([]);
  });

  it('waits for a server that hangs no longer than it may, nor for one that is not there', async () => {
    const { got, url } = await serve(hang);
    const { webhook } = setUp({ timeoutMs: 500 });
    await webhook.set(url, secret);
    expect(await webhook.test()).toEqual({ kind: 'timeout', seconds: 0.5 });
    expect(got.length).toBeLessThanOrEqual(1);
    const gone = setUp();
    await gone.webhook.set('http://127.0.0.1:1/', secret);
    expect(await gone.webhook.test()).toMatchObject({ kind: 'failed' });
  });

  it('takes no secret along to another host, and sends nothing without one', async () => {
    const { got, url } = await serve(status(200));
    const { webhook } = setUp();
    await webhook.set('https://alerts.example/hook', secret);
    await webhook.set(url, null);
    expect(webhook.state().secret).toBe('elsewhere');
    expect(await webhook.test()).toEqual({ kind: 'no-secret' });
    await webhook.set(null, null);
    await expect(webhook.test()).rejects.toMatchObject({ code: 'not-found' });
    expect(got).toEqual([]);
  });

  it('counts what more than it keeps waiting', async () => {
    const { url } = await serve(hang);
    const { webhook, publish } = setUp();
    await webhook.set(url, secret);
    for (let i = 0; i < 105; i++) publish(news);
    expect(webhook.state()).toMatchObject({ waiting: 100, dropped: 5 });
  });
});

describe('the webhook in trouble', () => {
  it('sends to the address of now what hangs at the one of before', async () => {
    const before = await serve(hang);
    const { got, url } = await serve(status(200));
    const { webhook, publish } = setUp({ timeoutMs: 3_600_000 });
    await webhook.set(before.url, secret);
    publish(news);
    await expect.poll(() => before.got.length).toBe(1);
    await webhook.set(url, secret);
    await expect.poll(() => webhook.state().waiting).toBe(0);
    expect(got.map(({ body }) => body)).toEqual(before.got.map(({ body }) => body));
    expect(webhook.state()).toMatchObject({ dropped: 0, last: { outcome: { status: 200 } } });
  });

  it('sends also while the database cannot be read', async () => {
    const { got, url } = await serve(status(200));
    const { webhook, publish, trouble } = setUp();
    await webhook.set(url, secret);
    trouble.now = true;
    publish(news);
    await expect.poll(() => got.length).toBe(1);
    expect(webhook.state()).toMatchObject({ url, dropped: 0 });
  });

  it('does not say that there is none where the address was never read, and keeps what is to be sent', async () => {
    const { got, url } = await serve(status(200));
    const before = setUp();
    await before.webhook.set(url, secret);
    const { kept, vault } = before;
    const trouble = { now: true };
    const { webhook, publish } = setUp({ kept, vault, trouble });
    publish(news);
    expect(webhook.state).toThrow(expect.objectContaining({ code: 'storage-failed' }));
    trouble.now = false;
    webhook.follow();
    await expect.poll(() => got.length).toBe(1);
  });

  it('goes on with the next message after a bug, and counts what that ended', async () => {
    const { got, url } = await serve(status(200));
    const vault = createSessionVault();
    let bugs = 1;
    const broken: typeof vault = {
      ...vault,
      get: (...asked) =>
        bugs-- > 0 ? Promise.reject(new TypeError('a bug')) : vault.get(...asked),
    };
    const { webhook, publish, faults } = setUp({ vault: broken });
    await webhook.set(url, secret);
    publish(news);
    publish({ ...news, kind: 'over' });
    await expect.poll(() => webhook.state()).toMatchObject({ waiting: 0 });
    expect(got.map(({ body }) => JSON.parse(body).kind)).toEqual(['over']);
    expect(webhook.state().dropped).toBe(1);
    expect(faults).toEqual(['an alert could not be sent']);
  });

  it('sends after the next start what waited when the app ended', async () => {
    const { got, url } = await serve(status(500), status(200));
    const { webhook, publish, kept, waiting, vault } = setUp({ retryMs: [3_600_000] });
    await webhook.set(url, secret);
    publish(news);
    await expect.poll(() => webhook.state().last).not.toBeNull();
    webhook.close();
    const again = setUp({ kept, waiting, vault });
    await expect.poll(() => got.length).toBe(2);
    expect(got[1]?.body).toBe(got[0]?.body);
    await expect.poll(() => again.webhook.state().waiting).toBe(0);
  });

  it('keeps the address of before where the vault refuses the secret', async () => {
    const vault = createSessionVault();
    const refusing = { now: false };
    const sometimes: typeof vault = {
      ...vault,
      set: (...asked) =>
        refusing.now ? Promise.reject(someError('vault-locked')) : vault.set(...asked),
    };
    const { webhook, kept } = setUp({ vault: sometimes });
    await webhook.set('https://one.example/', secret);
    refusing.now = true;
    await expect(webhook.set('https://two.example/', secret)).rejects.toMatchObject({
      code: 'vault-locked',
    });
    expect(webhook.state()).toMatchObject({ url: 'https://one.example/', secret: 'here' });
    expect([...kept.values()]).toMatchObject([{ url: 'https://one.example/' }]);
  });

  it('is set by one after the other, with the secret of its own host', async () => {
    const { webhook } = setUp();
    await Promise.all([
      webhook.set('https://one.example/', secret),
      webhook.set('https://two.example/', secret),
    ]);
    expect(webhook.state()).toMatchObject({ url: 'https://two.example/', secret: 'here' });
  });
});

describe('an address of a webhook', () => {
  it.each([
    ['https://alerts.example/hook?a=1', true],
    ['http://localhost:8080/', true],
    ['http://[::1]/x', true],
    ['http://127.0.0.1:9/x', true],
    ['http://alerts.example/', false],
    ['http://127.0.0.1.example/', false],
    ['https://ana:pw@alerts.example/', false],
    ['ftp://alerts.example/', false],
    ['file:///etc/passwd', false],
    ['alerts.example', false],
    ['https://a..b/', false],
    ['https://-a.example/', false],
    ['https://a!b/', false],
    [`https://${'a'.repeat(64)}.example/`, false],
    ['', false],
  ])('%s is one: %s', (url, expected) => {
    expect(webhookUrlSchema.safeParse(url).success).toBe(expected);
  });
});
