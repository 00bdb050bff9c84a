import { bufferSizeRange } from '../../../../../shared/spcp/request.ts';

/** What keeps a text from being sent as a buffer size. */
export type BufferSizeFault = 'empty' | 'digits' | 'range';

/** The size that a text names, or what is wrong with it. Spaces around it do not count. */
export function parseBufferSize(
  text: string,
): { readonly bytes: number } | { readonly fault: BufferSizeFault } {
  const digits = text.trim();
  if (digits === '') return { fault: 'empty' };
  if (!/^[0-9]{2,}$/.test(digits)) return { fault: 'digits' };
  const bytes = Number(digits);
  if (bytes < bufferSizeRange.min || bytes > bufferSizeRange.max) return { fault: 'range' };
  return { bytes };
}
