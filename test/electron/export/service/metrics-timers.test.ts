import { expect, it, onTestFinished } from 'vitest';
import {
  createMetricsService,
  type MetricsServiceParts,
} from '../../../../electron/export/service/metrics-service.ts';
import { openPreferences } from '../../../../electron/store/documents/preferences.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { usualPreferences } from '../../../../shared/model/usual-preferences.ts';
import { freeTcpPort } from '../../../support/free-port.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
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
