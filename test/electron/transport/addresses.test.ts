import { describe, expect, it } from 'vitest';
import { type Address, addressesOf, inTryingOrder } from '../../../electron/transport/addresses.ts';

const four = (n: number): Address => ({ address: `192.0.2.${n}`, family: 4 });
const six = (n: number): Address => ({ address: `2001:db8::${n}`, family: 6 });

describe('the order in which addresses are tried', () => {
  it('begins as the system’s does, and takes the families by turns', () => {
    expect(inTryingOrder([six(1), six(2), six(3), four(1), four(2)], undefined)).toEqual([
      six(1),
      four(1),
      six(2),
      four(2),
      six(3),
    ]);
    expect(inTryingOrder([four(1), four(2), six(1)], undefined)).toEqual([
      four(1),
      six(1),
      four(2),
    ]);
    expect(inTryingOrder([four(1), four(2)], undefined)).toEqual([four(1), four(2)]);
  });

  it('begins with the one that answered before, while it is one of them', () => {
    expect(inTryingOrder([six(1), six(2), four(1)], '192.0.2.1')).toEqual([
      four(1),
      six(1),
      six(2),
    ]);
    expect(inTryingOrder([six(1), four(1)], '192.0.2.9')).toEqual([six(1), four(1)]);
  });

  it('has each address once', () => {
    expect(inTryingOrder([four(1), four(1), six(1), four(1)], undefined)).toEqual([
      four(1),
      six(1),
    ]);
  });
});

describe('the addresses of a host', () => {
  it('are itself where it is one, of any family, and nobody is asked', async () => {
    const lookup = (): never => expect.fail('asked');
    await expect(addressesOf('192.0.2.1', { lookup })).resolves.toEqual([four(1)]);
    await expect(addressesOf('2001:db8::1', { lookup })).resolves.toEqual([six(1)]);
    await expect(addressesOf('fe80::1%lo', { lookup })).resolves.toEqual([
      { address: 'fe80::1%lo', family: 6 },
    ]);
  });

  it('are all that its name has', async () => {
    const lookup = async () => [six(1), four(1)];
    await expect(addressesOf('proxy.example', { lookup })).resolves.toEqual([six(1), four(1)]);
  });

  it('are one at least', async () => {
    const none = addressesOf('proxy.example', { lookup: async () => [] });
    await expect(none).rejects.toMatchObject({ code: 'host-not-found' });
    const failing = addressesOf('proxy.example', {
      lookup: async () => {
        throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'host-not-found' });
  });

  it('are not waited for once the signal fired', async () => {
    const controller = new AbortController();
    const waiting = addressesOf('proxy.example', {
      lookup: () => new Promise(() => {}),
      signal: controller.signal,
    });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});
