import { z } from 'zod';
import { changeOutcomes } from '../model/change-words.ts';
import { proxyStateKinds } from '../model/state-kinds.ts';
import { trialRefusals } from '../model/trial.ts';
import { codecErrorCodes } from '../spcp/codec-error.ts';
import { cases, nothing, text } from './facts.ts';
import { messageName, statusWord } from './words.ts';

/**
 * Why bytes are no SPCP reply: what is wrong with them, `unsolicited` where nothing was asked, `echo` where they are what was sent.
 */
export const protocolRules = [...codecErrorCodes, 'unsolicited', 'echo'] as const;

const whyUnknown = z.enum(['silent', 'lost', 'answer', 'console']);

/** Errors of a session and of what is done in one. */
export const sessionErrors = {
  'no-password': cases({
    profile: { name: text },
    'command-line': { user: text, name: text },
  }),
  /** The one that is saved was entered for another address, transport or user. */
  'password-needed-again': nothing,
  'login-refused': z.object({ where: text, step: z.enum(['user', 'password']) }),
  'reply-timeout': cases({
    /** `unacknowledged`: not even the SCTP stack there took the request. */
    request: {
      where: text,
      command: messageName,
      timeoutMs: z.number(),
      unacknowledged: z.boolean(),
    },
    /** QUIT was neither answered, nor the association ended. */
    quit: { where: text, command: z.literal('quit') },
  }),
  /** `bytes` are escaped, and null where they may hold a password; `command` is null where nothing was asked. */
  'protocol-error': z.object({
    where: text,
    command: messageName.nullable(),
    bytes: text.nullable(),
    length: z.int(),
    rule: z.enum(protocolRules),
  }),
  'server-error': z.object({ where: text, command: messageName, status: statusWord }),
  'not-connected': cases({
    proxy: { name: text, state: z.enum(proxyStateKinds) },
    session: { where: text },
    /** A task that was given the session ended it. */
    ended: { name: text },
    /** A window, or a command, without its console. */
    console: {},
  }),
  'not-as-expected': cases({
    /** Before anything was written. */
    seen: {
      expected: text.nullable(),
      found: text.nullable(),
      /** Who set what was found, and when, as far as the audit log knows; `own`: the user who changes now. */
      actor: text.nullable(),
      own: z.boolean(),
      changedAt: z.number().nullable(),
    },
    'read-back': { name: text, expected: text.nullable(), found: text.nullable() },
  }),
  /**
   * A change was sent, and how it ended is not known. `why` there is no answer: none came in time, the connection was lost, what came
   * does not say, or the console that was told to make it went away.
   */
  'outcome-unknown': cases({
    /** `accepted`: the proxy said that it took it, and it could not be read back. */
    transformation: {
      name: text,
      requested: text.nullable(),
      accepted: z.boolean(),
      why: whyUnknown,
    },
    'buffer-size': { name: text, requested: text, why: whyUnknown },
  }),
  'read-only': z.object({ id: text, name: text }),
  'confirmation-needed': cases({
    app: { id: text, name: text },
    'command-line': { name: text, deed: z.enum(['change', 'remove']) },
    /** Many profiles at once of which `count` are guarded. `approval`: what is to be typed. */
    deed: { approval: text, count: z.int() },
    /** `approval`: what is to be typed. */
    plan: { approval: text, guarded: z.int() },
  }),
  unsupported: cases({
    'nothing-to-undo': { name: text, outcome: z.enum(changeOutcomes) },
    'leads-elsewhere': { name: text },
    'size-not-known': { name: text, setting: z.literal('bufferSize') },
    /** Something else has been set or seen since. */
    superseded: { name: text, reason: z.literal('superseded') },
    /** Another deed on the plan is under way. */
    'plan-busy': { name: text },
    /** Nothing that it changed can be taken back. */
    'plan-not-undoable': { name: text },
    /** A canary needs targets that are not changed at first. */
    'canary-needs-others': { name: text },
    /** Its canary is not where that could be decided, or there is none. */
    'no-canary': { name: text },
    /** A transformation was to be tried on this machine; `by` is whoever forbids it, empty where nobody does. */
    trial: { reason: z.enum(trialRefusals), by: text },
    /** The console on another machine, of that version, does not know the call or topic of this name. */
    'remote-older': { name: text, version: text },
  }),
} as const;
