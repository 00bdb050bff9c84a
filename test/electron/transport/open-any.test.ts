import { describe, expect, it } from 'vitest';
import type { Address } from '../../../electron/transport/addresses.ts';
import { mostTelling, openAny } from '../../../electron/transport/open-any.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import { AppError } from '../../../shared/errors.ts';
import { memoryAssociation } from '../../support/scripted-peer.ts';

const addresses: readonly Address[] = ['192.0.2.1', '192.0.2.2'].map((address) => ({
  address,
  family: 4,
}));
const timeout = new AppError('connect-timeout', { case: 'kernel', host: 'a', port: 9090 });
const refused = new AppError('refused', { case: 'here', host: 'a', port: 9090 });
const unreachable = new AppError('unreachable', { case: 'here', host: 'a', cause: 'ENETUNREACH' });

describe('opening any of several addresses', () => {
  it('ends in order, and does not abort, what comes up after another (deployed behaviour 13)', async () => {
    const slow = Promise.withResolvers<Transport>();
    const { near, far } = memoryAssociation();
    const opened = await openAny(
      addresses,
      ({ address }) =>
        address === '192.0.2.1' ? slow.promise : Promise.resolve(memoryAssociation().near),
      { connectTimeoutMs: 100 },
    );
    expect(opened.address).toEqual(addresses[1]);
    slow.resolve(near);
    await expect(far.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('gives each the time that is left of the time for all', async () => {
    const times: number[] = [];
    const both = Promise.withResolvers<void>();
    const opening = openAny(
      addresses,
      async (_address, { connectTimeoutMs }) => {
        times.push(connectTimeoutMs);
        if (times.length === addresses.length) both.resolve();
        await both.promise;
        throw timeout;
      },
      { connectTimeoutMs: 600_000 },
    );
    await expect(opening).rejects.toBe(timeout);
    const [first = 0, second = 0] = times;
    expect(first).toBeLessThanOrEqual(600_000);
    // A head start of 250 ms later; timers may fire a little early.
    expect(first - second).toBeGreaterThan(200);
  });

  it('fails by what says most, the earliest of that, and by a bug before all', () => {
    const other = new AppError('refused', { case: 'here', host: 'b', port: 9090 });
    const bug = new TypeError('a bug');
    expect(mostTelling([unreachable, timeout, refused, other])).toBe(refused);
    expect(mostTelling([unreachable, timeout])).toBe(timeout);
    expect(mostTelling([refused, bug])).toBe(bug);
  });
});
