import { metrics, type Reading } from './readings.ts';

/** A reading of one of several proxies, which are told apart by small numbers. */
export interface SlottedReading extends Reading {
  readonly slot: number;
}

const ofNumber = Float64Array.BYTES_PER_ELEMENT;
const ofFlags = Uint32Array.BYTES_PER_ELEMENT;
const times = metrics.length;

/** Of one reading: its values, its time, and which proxy it is of and whether it is fresh. */
export const bytesOfReading = (metrics.length + 1) * ofNumber + ofFlags;

/** Readings as bytes, column by column, as the machine has its numbers: a value after the other, then the times, then what else is known. */
export function pack(readings: readonly SlottedReading[]): Uint8Array {
  const count = readings.length;
  const buffer = new ArrayBuffer(count * bytesOfReading);
  const numbers = new Float64Array(buffer, 0, count * (times + 1));
  const flags = new Uint32Array(buffer, numbers.byteLength, count);
  for (let n = 0; n < count; n++) {
    const reading = readings[n];
    if (reading === undefined) continue;
    for (let m = 0; m < times; m++) numbers[m * count + n] = reading.values[m] ?? Number.NaN;
    numbers[times * count + n] = reading.at;
    flags[n] = reading.slot * 2 + (reading.fresh ? 1 : 0);
  }
  return new Uint8Array(buffer);
}

/** What `pack` made, of all proxies or of one. What no clock can have told, and what is no whole reading, as in a damaged file, is left out. */
export function unpack(packed: unknown, slot?: number): SlottedReading[] {
  if (!(packed instanceof Uint8Array)) return [];
  const count = packed.byteLength / bytesOfReading;
  if (!Number.isInteger(count)) return [];
  // SQLite's answer lies in memory of its own.
  const bytes = packed.byteOffset % ofNumber === 0 ? packed : Uint8Array.from(packed);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, count * (times + 1));
  const flags = new Uint32Array(bytes.buffer, bytes.byteOffset + numbers.byteLength, count);
  const readings: SlottedReading[] = [];
  for (let n = 0; n < count; n++) {
    const flag = flags[n] ?? 0;
    const of = flag >>> 1;
    if (slot !== undefined && of !== slot) continue;
    const at = numbers[times * count + n];
    if (at === undefined || !isTimeOfReading(at)) continue;
    const values: (number | null)[] = [];
    for (let m = 0; m < times; m++) values.push(finite(numbers[m * count + n]));
    readings.push({ slot: of, at, fresh: (flag & 1) === 1, values });
  }
  return readings;
}

/** Whether this can be written as a date (ECMA-262, time values). */
export function isTimeOfReading(at: number): boolean {
  return Number.isInteger(at) && Math.abs(at) <= 8.64e15;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
