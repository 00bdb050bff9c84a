import { expect, it } from 'vitest';
import type { Counts } from '../../electron/reference-proxy/counts.ts';
import { managementService } from '../../electron/reference-proxy/management/service.ts';
import { initialSettings } from '../../electron/reference-proxy/settings.ts';
import { listenUdp } from '../../electron/transport/udp/server.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import { eventKinds, own, password, startCore } from './console-rig.ts';

/** A proxy that says of its counters what it is told to, and a window on a console that reads it. */
async function told() {
  const says = { connections: 1n, transferredBytes: 1000n, accesses: 10n };
  const rest = { transformedMails: 0n, failedTransformations: 0n, bufferBytes: 0n };
  const refuse = (reason: string) => {
    throw new Error(reason);
  };
  const proxy = {
    counts: (): Counts => ({ ...says, ...rest }),
    settings: initialSettings(),
    freeze: refuse,
    crash: refuse,
  };
  const serve = managementService(proxy, { user: 'admin', password }, false);
  const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, serve);
  own.running.push(server);
  const { window } = await startCore();
  const { host, port, udpPort } = server;
  const draft = { name: 'Madrid', host, port, udpPort, transport: 'udp', user: 'admin' } as const;
  const { id } = await window.call('profiles.save', {
    draft: { ...draft, pollSeconds: 0.5 },
    password,
  });
  /** The proxy once it is shown so. */
  const shown = async (wanted: (snapshot: ProxySnapshot) => boolean): Promise<ProxySnapshot> => {
    let found: ProxySnapshot | undefined;
    await window.until('fleet.frames', ({ proxies }) => {
      found = proxies.find((one) => one.id === id && wanted(one));
      return found !== undefined;
    });
    if (found === undefined) throw new Error('not reached');
    return found;
  };
  const reads = (transferredBytes: bigint) =>
    shown(({ metrics }) => metrics?.transferredBytes === String(transferredBytes));
  return { says, window, id, shown, reads };
}

it('counters that fall are a restart and no rate, in the window and among the events', async () => {
  const { says, window, id, shown, reads } = await told();
  await reads(1000n);
  says.transferredBytes = 5n;
  says.accesses = 0n;
  const { state, rates } = await shown(({ restarts }) => restarts === 1);
  expect(state.kind).toBe('ready');
  expect(rates.bytesPerSecond ?? 0).toBe(0);
  expect(rates.accessesPerSecond ?? 0).toBe(0);
  await window.untilCall('events.list', { id, limit: 100 }, (events) =>
    events.some(({ kind }) => kind === 'restarted'),
  );
  expect(own.faults).toEqual([]);
});

it('a counter that jumps by 2^63 is shown and kept to the digit, and is a restart when it is back', async () => {
  const { says, window, id, shown, reads } = await told();
  await reads(1000n);
  const far = 1000n + 2n ** 63n;
  says.transferredBytes = far;
  const { rates } = await reads(far);
  expect(rates.bytesPerSecond === null || Number.isFinite(rates.bytesPerSecond)).toBe(true);
  says.transferredBytes = 2000n;
  await shown(({ restarts }) => restarts === 1);
  const span = { from: Date.now() - 3_600_000, to: Date.now() + 3_600_000 };
  await window.untilCall(
    'history.range',
    { ids: [id], ...span, points: 100 },
    ([range]) => range !== undefined && range.at.length > 0,
  );
  await window.call('history.totals', { ids: [id], ...span });
  expect(own.faults).toEqual([]);
});

it('a count below zero is shown as implausible, draws no point, and raises the alert for it', async () => {
  const { says, window, reads, shown } = await told();
  await reads(1000n);
  says.connections = -3n;
  expect(await shown(({ metrics }) => metrics?.implausible === true)).toMatchObject({
    metrics: { connections: '-3' },
  });
  let drawn: (number | null)[] = [];
  await window.until('fleet.frames', ({ full, points: [of] }) => {
    if (!full && of !== undefined) drawn = [...of.connections];
    return drawn.length > 0;
  });
  expect(drawn.every((value) => value === null)).toBe(true);
  await window.untilCall('alerts.list', {}, (alerts) =>
    alerts.some(({ about }) => about.kind === 'rule' && about.condition.kind === 'implausible'),
  );
  says.connections = 2n;
  await window.untilCall('alerts.list', {}, (alerts) => alerts.length === 0);
  expect(own.faults).toEqual([]);
});

it('what is no number ends the session with the reason, and the proxy is read again once it is one', async () => {
  const { says, window, id, reads, shown } = await told();
  await reads(1000n);
  Object.assign(says, { accesses: 'many' });
  const { state } = await shown(({ state }) => state.kind === 'waiting');
  expect(state).toMatchObject({
    why: {
      code: 'protocol-error',
      detail: { command: 'historicalAccesses', rule: 'not-a-number' },
    },
  });
  says.accesses = 11n;
  await window.call('fleet.probe', {});
  await shown(({ state, metrics }) => state.kind === 'ready' && metrics?.accesses === '11');
  expect(await eventKinds(window, id)).toContain('disconnected');
  expect(own.faults).toEqual([]);
});
