import { z } from 'zod';
import { kernelSctpReasons } from '../model/kernel-sctp.ts';
import { codecErrorCodes } from '../spcp/codec-error.ts';
import { type Fact, factSchema, nothing, text } from './facts.ts';
import { protocolRules } from './session-errors.ts';
import { messageName, statusWord } from './words.ts';

const port = z.int();
const place = z.object({ host: text, port });
const udp = z.object({ address: text, udpPort: port });
const host = z.object({ host: text });
const there = z.object({ sshDestination: text });
const user = z.object({ user: text });
/** A 64-bit counter. */
const counter = z.string().regex(/^-?[0-9]{1,20}$/);
const metrics = z.object({
  connections: counter,
  transferredBytes: counter,
  accesses: counter,
  roundTripMs: z.number(),
});

/**
 * Everything that a stage of a connection test can find, good or bad, by its code, with the facts that its sentence names. What comes from a peer
 * is escaped; never a secret.
 *
 * To add one: an entry here, and its sentences in `shared/texts/en/findings.ts` and `es`. The compiler names what is missing.
 */
export const findingDetails = {
  // resolve
  'address-given': z.object({ address: text, family: z.literal([4, 6]) }),
  /** `address` is the one tried first, `others` the further ones with commas between. */
  'addresses-found': z.object({
    host: text,
    address: text,
    family: z.literal([4, 6]),
    count: z.int(),
    others: text.nullable(),
  }),
  'host-unknown': host,
  'name-server-silent': host,
  /** The relay names the proxy's address on its own side. */
  'resolved-there': there,
  // support; `auto`: the profile leaves the way to the console
  'kernel-sctp': z.object({ auto: z.boolean() }),
  'no-kernel-sctp': z.object({ reason: z.enum(kernelSctpReasons) }),
  /** `reason` is why the kernel's SCTP was not taken, null unless `auto`. */
  'sctp-in-udp': z.object({
    auto: z.boolean(),
    reason: z.enum(kernelSctpReasons).nullable(),
    udpPort: port,
  }),
  'ssh-found': z.object({ version: text }),
  'ssh-missing': nothing,
  // reach
  /** `from` is our own address. */
  'route-found': z.object({ address: text, from: text }),
  'no-route': z.object({ address: text }),
  'sctp-answers': udp,
  /** Only the handshake was answered. */
  'probe-unanswered': udp,
  'udp-port-closed': udp,
  'not-sctp': udp,
  silent: udp,
  'ssh-connected': there,
  'ssh-unreachable': there,
  'ssh-host-key': there,
  'ssh-login-refused': there,
  // handshake
  /** `address` is the one of the host that answered; null where the host is one, or is named on the far side of a relay. */
  established: z.object({ where: text, address: text.nullable() }),
  refused: place,
  /** Silent, although an SCTP stack answers there. */
  'init-dropped': place,
  /** Silent, and nothing else is known. */
  'init-unanswered': place,
  /** Answered, then silent. */
  'handshake-incomplete': place,
  'relay-missing': there,
  'no-sctp-there': there,
  'relay-failed': there,
  /** It does not tell whether it has joined. */
  'relay-started': there,
  // login
  'logged-in': user,
  /** With the credentials that deployed servers come with. */
  'logged-in-stock': user,
  'no-password': nothing,
  'user-unknown': user,
  'password-wrong': user,
  'not-spcp': z.object({ rule: z.enum(protocolRules) }),
  // login and read
  'no-reply': z.object({ command: messageName, timeoutMs: z.number() }),
  'answered-error': z.object({ command: messageName, status: statusWord }),
  'not-sendable': z.object({ command: messageName, reason: z.enum(codecErrorCodes) }),
  'association-ended': z.object({
    reason: z.enum(['closed', 'peer-shutdown', 'peer-abort', 'failed']),
  }),
  // read
  'metrics-read': metrics,
  'metrics-implausible': metrics,
  'reply-invalid': z.object({ command: messageName.nullable(), rule: z.enum(protocolRules) }),
  // quit
  'quit-answered': nothing,
  'quit-shutdown': nothing,
  /** Ended in order without QUIT, for want of a login. */
  shutdown: nothing,
  /** The proxy ended the association by ABORT. */
  'quit-aborted': nothing,
  'quit-unanswered': nothing,
  'already-ended': nothing,
  // any
  cancelled: nothing,
} as const;

export type FindingCode = keyof typeof findingDetails;

export const findingCodes = Object.keys(findingDetails) as readonly FindingCode[];

export type FindingDetail<C extends FindingCode = FindingCode> = z.output<
  (typeof findingDetails)[C]
>;

/** A fact that a stage found. */
export type Finding<C extends FindingCode = FindingCode> = Fact<'code', typeof findingDetails, C>;

export const findingSchema = factSchema('code', findingDetails, {});
