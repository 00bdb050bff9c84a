import { afterEach, describe, expect, it } from 'vitest';
import { Counters } from '../../../electron/reference-proxy/counts.ts';
import { managementService } from '../../../electron/reference-proxy/management/service.ts';
import { startReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { initialSettings } from '../../../electron/reference-proxy/settings.ts';
import { type DiagnoseOptions, diagnose } from '../../../electron/spcp/diagnose.ts';
import type { Target, Transport, TransportServer } from '../../../electron/transport/transport.ts';
import { listenUdp } from '../../../electron/transport/udp/server.ts';
import {
  type ConnectionTest,
  connectionTestSchema,
  type StageResult,
  type TestStage,
  testStages,
} from '../../../shared/model/connection-test.ts';
import {
  type Behaviour,
  endlessData,
  loggedIn,
  silence,
  steps,
} from '../../support/scripted-peer.ts';
import { udpTarget } from '../../support/udp-target.ts';

const login = { user: 'operator', password: 'secret' };
/** Three replies to the three metrics. */
const metrics = [['00 01 37'], ['00 02 31 32'], ['00 01 39']] as const;
const servers: TransportServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Service {
  readonly target: Target;
  readonly server: TransportServer;
  /** The service's own ends of the associations that there were. */
  readonly peers: readonly Transport[];
}

/** A service on a real UDP port of this machine that takes associations like this. */
async function startService(serve: (peer: Transport) => void): Promise<Service> {
  const peers: Transport[] = [];
  const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, (peer) => {
    peers.push(peer);
    serve(peer);
  });
  servers.push(server);
  const { udpPort } = server;
  return { target: { host: '127.0.0.1', port: 9090, transport: 'udp', udpPort }, server, peers };
}

/** Runs the test, and waits until the service has no association left. */
async function run(
  { target, server }: Service,
  credentials: { user: string; password: string | null } = login,
  options: DiagnoseOptions = {},
): Promise<{ test: ConnectionTest; at: (stage: TestStage) => StageResult; outcomes: string }> {
  const told: StageResult[] = [];
  const test = await diagnose(target, credentials, {
    ...options,
    onStage: (result) => {
      told.push(result);
      options.onStage?.(result);
    },
  });
  expect(connectionTestSchema.parse(test)).toEqual(test);
  expect(test.stages.map(({ stage }) => stage)).toEqual(testStages);
  expect(told).toEqual(test.stages);
  await expect.poll(() => server.associations).toBe(0);
  const at = (stage: TestStage): StageResult => {
    const found = test.stages.find((result) => result.stage === stage);
    if (found === undefined) throw new Error(`no result for ${stage}`);
    return found;
  };
  // The first four are the path's, tested on their own.
  const outcomes = test.stages
    .slice(4)
    .map(({ stage, outcome }) => `${stage} ${outcome}`)
    .join(', ');
  return { test, at, outcomes };
}

/** The reference proxy's management service, and whether an association froze it (deployed behaviour 13). */
async function startManagement(
  quirks: boolean,
): Promise<Service & { readonly frozen: readonly string[] }> {
  const frozen: string[] = [];
  const counters = new Counters();
  const proxy = {
    counts: () => counters.read(),
    settings: initialSettings(),
    freeze: (reason: string) => void frozen.push(reason),
    crash: () => {},
  };
  const credentials = quirks ? { user: 'admin', password: 'admin' } : login;
  return { ...(await startService(managementService(proxy, credentials, quirks))), frozen };
}

describe('the test of a proxy that works', () => {
  it('passes every stage with one association, which ends in order', async () => {
    const service = await startManagement(false);
    const { test, at } = await run(service);
    expect(test.ok).toBe(true);
    expect(test.stages.map(({ finding }) => finding?.code)).toEqual([
      'address-given',
      'sctp-in-udp',
      'sctp-answers',
      'established',
      'logged-in',
      'metrics-read',
      'quit-answered',
    ]);
    expect(at('read').finding?.detail).toMatchObject({ connections: '0', accesses: '0' });
    expect(service.peers).toHaveLength(1);
    await expect(service.peers[0]?.ended).resolves.toMatchObject({
      reason: expect.stringMatching(/^(closed|peer-shutdown)$/),
    });
  });

  it('passes with a whole reference proxy', async () => {
    const proxy = await startReferenceProxy({ name: 'test' });
    const { user, password } = proxy;
    const test = await diagnose(udpTarget(proxy), { user, password });
    await proxy.close();
    expect(test.ok).toBe(true);
  });

  it('passes with a deployed server, which ends the association at QUIT, and warns of its stock credentials', async () => {
    const service = await startManagement(true);
    const { test, at } = await run(service, { user: 'admin', password: 'admin' });
    expect(test.ok).toBe(true);
    expect(at('login').finding).toEqual({ code: 'logged-in-stock', detail: { user: 'admin' } });
    expect(at('quit').finding?.code).toBe('quit-shutdown');
    expect(service.frozen).toEqual([]);
  });

  it('says so where a metric cannot be one', async () => {
    const service = await startService(
      loggedIn([['00 02 2d 31'], ...metrics.slice(1), (peer) => void peer.close()]),
    );
    const { test, at } = await run(service);
    expect(test.ok).toBe(true);
    expect(at('read').finding).toMatchObject({
      code: 'metrics-implausible',
      detail: { connections: '-1', transferredBytes: '12' },
    });
  });
});

