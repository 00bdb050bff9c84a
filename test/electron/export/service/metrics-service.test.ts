import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openManaged } from '../../../../electron/store/managed/managed-store.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import type { MetricsSettings, MetricsState } from '../../../../shared/model/metrics-service.ts';
import { usualPreferences } from '../../../../shared/model/usual-preferences.ts';
import { freeTcpPort } from '../../../support/free-port.ts';
import { missingPrometheus, startPrometheus } from '../../../support/prometheus.ts';
import { selfSigned } from '../../../support/self-signed.ts';
import { addProxy, own, startCore, startProxy } from '../../console-rig.ts';
import type { ConsoleWindow } from '../../console-window.ts';
import { managedSystem } from '../../store/managed/managed-file.ts';

const token = 'a-token-of-this-test-0123456789';
const loopback = { ...usualPreferences.metrics, on: true };

const kindOf = async (window: ConsoleWindow) =>
  (await window.call('metrics.state', {})).serving.kind;

/** Saves what is to be, on a port of its own unless told; resolves with how that went. */
async function chosen(
  window: ConsoleWindow,
  more: Partial<MetricsSettings> = {},
  given: string | null = null,
): Promise<MetricsState> {
  const settings = { ...loopback, port: await freeTcpPort(), ...more };
  await window.call('metrics.save', { settings, token: given });
  return window.call('metrics.state', {});
}

function addressOf({ serving }: MetricsState): string {
  if (serving.kind !== 'on') throw new Error(`it is not served: ${JSON.stringify(serving)}`);
  return serving.address;
}

async function statusOf(address: string, shown?: string): Promise<number> {
  const headers: Record<string, string> =
    shown === undefined ? {} : { authorization: `Bearer ${shown}` };
  return (await fetch(address, { headers })).status;
}

/** Asks over TLS, trusting that certificate. */
async function secureStatus(port: number, ca: string, shown?: string): Promise<number | undefined> {
  const headers = shown === undefined ? {} : { authorization: `Bearer ${shown}` };
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request({ host: '127.0.0.1', port, path: '/metrics', ca, headers, agent: false })
    .once('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    })
    .once('error', reject)
    .end();
  return promise;
}

function put(name: string, text: string): string {
  const path = join(own.directory, name);
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
}

/** All that lies in the directory of the console, as text. */
function kept(directory = own.directory): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const anotherVault = () => openVaults({ directory: own.directory, logFault: () => undefined });

describe('metrics by preference', () => {
  it('are served from the moment that somebody chooses so, until somebody chooses otherwise', async () => {
    const { window } = await startCore();
    expect(await window.call('metrics.state', {})).toMatchObject({
      said: 'chosen',
      serving: { kind: 'off' },
    });
    const state = await chosen(window);
    const address = addressOf(state);
    expect(address).toBe(`http://127.0.0.1:${state.settings.port}/metrics`);
    expect(await (await fetch(address)).text()).toContain('# TYPE spcp_accesses_total counter');
    const moved = await chosen(window);
    expect(await statusOf(addressOf(moved))).toBe(200);
    await expect(fetch(address)).rejects.toThrow();
    await window.call('metrics.save', { settings: { ...moved.settings, on: false }, token: null });
    expect(await kindOf(window)).toBe('off');
    await expect(fetch(addressOf(moved))).rejects.toThrow();
    expect(own.faults).toEqual([]);
  });

  it('are served after the next start too, and the port is free in between', async () => {
    const { core, window } = await startCore();
    const address = addressOf(await chosen(window));
    await core.close();
    await expect(fetch(address)).rejects.toThrow();
    const next = await startCore({ vault: await anotherVault() });
    await expect.poll(() => kindOf(next.window)).toBe('on');
    expect(await statusOf(address)).toBe(200);
  });

  it('are not taken down by who tries again what did not fail', async () => {
    const { window } = await startCore();
    const address = addressOf(await chosen(window));
    const { promise, reject } = Promise.withResolvers<never>();
    const asked = await new Promise<Socket>((resolve) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => resolve(socket));
    });
    asked.once('close', () => reject(new Error('it was closed')));
    await Promise.race([window.call('metrics.again', {}), promise]);
    expect(await Promise.race([statusOf(address), promise])).toBe(200);
    asked.removeAllListeners('close').destroy();
  });

  it('tell every window how it goes', async () => {
    const { window } = await startCore();
    const told = window.until('metrics.changed', ({ serving }) => serving.kind === 'on');
    await chosen(window);
    expect((await told).said).toBe('chosen');
  });

  it('say why where the port is taken, and are served once it is free', async () => {
    const port = await freeTcpPort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    own.running.push({ close: async () => void other.close() });
    const { window } = await startCore();
    expect((await chosen(window, { port })).serving).toMatchObject({
      kind: 'failed',
      error: { code: 'invalid-input', detail: { case: 'port', cause: 'EADDRINUSE', port } },
    });
    await new Promise((resolve) => other.close(resolve));
    await window.call('metrics.again', {});
    expect(await kindOf(window)).toBe('on');
  });
});

