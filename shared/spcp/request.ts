import { encodeAscii } from './ascii.ts';
import { CodecError } from './codec-error.ts';
import { type MessageName, messages } from './message.ts';

/** Bytes that one argument can hold (draft 2.3: ARGLEN is one byte). */
export const maxArgumentLength = 255;

/** The buffer sizes that the console sends: the deployed server refuses one digit and applies it all the same (deployed behaviour 4). */
export const bufferSizeRange = { min: 10, max: 16_777_216 } as const;

/** A request on the wire (draft 2.3). Arguments are raw bytes. */
export interface RawRequest {
  readonly command: number;
  readonly arguments: readonly Uint8Array[];
}

/** CMD, NARGS, then ARGLEN and ARG for each. Throws `argument-count` or `argument-too-long`. Checks no meaning: for tests and tools. */
export function encodeRawRequest(request: RawRequest): Uint8Array {
  if (request.arguments.length > 255)
    throw new CodecError('argument-count', 'a request holds 255 arguments at most');
  const length = request.arguments.reduce((sum, argument) => sum + 1 + argument.length, 2);
  const bytes = new Uint8Array(length);
  bytes[0] = request.command;
  bytes[1] = request.arguments.length;
  let offset = 2;
  for (const argument of request.arguments) {
    if (argument.length > maxArgumentLength) {
      throw new CodecError(
        'argument-too-long',
        `an argument holds ${maxArgumentLength} bytes at most`,
        offset,
      );
    }
    bytes[offset] = argument.length;
    bytes.set(argument, offset + 1);
    offset += 1 + argument.length;
  }
  return bytes;
}

/** How many bytes the first request takes, or null while bytes of it are missing. */
export function requestLength(bytes: Uint8Array): number | null {
  const count = bytes[1];
  if (count === undefined) return null;
  let end = 2;
  for (let i = 0; i < count; i++) {
    const length = bytes[end];
    if (length === undefined) return null;
    end += 1 + length;
  }
  return end > bytes.length ? null : end;
}

/** One whole request from the start of `bytes`, and how many bytes it took. Throws `truncated` while more bytes are needed. */
export function decodeRawRequest(bytes: Uint8Array): {
  readonly request: RawRequest;
  readonly length: number;
} {
  const need = (offset: number): number => {
    const byte = bytes[offset];
    if (byte === undefined)
      throw new CodecError('truncated', `the request ends at byte ${bytes.length}`, bytes.length);
    return byte;
  };
  const command = need(0);
  const count = need(1);
  const list: Uint8Array[] = [];
  let offset = 2;
  for (let i = 0; i < count; i++) {
    const length = need(offset);
    const end = offset + 1 + length;
    if (end > bytes.length)
      throw new CodecError('truncated', `argument ${i + 1} is cut off`, bytes.length);
    list.push(bytes.slice(offset + 1, end));
    offset = end;
  }
  return { request: { command, arguments: list }, length: offset };
}

/**
 * The request for a message, its arguments checked against report 1.1.5 and deployed behaviour 4 to 6.
 * Throws `CodecError`: `argument-count`, `argument-empty`, `argument-too-long`, `not-ascii`, `not-a-number`, `out-of-range`.
 */
export function encodeRequest(name: MessageName, argument?: string): Uint8Array {
  const entry = messages[name];
  const kind = entry.arguments;
  if (argument === undefined) {
    if (kind !== 'none' && kind !== 'transformation')
      throw new CodecError('argument-count', `${name} takes one argument`);
    return encodeRawRequest({ command: entry.command, arguments: [] });
  }
  if (kind === 'none') throw new CodecError('argument-count', `${name} takes no argument`);
  if (argument === '') throw new CodecError('argument-empty', `the argument of ${name} is empty`);
  if (kind === 'bytes') checkBufferSize(argument);
  const bytes = encodeAscii(argument);
  if (bytes.length > maxArgumentLength) {
    throw new CodecError(
      'argument-too-long',
      `an argument holds ${maxArgumentLength} bytes at most`,
    );
  }
  return encodeRawRequest({ command: entry.command, arguments: [bytes] });
}

function checkBufferSize(text: string): void {
  if (!/^[0-9]{2,}$/.test(text))
    throw new CodecError('not-a-number', 'a buffer size is a number of two digits or more');
  const value = Number(text);
  if (value < bufferSizeRange.min || value > bufferSizeRange.max) {
    throw new CodecError(
      'out-of-range',
      `a buffer size lies between ${bufferSizeRange.min} and ${bufferSizeRange.max} bytes`,
    );
  }
}
