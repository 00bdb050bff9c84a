import { bufferSizeRange } from '../spcp/request.ts';

/** What keeps a text from being sent as a buffer size. `ambiguous`: kB and MB are 1000 to some and 1024 to others. */
export const bufferSizeFaults = ['empty', 'number', 'ambiguous', 'range'] as const;
export type BufferSizeFault = (typeof bufferSizeFaults)[number];

const units: Readonly<Record<string, number>> = {
  b: 1,
  k: 1024,
  ki: 1024,
  kib: 1024,
  m: 1024 * 1024,
  mi: 1024 * 1024,
  mib: 1024 * 1024,
};

/**
 * The size in bytes that a text names: digits, alone or with `k` or `KiB` (1024 bytes) or `M` or `MiB` (1024 times that), in any case. Or what
 * is wrong with it. Without a unit there are two digits at least: a deployed server refuses one digit and applies it all the same (deployed
 * behaviour 4). Spaces around it do not count.
 */
export function parseBufferSize(
  text: string,
): { readonly bytes: number } | { readonly fault: BufferSizeFault } {
  const trimmed = text.trim();
  if (trimmed === '') return { fault: 'empty' };
  const [, digits = '', word = ''] = /^([0-9]+) ?([a-z]*)$/i.exec(trimmed) ?? [];
  const unit = word.toLowerCase();
  if (unit === 'kb' || unit === 'mb') return { fault: 'ambiguous' };
  const times = unit === '' ? 1 : units[unit];
  if (digits === '' || times === undefined || (times === 1 && digits.length < 2))
    return { fault: 'number' };
  const bytes = Number(digits) * times;
  if (bytes < bufferSizeRange.min || bytes > bufferSizeRange.max) return { fault: 'range' };
  return { bytes };
}
