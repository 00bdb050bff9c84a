import { showHidden } from '../../../shared/model/hidden.ts';

/** The text with all that a terminal might act on, or that nobody sees, as `\xNN` or `\u{…}`, so that it stays on one line; letters of every language stay. */
export function printable(text: string): string {
  return showHidden(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return code <= 0xff ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
  });
}

/** JSON on one line, safe on a terminal: what `printable` escapes is escaped in JSON's own way. */
export function printableJson(value: unknown): string {
  return showHidden(JSON.stringify(value), (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
