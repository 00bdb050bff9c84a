import fc from 'fast-check';
import { CodecError } from '../../shared/spcp/codec-error.ts';

/** The `CodecError` that this throws; fails where it throws nothing, or anything else. */
export function codeOf(act: () => unknown): CodecError {
  try {
    act();
  } catch (error) {
    if (error instanceof CodecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Printable ASCII, the text that SPCP carries. */
export function printable(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme-ascii', minLength, maxLength });
}
