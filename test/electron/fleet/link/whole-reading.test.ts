import { expect, it } from 'vitest';
import { readWhole } from '../../../../electron/fleet/link/whole-reading.ts';
import type { MetricsReading } from '../../../../electron/spcp/client.ts';

const of = (connections: bigint, transferredBytes: bigint, accesses: bigint): MetricsReading => ({
  connections,
  transferredBytes,
  accesses,
  implausible: false,
  roundTripMs: 1,
  ageMs: 0.5,
});

/** A client whose readings are these, one after the other, and how each was asked for. */
function client(...readings: readonly MetricsReading[]) {
  const left = [...readings];
  const together: boolean[] = [];
  return {
    together,
    asksTogether: true,
    readMetrics: async (options: { readonly together?: boolean } = {}) => {
      together.push(options.together ?? true);
      const reading = left.shift();
      if (reading === undefined) throw new Error('nothing more was to be read');
      return reading;
    },
  };
}

const before = { transferredBytes: 9000n, accesses: 100n };
const right = of(3n, 9500n, 101n);
const after = of(3n, 9600n, 102n);

it('asks once where nothing fell, and one by one where nothing is known that could', async () => {
  const known = client(right);
  expect(await readWhole(known, before)).toEqual({ reading: right, outOfOrder: false });
  expect(known.together).toEqual([true]);
  const unknown = client(right);
  expect(await readWhole(unknown, null)).toEqual({ reading: right, outOfOrder: false });
  expect(unknown.together).toEqual([false]);
});

it.each([
  ['the last two', of(3n, 101n, 9500n)],
  ['the first and the last', of(101n, 9500n, 3n)],
  ['the first two', of(9500n, 3n, 101n)],
  ['all, one place on', of(101n, 3n, 9500n)],
  ['all, one place back', of(9500n, 101n, 3n)],
])('tells that the replies came in another order: %s', async (_, swapped) => {
  const asked = client(swapped, after);
  expect(await readWhole(asked, before)).toEqual({ reading: after, outOfOrder: true });
  expect(asked.together).toEqual([true, false]);
});

it('takes a restart for one, also where it came between two replies', async () => {
  const restarted = of(0n, 10n, 1n);
  for (const first of [of(0n, 0n, 1n), of(3n, 9500n, 1n)]) {
    const whole = await readWhole(client(first, restarted), before);
    expect(whole).toEqual({ reading: restarted, outOfOrder: false });
  }
});

it('blames no order for values that no other order explains', async () => {
  const whole = await readWhole(client(of(3n, 8999n, 101n), after), before);
  expect(whole).toEqual({ reading: after, outOfOrder: false });
});

it('blames no order where nothing was asked together', async () => {
  const asked = { ...client(of(3n, 101n, 9500n), after), asksTogether: false };
  expect(await readWhole(asked, before)).toEqual({ reading: after, outOfOrder: false });
});
