import { escapeControls } from '../../../shared/spcp/ascii.ts';
import { maxArgumentLength } from '../../../shared/spcp/request.ts';

/** What keeps a text from being sent as a transformation. */
export type TransformationFault =
  | { readonly kind: 'empty' }
  /** `position` counts characters from 1; `start` and `end` are offsets in the text. */
  | {
      readonly kind: 'character';
      readonly character: string;
      readonly position: number;
      readonly start: number;
      readonly end: number;
    }
  /** From `start` on it is too much. */
  | { readonly kind: 'long'; readonly over: number; readonly start: number; readonly end: number };

/** Bytes that a text takes in UTF-8: in ASCII, its length. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What is wrong with a transformation to be sent, or null. One argument holds 255 bytes of printable ASCII (draft 2.3). */
export function transformationFault(text: string): TransformationFault | null {
  if (text === '') return { kind: 'empty' };
  let start = 0;
  for (const [i, character] of [...text].entries()) {
    const end = start + character.length;
    if (!/^[\x20-\x7e]$/.test(character)) {
      return { kind: 'character', character: visible(character), position: i + 1, start, end };
    }
    start = end;
  }
  const over = text.length - maxArgumentLength;
  return over > 0 ? { kind: 'long', over, start: maxArgumentLength, end: text.length } : null;
}

/** A letter as it is, a control character by its code. */
function visible(character: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : escapeControls(character);
}
