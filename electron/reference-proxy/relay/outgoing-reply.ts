import { Buffer } from 'node:buffer';
import type { Counters } from '../counts.ts';
import type { Pop3Command } from '../pop3/command.ts';
import { stuff, toLocalLines, toNetworkLines, unstuff } from '../pop3/dot-stuffing.ts';
import { transformations } from '../transformations.ts';
import { relayCapabilities } from './capabilities.ts';
import { TransformationFailed, transformMail } from './transform.ts';

/** What goes to the client, in this order: what the relay says in the origin's place, then what it hands on. */
export interface OutgoingReply {
  readonly replaced: Buffer;
  readonly passed: Buffer;
}

const nothing = Buffer.alloc(0);

/** What the client gets for a response that was held back: the capabilities of the relay, or the mail through the transformation in force; nothing once the client is gone. */
export async function handOut(
  reply: { readonly statusLine: string; readonly body: Buffer },
  command: Pop3Command | null,
  relay: {
    readonly transformation: () => string | null;
    readonly counters: Counters;
    readonly log: (line: string) => void;
  },
  signal: AbortSignal,
): Promise<OutgoingReply> {
  const statusLine = Buffer.from(`${reply.statusLine}\r\n`, 'latin1');
  const asItIs = { replaced: nothing, passed: Buffer.concat([statusLine, reply.body]) };
  if (command?.verb === 'CAPA')
    return {
      replaced: Buffer.concat([statusLine, relayCapabilities(reply.body)]),
      passed: nothing,
    };
  const active = relay.transformation();
  const argv = active === null ? undefined : transformations.get(active);
  if (argv === undefined) return asItIs;
  try {
    const mail = toLocalLines(unstuff(reply.body));
    const result = toNetworkLines(await transformMail(argv, mail, signal));
    relay.counters.transformed(true);
    // The origin's status line counts the octets of another mail.
    return { replaced: Buffer.from('+OK mail follows\r\n', 'latin1'), passed: stuff(result) };
  } catch (error) {
    if (!(error instanceof TransformationFailed)) throw error;
    if (signal.aborted) return { replaced: nothing, passed: nothing };
    relay.log(`transformation failed, the mail passes as it is: ${error.message}`);
    relay.counters.transformed(false);
    return asItIs;
  }
}
