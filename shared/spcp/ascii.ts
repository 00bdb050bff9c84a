import { CodecError } from './codec-error.ts';

/** Text to bytes. Throws `not-ascii` outside 0x20 to 0x7E. */
export function encodeAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) {
      throw new CodecError('not-ascii', `character ${i + 1} is not printable ASCII`, i);
    }
    bytes[i] = code;
  }
  return bytes;
}

/** Bytes to text, each byte one character. Bytes outside printable ASCII are kept as they came: pass the text through `escapeControls` before it is shown. */
export function decodeBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The text with everything that is not printable ASCII as `\xNN`, and the backslash doubled, so that it is safe on a terminal and a page. */
export function escapeControls(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\\') out += '\\\\';
    else if (code >= 0x20 && code <= 0x7e) out += character;
    else if (code <= 0xff) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += `\\u{${code.toString(16)}}`;
  }
  return out;
}

/** A text that is printable ASCII as it is, any other escaped: what a proxy says of itself may be either. */
export function shownText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : escapeControls(text);
}

/** Bytes as `escapeControls` shows them. */
export function escapeBytes(bytes: Uint8Array): string {
  return escapeControls(decodeBytes(bytes));
}
