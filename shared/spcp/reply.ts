import { decodeBytes, encodeAscii } from './ascii.ts';
import { CodecError } from './codec-error.ts';
import { parseCounter } from './counter.ts';
import { type MessageName, messages } from './message.ts';
import { isStatusCode, type StatusCode, status } from './status.ts';

/** A reply (report 1.1.4). `data` is empty where there was none. `stray` counts bytes after DATA in the same SCTP message (deployed behaviour 1). */
export interface Reply {
  readonly status: StatusCode;
  readonly data: Uint8Array;
  readonly stray: number;
}

/** STATUS alone, or STATUS, DATALEN and DATA when data is given. Throws `not-ascii` or `data-too-long`. */
export function encodeReply(code: StatusCode, data?: string): Uint8Array {
  if (data === undefined) return Uint8Array.of(code);
  const bytes = encodeAscii(data);
  if (bytes.length > 255) throw new CodecError('data-too-long', 'DATA holds 255 bytes at most');
  return Uint8Array.of(code, bytes.length, ...bytes);
}

/**
 * The reply that one SCTP message holds. A lone STATUS is whole (deployed behaviour 2); bytes after DATA are dropped and counted (deployed behaviour 1).
 * Throws `truncated` (empty message, or fewer bytes than DATALEN says) or `unknown-status`.
 */
export function decodeReply(message: Uint8Array): Reply {
  const first = message[0];
  const dataLength = message[1];
  if (first === undefined) throw new CodecError('truncated', 'the reply is empty');
  if (!isStatusCode(first))
    throw new CodecError(
      'unknown-status',
      `STATUS 0x${first.toString(16).padStart(2, '0')} is not assigned`,
    );
  if (dataLength === undefined) return { status: first, data: new Uint8Array(0), stray: 0 };
  const end = 2 + dataLength;
  if (message.length < end) {
    throw new CodecError(
      'truncated',
      `DATALEN says ${dataLength}, ${message.length - 2} bytes came`,
      message.length,
    );
  }
  return { status: first, data: message.slice(2, end), stray: message.length - end };
}

/** What the DATA of a reply means for its message: a text without the lone NUL that stands for none (deployed behaviour 3). */
export function replyText(reply: Reply): string | null {
  const { data } = reply;
  if (data.length === 0 || (data.length === 1 && data[0] === 0)) return null;
  return decodeBytes(data);
}

/** What an OK reply to each message means: a counter, a text (null for none), or nothing. */
export type Answer<N extends MessageName> = {
  none: undefined;
  counter: bigint;
  text: string | null;
}[(typeof messages)[N]['data']];

const decoders = {
  none: () => undefined,
  counter: (reply: Reply) => parseCounter(decodeBytes(reply.data)),
  text: replyText,
};

/**
 * The meaning of an OK reply, by the message table. Throws `CodecError` where a counter is none, and `trailing-bytes` where DATA comes with the OK to a
 * change: that is the reply to something else, and the change may have been refused.
 */
export function decodeAnswer<N extends MessageName>(name: N, reply: Reply): Answer<N> {
  if (messages[name].changes && replyText(reply) !== null)
    throw new CodecError('trailing-bytes', 'an OK to a change carries no DATA', 2);
  // The table of decoders and the type above are keyed by the same word; the compiler cannot follow that through N.
  return decoders[messages[name].data](reply) as Answer<N>;
}

/**
 * A reply from a byte stream, where boundaries are lost: what to read is decided by the command. `undefined` while more bytes are needed.
 * An OK to a command with data has STATUS, DATALEN and DATA; anything else is one byte. `length` is what the reply took;
 * bytes beyond it are stray (deployed behaviour 1) and are to be dropped before the next request.
 * Throws `unknown-status`.
 */
export function decodeStreamReply(
  name: MessageName,
  bytes: Uint8Array,
): { readonly reply: Reply; readonly length: number } | undefined {
  const [first, dataLength] = bytes;
  if (first === undefined) return undefined;
  if (!isStatusCode(first))
    throw new CodecError(
      'unknown-status',
      `STATUS 0x${first.toString(16).padStart(2, '0')} is not assigned`,
    );
  if (first !== status.ok || messages[name].data === 'none') {
    return { reply: { status: first, data: new Uint8Array(0), stray: 0 }, length: 1 };
  }
  if (dataLength === undefined) return undefined;
  const end = 2 + dataLength;
  if (bytes.length < end) return undefined;
  return { reply: { status: first, data: bytes.slice(2, end), stray: 0 }, length: end };
}
