const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** A number of bytes as a value below 1024 and its binary unit. */
export interface ScaledBytes {
  readonly value: number;
  readonly unit: (typeof units)[number];
}

/** Scales a rate or any other number of bytes that a double holds. */
export function scaleBytes(bytes: number): ScaledBytes {
  let value = bytes;
  let step = 0;
  while (Math.abs(value) >= 1024 && step < units.length - 1) {
    value /= 1024;
    step++;
  }
  return { value, unit: units[step] ?? 'B' };
}

/** Scales a 64-bit counter: the division is of integers, so that no digit that is shown comes from rounding the counter first. */
export function scaleByteCounter(bytes: bigint): ScaledBytes {
  const size = bytes < 0n ? -bytes : bytes;
  let step = 0;
  while (size >> BigInt(10 * (step + 1)) > 0n && step < units.length - 1) step++;
  const thousandths = (bytes * 1000n) >> BigInt(10 * step);
  return { value: Number(thousandths) / 1000, unit: units[step] ?? 'B' };
}