describe('a login that does not work', () => {
  it('is told to be the password', async () => {
    const service = await startManagement(false);
    const { test, at, outcomes } = await run(service, { user: 'operator', password: 'wrong' });
    expect(test.ok).toBe(false);
    expect(outcomes).toBe('login failed, read skipped, quit ok');
    expect(at('login')).toMatchObject({
      finding: { code: 'password-wrong', detail: { user: 'operator' } },
      error: { code: 'login-refused' },
    });
    expect(at('quit').finding?.code).toBe('shutdown');
  });

  it('is told to be the user', async () => {
    const service = await startManagement(true);
    const { at } = await run(service, { user: 'nobody', password: 'admin' });
    expect(at('login')).toMatchObject({
      finding: { code: 'user-unknown', detail: { user: 'nobody' } },
      error: { code: 'login-refused' },
    });
    expect(service.frozen).toEqual([]);
  });

  it('is not tried without a password', async () => {
    const service = await startManagement(true);
    const { test, at, outcomes } = await run(service, { user: 'admin', password: null });
    expect(test.ok).toBe(false);
    expect(outcomes).toBe('login skipped, read skipped, quit ok');
    expect(at('login').finding?.code).toBe('no-password');
    expect(service.frozen).toEqual([]);
  });

  it('never shows the password, also where the peer sends it back', async () => {
    const sendBack = `ff ${Buffer.from('hunter2').toString('hex')}`;
    for (const behaviour of [
      steps([['00'], [sendBack]]),
      (peer: Transport) => void peer.onMessage((message) => peer.send(message)),
    ]) {
      const service = await startService(behaviour);
      const { test } = await run(service, { user: 'operator', password: 'hunter2' });
      expect(test.ok).toBe(false);
      expect(JSON.stringify(test)).not.toContain('hunter2');
    }
  });

  it('is told to be a user name that cannot be sent', async () => {
    const service = await startManagement(false);
    const { at } = await run(service, { user: 'jos\u00e9', password: 'x' });
    expect(at('login')).toMatchObject({
      finding: { code: 'not-sendable' },
      error: { code: 'invalid-input' },
    });
  });
});

