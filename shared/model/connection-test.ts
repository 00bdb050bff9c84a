import { z } from 'zod';
import { errorValue } from '../errors.ts';

/** The stages of a connection test, in their order. */
export const testStages = [
  'resolve',
  'support',
  'reach',
  'handshake',
  'login',
  'read',
  'quit',
] as const;
export type TestStage = (typeof testStages)[number];

export const stageOutcomes = ['ok', 'failed', 'skipped'] as const;

/** Everything that a stage can find, good or bad; each with the facts that its sentence names. */
export const findingCodes = [
  // resolve
  'address-given', // address, family
  'addresses-found', // host, address (the one taken), family, count, others
  'host-unknown', // host
  'name-server-silent', // host
  'resolved-there', // sshDestination: the relay names the proxy's address on its own side
  // support
  'kernel-sctp', // auto
  'no-kernel-sctp', // reason
  'sctp-in-udp', // auto, reason (null unless auto), udpPort
  'ssh-found', // version
  'ssh-missing',
  // reach
  'route-found', // address, from (our own address)
  'no-route', // address
  'sctp-answers', // address, udpPort
  'probe-unanswered', // address, udpPort: only the handshake was answered
  'udp-port-closed', // address, udpPort
  'not-sctp', // address, udpPort
  'silent', // address, udpPort
  'ssh-connected', // sshDestination
  'ssh-unreachable', // sshDestination
  'ssh-host-key', // sshDestination
  'ssh-login-refused', // sshDestination
  // handshake
  'established', // where
  'refused', // host, port
  'init-dropped', // host, port: silent, although an SCTP stack answers there
  'init-unanswered', // host, port: silent, and nothing else is known
  'handshake-incomplete', // host, port: answered, then silent
  'relay-missing', // sshDestination
  'no-sctp-there', // sshDestination
  'relay-failed', // sshDestination
  'relay-started', // sshDestination: a relay that does not tell whether it has joined
  // login
  'logged-in', // user
  'logged-in-stock', // user: with the credentials that deployed servers come with
  'no-password',
  'user-unknown', // user
  'password-wrong', // user
  'not-spcp', // rule
  // login and read
  'no-reply', // command, timeoutMs
  'answered-error', // command, status
  'not-sendable', // command, reason
  'association-ended', // reason
  // read
  'metrics-read', // connections, transferredBytes, accesses, roundTripMs
  'metrics-implausible', // the same
  'reply-invalid', // command, rule
  // quit
  'quit-answered',
  'quit-shutdown',
  'shutdown', // ended in order without QUIT, for want of a login
  'quit-aborted', // the proxy ended the association by ABORT
  'quit-unanswered',
  'already-ended',
  // any
  'cancelled',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** A fact that a stage found. Texts of `detail` that come from a peer are escaped. Never a secret. */
export const findingSchema = z.object({
  code: z.enum(findingCodes),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Finding = z.infer<typeof findingSchema>;

/**
 * What one stage found. `finding` is null only for a stage that was skipped because one before it failed; `error` is there for every
 * stage that failed, and carries the remedy.
 */
export const stageResultSchema = z.object({
  stage: z.enum(testStages),
  outcome: z.enum(stageOutcomes),
  /** How long it took; 0 where it was skipped. */
  ms: z.number(),
  finding: findingSchema.nullable(),
  error: errorValue.nullable(),
});
export type StageResult = z.infer<typeof stageResultSchema>;

/** All stages in their order. `ok`: the metrics were read and no stage failed. */
export const connectionTestSchema = z.object({
  ok: z.boolean(),
  stages: z.array(stageResultSchema),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** A connection test under way: the stages that ended, then the whole of it, or why it could not be made. */
export const testProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), result: stageResultSchema }),
  z.object({ kind: z.literal('done'), test: connectionTestSchema }),
  z.object({ kind: z.literal('failed'), error: errorValue }),
]);