describe('a token', () => {
  it('is asked for and lies in the vault alone', async () => {
    const { window } = await startCore();
    const state = await chosen(window, { token: true }, token);
    expect(state).toMatchObject({ hasToken: true, settings: { token: true } });
    const address = addressOf(state);
    expect(await statusOf(address)).toBe(401);
    expect(await statusOf(address, `${token}x`)).toBe(401);
    expect(await statusOf(address, token)).toBe(200);
    // One that is there stays, wherever the console listens from now on.
    const moved = await chosen(window, { token: true });
    expect(await statusOf(addressOf(moved), token)).toBe(200);
    expect(window.received.join('\n')).not.toContain(token);
    expect(kept() + own.faults.join('\n')).not.toContain(token);
  });

  it('that is gone with the memory that it was kept in is said to be missing, and nothing is served', async () => {
    const { core, window } = await startCore();
    const { settings } = await chosen(window, { token: true }, token);
    await core.close();
    const next = await startCore({ vault: await anotherVault() });
    await expect.poll(() => kindOf(next.window)).toBe('failed');
    expect((await next.window.call('metrics.state', {})).serving).toMatchObject({
      error: { detail: { case: 'metrics-token' } },
    });
    await next.window.call('metrics.save', { settings, token });
    expect(await kindOf(next.window)).toBe('on');
  });

  it('is forgotten with the choice to ask for none', async () => {
    const { window } = await startCore();
    await chosen(window, { token: true }, token);
    expect(await chosen(window)).toMatchObject({ hasToken: false });
  });
});

describe('metrics for other machines', () => {
  it('are had by https with the token', async () => {
    const { cert, key } = selfSigned();
    const files = { cert: put('cert.pem', cert), key: put('key.pem', key) };
    const { window } = await startCore();
    const state = await chosen(window, { host: '0.0.0.0', ...files, token: true }, token);
    expect(addressOf(state)).toMatch(/^https:/);
    expect(addressOf(state)).not.toContain('0.0.0.0');
    const { port } = state.settings;
    expect(await secureStatus(port, cert)).toBe(401);
    expect(await secureStatus(port, cert, token)).toBe(200);
  });

  it('are not served without, nor with files that do not fit', async () => {
    const { window } = await startCore();
    expect((await chosen(window, { host: '0.0.0.0' })).serving).toMatchObject({
      error: { detail: { case: 'metrics-open' } },
    });
    const cert = put('cert.pem', selfSigned().cert);
    const key = put('key.pem', selfSigned().key);
    expect((await chosen(window, { cert, key })).serving).toMatchObject({
      error: { detail: { case: 'metrics-certificate' } },
    });
    expect((await chosen(window, { cert, key: `${key}.gone` })).serving).toMatchObject({
      error: { code: 'not-found', detail: { case: 'file', path: `${key}.gone` } },
    });
    const empty = { cert: put('empty.pem', ''), key };
    expect((await chosen(window, empty)).serving).toMatchObject({
      error: { detail: { case: 'metrics-certificate' } },
    });
    for (const unseen of ['\0', '\n', '\u202e'])
      await expect(chosen(window, { cert: `${cert}${unseen}`, key })).rejects.toMatchObject({
        code: 'invalid-input',
      });
  });
});

