import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bytesOfReading,
  isTimeOfReading,
  pack,
  type SlottedReading,
  unpack,
} from '../../../../electron/store/history/packed.ts';
import { inOrder, metrics } from '../../../../electron/store/history/readings.ts';

const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
const reading: fc.Arbitrary<SlottedReading> = fc.record({
  slot: fc.nat({ max: 63 }),
  at: fc.oneof(
    fc.integer({ min: 1_699_999_200_000, max: 1_699_999_260_000 }),
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
  ),
  fresh: fc.boolean(),
  values: fc.array(value, { minLength: metrics.length, maxLength: metrics.length }),
});

it('packed readings are the same when they are unpacked, all of them or those of one proxy', () => {
  fc.assert(
    fc.property(fc.array(reading), fc.nat({ max: 63 }), (readings, slot) => {
      const packed = pack(readings);
      expect(packed.byteLength).toBe(readings.length * bytesOfReading);
      expect(unpack(packed)).toEqual(readings);
      expect(unpack(packed, slot)).toEqual(readings.filter((one) => one.slot === slot));
    }),
  );
});

it('of any bytes nothing is read that is no reading, and of those beside a damaged one all are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 * bytesOfReading }), (bytes) => {
      for (const { at, values } of unpack(bytes)) {
        expect(isTimeOfReading(at)).toBe(true);
        for (const one of values) expect(one === null || Number.isFinite(one)).toBe(true);
      }
    }),
  );
  fc.assert(
    fc.property(fc.array(reading), fc.constantFrom(Number.NaN, 9e18, 0.5), (readings, at) => {
      const damaged = readings.map((one, n) => (n % 2 === 0 ? one : { ...one, at }));
      expect(unpack(pack(damaged))).toEqual(readings.filter((_, n) => n % 2 === 0));
    }),
  );
});

it('readings in order have each time once, of several the first', () => {
  fc.assert(
    fc.property(fc.array(reading), (readings) => {
      const ordered = inOrder(readings);
      const firsts = new Map(readings.toReversed().map((one) => [one.at, one]));
      expect(ordered).toEqual([...firsts.values()].sort((a, b) => a.at - b.at));
    }),
  );
});
