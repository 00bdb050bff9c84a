import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type MetricsEndpoint,
  startMetricsEndpoint,
} from '../../../../electron/export/endpoint/endpoint.ts';
import type { MetricsOptions } from '../../../../electron/export/endpoint/options.ts';
import { selfSigned } from '../../../support/self-signed.ts';
import { type MadeUpExport, madeUpExport, profileOf, watchedOf } from '../made-up.ts';

const loopback = { host: '127.0.0.1', port: 0 };
const everywhere = { host: '0.0.0.0', port: 0 };
const token = 'a-token-of-this-test-0123456789';

let directory: string;
let made: MadeUpExport;
let open: MetricsEndpoint[];
let faults: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-metrics-'));
  made = madeUpExport([watchedOf(profileOf(1))]);
  open = [];
  faults = [];
});
afterEach(async () => {
  for (const endpoint of open) await endpoint.close();
  made.exporter.close();
  await rm(directory, { recursive: true });
});

async function start(options: MetricsOptions): Promise<MetricsEndpoint> {
  const endpoint = await startMetricsEndpoint({
    options,
    logFault: (what, error) => faults.push(`${what}: ${error}`),
  });
  if (endpoint === null) throw new Error('none was started');
  open.push(endpoint);
  endpoint.serve(made.exporter);
  return endpoint;
}

async function put(name: string, content: string, mode = 0o600): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

async function guarded(): Promise<MetricsOptions & { readonly ca: string }> {
  const { cert, key } = selfSigned();
  return {
    ca: cert,
    metrics: everywhere,
    metricsCert: await put('cert.pem', cert, 0o644),
    metricsKey: await put('key.pem', key),
    metricsTokenFile: await put('token', `${token}\n`),
  };
}

/** Asks over TLS, with a certificate that it trusts. */
async function askSecurely(endpoint: MetricsEndpoint, ca: string, shown?: string, more = {}) {
  const { port } = new URL(endpoint.address);
  const headers = { ...(shown === undefined ? {} : { authorization: `Bearer ${shown}` }), ...more };
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>();
  request({ host: '127.0.0.1', port, path: '/metrics', ca, headers, agent: false })
    .once('response', resolve)
    .once('error', reject)
    .end();
  return promise;
}

describe('metrics on loopback', () => {
  it('are had by plain HTTP, in the format that is asked for', async () => {
    const { address } = await start({ metrics: loopback });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+\/metrics$/);
    const plain = await fetch(address);
    expect(plain.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await plain.text()).toContain('# TYPE spcp_accesses_total counter\n');
    for (const accept of [
      'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
      'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.2,*/*;q=0.1',
    ]) {
      const asked = await fetch(address, { headers: { accept } });
      expect(asked.headers.get('content-type')).toContain('application/openmetrics-text');
      expect((await asked.text()).endsWith('# EOF\n')).toBe(true);
    }
  });

  it('ask for a token too where there is one', async () => {
    const metricsTokenFile = await put('token', token);
    const { address } = await start({ metrics: loopback, metricsTokenFile });
    const status = async (authorization?: string) =>
      (await fetch(address, { headers: authorization ? { authorization } : {} })).status;
    expect(await status()).toBe(401);
    expect(await status(`Bearer ${token}x`)).toBe(401);
    expect(await status(`Basic ${token}`)).toBe(401);
    expect(await status(`bearer ${token}`)).toBe(200);
  });

  it('say that there is nothing to tell while the console begins and ends', async () => {
    const endpoint = await startMetricsEndpoint({
      options: { metrics: loopback },
      logFault: () => undefined,
    });
    if (endpoint === null) throw new Error('none was started');
    open.push(endpoint);
    expect((await fetch(endpoint.address)).status).toBe(503);
  });

  it('lead Prometheus to all shards', async () => {
    const metricsTargets = [
      { scheme: 'http', address: 'a.example:9460' },
      { scheme: 'https', address: '[fd00::2]:9460' },
    ] as const;
    const { address } = await start({ metrics: loopback, metricsTargets });
    expect(await (await fetch(new URL('/sd', address))).json()).toEqual([
      { targets: ['a.example:9460'], labels: { __scheme__: 'http', shard: '1/2' } },
      { targets: ['[fd00::2]:9460'], labels: { __scheme__: 'https', shard: '2/2' } },
    ]);
  });
});

describe('metrics for other machines', () => {
  it('want certificate and token', async () => {
    const { metricsCert, metricsKey, metricsTokenFile } = await guarded();
    for (const options of [
      {},
      { metricsTokenFile },
      { metricsCert, metricsKey },
    ] as Partial<MetricsOptions>[])
      await expect(start({ metrics: everywhere, ...options })).rejects.toMatchObject({
        code: 'invalid-input',
        detail: { case: 'metrics-open', host: '0.0.0.0' },
      });
    await expect(start({ metrics: loopback, metricsCert })).rejects.toMatchObject({
      detail: { case: 'metrics-half', field: 'metrics-key' },
    });
  });

  it('are had over TLS by who shows the token, compressed for who can read that', async () => {
    const { ca, ...options } = await guarded();
    const endpoint = await start(options);
    expect(endpoint.address).toMatch(/^https:/);
    expect((await askSecurely(endpoint, ca)).statusCode).toBe(401);
    const answer = await askSecurely(endpoint, ca, token, { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    expect(gunzipSync(Buffer.concat(chunks)).toString()).toContain('spcp_up{');
    expect(await text(await askSecurely(endpoint, ca, token))).toContain('spcp_up{');
  });

  it('are had by a new certificate and a new token once both were read again', async () => {
    const { ca, ...options } = await guarded();
    const endpoint = await start(options);
    const next = selfSigned('another');
    await put('cert.pem', next.cert);
    await put('key.pem', next.key);
    await put('token', `${token}-2`);
    await endpoint.reread();
    await expect(askSecurely(endpoint, ca, token)).rejects.toThrow();
    expect((await askSecurely(endpoint, next.cert, token)).statusCode).toBe(401);
    expect((await askSecurely(endpoint, next.cert, `${token}-2`)).statusCode).toBe(200);
    await put('token', 'short');
    await endpoint.reread();
    expect(faults).toHaveLength(1);
    expect((await askSecurely(endpoint, next.cert, `${token}-2`)).statusCode).toBe(200);
  });
});

describe('a file of the server', () => {
  it.skipIf(process.platform === 'win32')('is refused where others may read it', async () => {
    const metricsTokenFile = await put('token', token, 0o640);
    await expect(start({ metrics: loopback, metricsTokenFile })).rejects.toMatchObject({
      detail: { case: 'metrics-file', problem: 'open-to-others', mode: '0640' },
    });
    const { metricsKey = '', ...options } = await guarded();
    await chmod(metricsKey, 0o604);
    await expect(start({ ...options, metricsKey })).rejects.toMatchObject({
      detail: { case: 'metrics-file', path: metricsKey, problem: 'open-to-others' },
    });
  });

  it('is refused where it is none, and nothing of it is told', async () => {
    const metricsTokenFile = await put('token', 'secret words of a file');
    const refused = await start({ metrics: loopback, metricsTokenFile }).catch((error) => error);
    expect(refused).toMatchObject({ detail: { case: 'metrics-file', problem: 'no-token' } });
    expect(JSON.stringify(refused) + refused.stack).not.toContain('secret words');
    await expect(
      start({ metrics: loopback, metricsTokenFile: join(directory, 'none') }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const options = await guarded();
    await put('key.pem', selfSigned().key);
    await expect(start(options)).rejects.toMatchObject({ detail: { case: 'metrics-certificate' } });
  });
});
