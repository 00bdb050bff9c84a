import { CodecError } from '../../shared/spcp/codec-error.ts';
import { type MessageName, messages } from '../../shared/spcp/message.ts';
import { decodeReply, decodeStreamReply, type Reply } from '../../shared/spcp/reply.ts';
import { status } from '../../shared/spcp/status.ts';
import type { Framing } from '../transport/transport.ts';

/** Bytes after DATA that are put up with: the deployed server adds two, one that sends a fixed structure may add more. */
const maxStray = 1024;

/** Stray bytes that the deployed server sends after a reply with data (deployed behaviour 1). */
const usualStray = 2;

/** Turns what a transport delivers into replies. `read` answers `undefined` while more bytes are needed, and throws `CodecError`. */
export interface ReplyReader {
  read(name: MessageName, bytes: Uint8Array): Reply | undefined;
  /** The reply that was read if no more of it comes: a lone OK is all of a text that is none (report 1.1.4). */
  withoutData(name: MessageName): Reply | undefined;
  /** Bytes that came while nothing was asked. False: they cannot be the rest of the last reply. */
  leftOver(bytes: Uint8Array): boolean;
  /** False while stray bytes of the last reply may still be under way and would be taken for the next one. */
  readonly settled: boolean;
}

/** One SCTP message is one reply; whatever else comes is a reply to nothing. */
function createMessageReader(): ReplyReader {
  return {
    settled: true,
    read: (_name, bytes) => {
      const reply = decodeReply(bytes);
      if (reply.stray > maxStray) throw tooMuch(reply.stray);
      return reply;
    },
    withoutData: () => undefined,
    leftOver: () => false,
  };
}

/** Boundaries are lost: the command says how much to read, the rest is dropped before the next request. */
function createStreamReader(): ReplyReader {
  let pending = new Uint8Array(0);
  let stray = usualStray;
  return {
    get settled() {
      return stray >= usualStray;
    },
    read: (name, bytes) => {
      const joined = new Uint8Array(pending.length + bytes.length);
      joined.set(pending);
      joined.set(bytes, pending.length);
      const found = decodeStreamReply(name, joined);
      pending = found ? new Uint8Array(0) : joined;
      if (!found) return undefined;
      stray = joined.length - found.length;
      if (stray > maxStray) throw tooMuch(stray);
      return found.reply;
    },
    withoutData: (name) => {
      if (pending.length !== 1 || messages[name].data !== 'text') return undefined;
      pending = new Uint8Array(0);
      return { status: status.ok, data: pending, stray: 0 };
    },
    leftOver: (bytes) => {
      stray += bytes.length;
      return stray <= maxStray;
    },
  };
}

function tooMuch(stray: number): CodecError {
  return new CodecError('trailing-bytes', `${stray} bytes follow the reply`);
}

/** The reader for a transport of this framing. */
export function createReplyReader(framing: Framing): ReplyReader {
  return framing === 'message' ? createMessageReader() : createStreamReader();
}