describe('administrators', () => {
  it('say where, and nobody says otherwise', async () => {
    const port = await freeTcpPort();
    const tokenFile = put('token', token);
    const { system, write } = managedSystem({ policy: { metrics: { port, tokenFile } } });
    const managed = await openManaged(system);
    const { window } = await startCore({ managed });
    await expect.poll(() => kindOf(window)).toBe('on');
    const state = await window.call('metrics.state', {});
    expect(state).toMatchObject({ said: 'policy', by: 'Example Corp' });
    expect(await statusOf(addressOf(state))).toBe(401);
    expect(await statusOf(addressOf(state), token)).toBe(200);
    await expect(
      window.call('metrics.save', { settings: loopback, token: null }),
    ).rejects.toMatchObject({ code: 'managed', detail: { field: 'metrics', by: 'Example Corp' } });
    write({ format: 'spcp-console-managed', version: 1, policy: { metrics: false } });
    await managed.reread();
    await expect.poll(() => kindOf(window)).toBe('off');
    await expect(fetch(addressOf(state))).rejects.toThrow();
  });

  it('forbid what was chosen, which is kept', async () => {
    const { system, write } = managedSystem();
    const managed = await openManaged(system);
    const { window } = await startCore({ managed });
    const { settings } = await chosen(window);
    write({ format: 'spcp-console-managed', version: 1, policy: { metrics: false } });
    await managed.reread();
    await expect.poll(() => kindOf(window)).toBe('off');
    expect(await window.call('metrics.state', {})).toMatchObject({ said: 'forbidden', settings });
    write({ format: 'spcp-console-managed', version: 1 });
    await managed.reread();
    await expect.poll(() => kindOf(window)).toBe('on');
  });

  it('lock the choice', async () => {
    const metrics = { ...loopback, port: await freeTcpPort() };
    const { system } = managedSystem({ preferences: { metrics } });
    const { window } = await startCore({ managed: await openManaged(system) });
    await expect.poll(() => kindOf(window)).toBe('on');
    expect(await window.call('metrics.state', {})).toMatchObject({ said: 'locked' });
    await expect(
      window.call('metrics.save', { settings: { ...metrics, on: false }, token: null }),
    ).rejects.toMatchObject({ code: 'managed' });
  });
});

it('the options of the command win, and what is chosen waits for a start without them', async () => {
  const address = 'http://127.0.0.1:9999/metrics';
  const { core, window } = await startCore({ metricsAddress: address });
  const state = await chosen(window);
  expect(state).toMatchObject({ said: 'options', serving: { kind: 'on', address } });
  const { port } = state.settings;
  await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  await core.close();
  const next = await startCore({ vault: await anotherVault() });
  await expect.poll(() => kindOf(next.window)).toBe('on');
});

it.skipIf(missingPrometheus !== null)('a real Prometheus reads them with the token', async () => {
  const { window } = await startCore();
  await addProxy(window, await startProxy());
  const state = await chosen(window, { token: true }, token);
  const server = await startPrometheus({
    config: {
      scrape_configs: [
        {
          job_name: 'spcp',
          scrape_interval: '1s',
          scrape_timeout: '1s',
          authorization: { credentials: token },
          static_configs: [{ targets: [new URL(addressOf(state)).host] }],
        },
      ],
    },
  });
  own.running.push(server);
  await expect
    .poll(async () => (await server.query('spcp_up')).map(({ value }) => value))
    .toEqual([1]);
});
