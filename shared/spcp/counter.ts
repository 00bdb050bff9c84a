import { CodecError } from './codec-error.ts';

const maxUnsigned64 = 0xffff_ffff_ffff_ffffn;
const minSigned64 = -(2n ** 63n);

/**
 * A metric's DATA, decimal ASCII, to a number. An optional sign is accepted, since the deployed server's count of
 * connections can fall below zero (deployed behaviour 14). Throws `not-a-number` or `out-of-range` (beyond 64 bits).
 */
export function parseCounter(text: string): bigint {
  if (!/^[+-]?[0-9]{1,40}$/.test(text)) {
    throw new CodecError('not-a-number', 'the data of a metric is not a decimal number');
  }
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  if (value > maxUnsigned64 || value < minSigned64) {
    throw new CodecError('out-of-range', 'the data of a metric does not fit 64 bits');
  }
  return value;
}

/** Whether a count of open connections cannot be one: below zero, or a negative 32-bit or 64-bit number read as unsigned (deployed behaviour 14). */
export function isImplausibleConnections(value: bigint): boolean {
  if (value < 0n) return true;
  const wrapped32 = value > 0xffff_0000n && value <= 0xffff_ffffn;
  return wrapped32 || value > 0xffff_ffff_0000_0000n;
}
