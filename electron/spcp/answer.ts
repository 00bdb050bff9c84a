import { decodeBytes } from '../../shared/spcp/ascii.ts';
import { parseCounter } from '../../shared/spcp/counter.ts';
import { type MessageName, messages } from '../../shared/spcp/message.ts';
import { type Reply, replyText } from '../../shared/spcp/reply.ts';

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

/** The meaning of an OK reply, by the message table. Throws `CodecError` where a counter is none. */
export function decodeAnswer<N extends MessageName>(name: N, reply: Reply): Answer<N> {
  // The table of decoders and the type above are keyed by the same word; the compiler cannot follow that through N.
  return decoders[messages[name].data](reply) as Answer<N>;
}
