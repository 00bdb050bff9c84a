import { describe, expect, it } from 'vitest';
import { createHandshakeGate } from '../../../electron/fleet/handshake-gate.ts';
import { settle } from '../../support/manual-clock.ts';

const never = new AbortController().signal;

describe('the handshake gate', () => {
  it('lets in as many as there are places, and the next in order when one leaves', async () => {
    const gate = createHandshakeGate(2);
    const entered: number[] = [];
    const leaving = [1, 2, 3, 4].map(async (n) => {
      const leave = await gate.enter('a.test', never);
      entered.push(n);
      return leave;
    });
    await settle();
    expect(entered).toEqual([1, 2]);
    (await leaving[0])?.();
    (await leaving[0])?.();
    await settle();
    expect(entered).toEqual([1, 2, 3]);
  });

  it('counts each host on its own, whatever the case of its name', async () => {
    const gate = createHandshakeGate(1);
    const leave = await gate.enter('a.test', never);
    await gate.enter('b.test', never);
    let entered = false;
    const second = gate.enter('A.TEST', never).then(() => {
      entered = true;
    });
    await settle();
    expect(entered).toBe(false);
    leave();
    await second;
  });

  it('forgets one that gives up, and gives its turn to the next', async () => {
    const gate = createHandshakeGate(1);
    const leave = await gate.enter('a.test', never);
    const impatient = new AbortController();
    const gaveUp = expect(gate.enter('a.test', impatient.signal)).rejects.toThrow('enough');
    const patient = gate.enter('a.test', never);
    impatient.abort(new Error('enough'));
    await gaveUp;
    leave();
    (await patient)();
    await gate.enter('a.test', never);
  });

  it('refuses one that has given up before it asked', async () => {
    const gate = createHandshakeGate(1);
    await expect(gate.enter('a.test', AbortSignal.abort(new Error('enough')))).rejects.toThrow();
    await gate.enter('a.test', never);
  });
});
