import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  createMetricsService,
  type MetricsServiceParts,
} from '../../../../electron/export/service/metrics-service.ts';
import { openPreferences } from '../../../../electron/store/documents/preferences.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import type { Policy } from '../../../../shared/model/policy.ts';
import { usualPreferences } from '../../../../shared/model/usual-preferences.ts';
import { freeTcpPort } from '../../../support/free-port.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { selfSigned } from '../../../support/self-signed.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

async function parts(more: Partial<MetricsServiceParts> = {}) {
  const directory = temporaryDirectory();
  const { store: preferences } = await openPreferences(directory);
  const vault = await openVaults({ directory, logFault: expect.fail });
  onTestFinished(() => {
    vault.close();
    preferences.close();
  });
  const clock = createManualClock();
  const exporter = { scrape: async () => Buffer.alloc(0), close: () => undefined };
  const all: MetricsServiceParts = {
    preferences,
    vault,
    managed: { policy: () => ({}), state: () => null, onChange: () => () => undefined },
    startExport: async () => exporter,
    byOptions: null,
    clock,
    logFault: expect.fail,
    ...more,
  };
  return { clock, service: createMetricsService(all) };
}

const settings = async () => ({ ...usualPreferences.metrics, on: true, port: await freeTcpPort() });

it('a service whose files were read again by hand leaves no timer behind when it ends', async () => {
  const { clock, service } = await parts();
  service.start();
  await service.save(await settings(), null);
  expect(service.state().serving.kind).toBe('on');
  await service.reread();
  await service.reread();
  expect(clock.timers).toBe(1);
  await service.close();
  expect(clock.timers).toBe(0);
});

it('a fault that nobody foresaw is told and logged, and tried again', async () => {
  const faults: unknown[] = [];
  let isBroken = true;
  const { clock, service } = await parts({
    startExport: async () => {
      if (isBroken) throw new TypeError('unforeseen');
      return { scrape: async () => Buffer.alloc(0), close: () => undefined };
    },
    logFault: (_, error) => faults.push(error),
  });
  service.start();
  await service.save(await settings(), null);
  expect(service.state().serving).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
  expect(faults).toHaveLength(1);
  isBroken = false;
  await clock.advance(10_000);
  await expect.poll(() => service.state().serving.kind).toBe('on');
  await service.close();
});

it('says why certificate and key are not read anew, goes on with those of before, and looks sooner', async () => {
  const faults: string[] = [];
  const { clock, service } = await parts({ logFault: (what) => faults.push(what) });
  const directory = temporaryDirectory();
  const at = (name: string): string => join(directory, name);
  const { cert, key } = selfSigned();
  writeFileSync(at('cert.pem'), cert);
  writeFileSync(at('key.pem'), key, { mode: 0o600 });
  const told: unknown[] = [];
  service.changes.listen(({ serving }) => told.push(serving));
  service.start();
  await service.save({ ...(await settings()), cert: at('cert.pem'), key: at('key.pem') }, null);
  const { serving } = service.state();
  expect(serving).toMatchObject({ kind: 'on', notRenewed: null });
  // The certificate was renewed, and its key is not yet written.
  writeFileSync(at('cert.pem'), selfSigned().cert);
  await clock.advance(3_600_000);
  await expect
    .poll(() => told.at(-1))
    .toEqual({
      ...serving,
      notRenewed: expect.objectContaining({ code: 'invalid-input' }),
    });
  expect(faults).toEqual(['certificate and token of the metrics could not be read again']);
  writeFileSync(at('cert.pem'), cert);
  await clock.advance(60_000);
  await expect.poll(() => told.at(-1)).toEqual(serving);
  expect(faults).toHaveLength(1);
  await service.close();
});

it('metrics are served no more where administrators forbid it while what was saved is made so', async () => {
  const opening = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  let policy: Policy = {};
  let changed = (): void => undefined;
  const { service } = await parts({
    managed: {
      policy: () => policy,
      state: () => null,
      onChange: (listener) => {
        changed = listener;
        return () => undefined;
      },
    },
    startExport: async () => {
      opening.resolve();
      await held.promise;
      return { scrape: async () => Buffer.alloc(0), close: () => undefined };
    },
  });
  service.start();
  const saved = service.save(await settings(), null);
  await opening.promise;
  policy = { metrics: false };
  changed();
  held.resolve();
  await saved;
  await service.again();
  expect(service.state()).toMatchObject({ said: 'forbidden', serving: { kind: 'off' } });
  await service.close();
});

it('a save that mends what failed opens the port once', async () => {
  const directory = temporaryDirectory();
  const vault = await openVaults({ directory, logFault: expect.fail });
  onTestFinished(() => vault.close());
  let reads = 0;
  const get: typeof vault.get = (...asked) => {
    reads++;
    return vault.get(...asked);
  };
  const { service } = await parts({ vault: { ...vault, get } });
  service.start();
  const chosen = { ...(await settings()), token: true };
  await service.save(chosen, null);
  expect(service.state().serving).toMatchObject({ kind: 'failed' });
  reads = 0;
  await service.save(chosen, 'a-token-of-this-test-0123456789');
  await service.again();
  expect(service.state().serving).toMatchObject({ kind: 'on' });
  expect(reads).toBe(1);
  await service.close();
});