describe('an SCTP service that is not SPCP', () => {
  const expectNotSpcp = async (behaviour: Behaviour, rule: unknown): Promise<void> => {
    const { test, at, outcomes } = await run(await startService(behaviour));
    expect(test.ok).toBe(false);
    expect(outcomes).toMatch(/^login failed, read skipped, quit (ok|skipped)$/);
    expect(at('login')).toMatchObject({
      finding: { code: 'not-spcp', detail: { rule } },
      error: { code: 'protocol-error' },
    });
  };

  it('is told by its greeting', async () => {
    await expectNotSpcp((peer) => peer.send(Buffer.from('+OK POP3 ready\r\n')), expect.anything());
  });

  it('is told by an answer of its own protocol', async () => {
    const answer = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n').toString('hex');
    await expectNotSpcp(steps([[answer]]), 'unknown-status');
  });

  it('is told by an echo, which reads as a wrong password', async () => {
    await expectNotSpcp((peer) => peer.onMessage((message) => peer.send(message)), 'echo');
  });

  it('is told by an echo of USER alone, before the password is sent', async () => {
    const requests: Uint8Array[] = [];
    const { at } = await run(
      await startService((peer) =>
        peer.onMessage((message) => {
          requests.push(message);
          peer.send(message);
        }),
      ),
    );
    expect(at('login').error).toMatchObject({ detail: { command: 'user', rule: 'echo' } });
    expect(requests).toHaveLength(1);
  });

  it('is told by data without end, whose first pieces may read as replies to the login', async () => {
    const { test } = await run(await startService(endlessData));
    const failed = test.stages.find(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject({
      stage: expect.stringMatching(/^(login|read)$/),
      error: { code: 'protocol-error' },
    });
  });
});

describe('a peer that falls silent', () => {
  const quick = { timeoutMs: 500 };

  it('at the login is told so, and the association ends', async () => {
    const { at, outcomes } = await run(await startService(silence), login, quick);
    expect(outcomes).toBe('login failed, read skipped, quit ok');
    expect(at('login')).toMatchObject({
      finding: { code: 'no-reply', detail: { command: 'user', timeoutMs: 500 } },
      error: { code: 'reply-timeout' },
    });
  });

  it('after the user name is told so', async () => {
    const { at } = await run(await startService(steps([['00']])), login, quick);
    expect(at('login').finding).toMatchObject({ code: 'no-reply', detail: { command: 'pass' } });
  });

  it('at the first read is told so', async () => {
    const { at, outcomes } = await run(await startService(loggedIn([])), login, quick);
    expect(outcomes).toBe('login ok, read failed, quit ok');
    expect(at('read').finding).toMatchObject({
      code: 'no-reply',
      detail: { command: 'concurrentConnections' },
    });
  });

  it('at QUIT is told so, and the association ends all the same', async () => {
    const { test, at, outcomes } = await run(await startService(loggedIn(metrics)), login, quick);
    expect(outcomes).toBe('login ok, read ok, quit failed');
    expect(at('quit')).toMatchObject({
      finding: { code: 'quit-unanswered' },
      error: { code: 'reply-timeout' },
    });
    expect(test.ok).toBe(false);
  });

  it('at QUIT for longer than is waited is told so', async () => {
    const { at } = await run(await startService(loggedIn(metrics)), login, { timeoutMs: 60_000 });
    expect(at('quit').finding?.code).toBe('quit-unanswered');
  });
});

describe('a peer that ends the association', () => {
  it('at the login leaves nothing to quit', async () => {
    const { at, outcomes } = await run(await startService((peer) => peer.abort()));
    expect(outcomes).toBe('login failed, read skipped, quit skipped');
    expect(at('login')).toMatchObject({
      finding: { code: 'association-ended', detail: { reason: 'peer-abort' } },
      error: { code: 'association-lost' },
    });
    expect(at('quit').finding?.code).toBe('already-ended');
  });

  it('by ABORT at QUIT has taken it', async () => {
    const service = await startService(loggedIn([...metrics, (peer) => peer.abort()]));
    const { test, at } = await run(service);
    expect(at('quit')).toMatchObject({ outcome: 'ok', finding: { code: 'quit-aborted' } });
    expect(test.ok).toBe(true);
  });
});

describe('a proxy whose metrics cannot be read', () => {
  it('is told by its error status', async () => {
    const { at, outcomes } = await run(
      await startService(loggedIn([['04'], (peer) => void peer.close()])),
    );
    expect(outcomes).toBe('login ok, read failed, quit ok');
    expect(at('read').finding).toEqual({
      code: 'answered-error',
      detail: { command: 'concurrentConnections', status: 'generalError' },
    });
  });

  it('is told by a reply that is no number', async () => {
    const { at } = await run(await startService(loggedIn([['00 02 68 69']])));
    expect(at('read')).toMatchObject({
      finding: {
        code: 'reply-invalid',
        detail: { command: 'concurrentConnections', rule: 'not-a-number' },
      },
      error: { code: 'protocol-error' },
    });
  });
});

describe('a test that is cancelled', () => {
  it('at the login ends the association in order', async () => {
    const cancel = new AbortController();
    const service = await startService((peer) => void peer.onMessage(() => cancel.abort()));
    const { test, at, outcomes } = await run(service, login, { signal: cancel.signal });
    expect(test.ok).toBe(false);
    expect(outcomes).toBe('login failed, read skipped, quit ok');
    expect(at('login')).toMatchObject({
      finding: { code: 'cancelled' },
      error: { code: 'cancelled' },
    });
    await expect(service.peers[0]?.ended).resolves.toMatchObject({ reason: 'peer-shutdown' });
  });

  it('between two stages stops before the next, and quits', async () => {
    const cancel = new AbortController();
    const service = await startManagement(false);
    const { at, outcomes } = await run(service, login, {
      signal: cancel.signal,
      onStage: ({ stage }) => {
        if (stage === 'login') cancel.abort();
      },
    });
    expect(outcomes).toMatch(/^login ok, read failed, quit /);
    expect(at('read').finding?.code).toBe('cancelled');
  });
});
