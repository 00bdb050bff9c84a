import { z } from 'zod';
import { alertConditionKinds, alertNumbers } from '../model/alert-rule.ts';
import { canaryMeasures } from '../model/canary.ts';
import type { AuditEntry } from '../model/change.ts';
import { changeOutcomes, shells } from '../model/change-words.ts';
import { dropReasons } from '../model/diagnostics.ts';
import { profileDraftSchema, profileIdSchema, profileNameSchema } from '../model/profile.ts';
import { epochMs } from '../model/time.ts';
import { errorCodes, errorDetails } from './errors.ts';
import { cases, type Fact, factSchema, text } from './facts.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);

/** What an edit made of one field of a profile. */
const fieldChange = z.object({ field: profileDraftSchema.keyof(), from: value, to: value });
export type FieldChange = z.output<typeof fieldChange>;

/** A change that took effect, or may have; what was in force before and is now, null for none and for what is not known. */
function changeOf<S extends AuditEntry['setting']>(setting: S, value: z.ZodString) {
  return z.object({
    setting: z.literal(setting),
    from: value.nullable(),
    to: value.nullable(),
    outcome: z.enum(changeOutcomes),
    /** The operating system's user name; null in events of before it was kept. */
    who: text.nullable().default(null),
    /** By which of the app's shells; null in events of before it was kept. */
    shell: z.enum(shells).nullable().default(null),
    auditId: z.int(),
  });
}

/** Whose hand an edit of profiles was: that of a user of a console or the command line, or of a program that tells of none; events of before do not say. */
const editor = cases({
  here: { who: text, shell: z.enum(shells) },
  elsewhere: {},
  unknown: {},
});
export type ProfileEditor = z.output<typeof editor>;

/** The folder that the profile lies in now, or lay in last; empty for none. */
const ofProfile = { by: editor.default({ case: 'unknown' }), folder: text.default('') };

const ofPlan = { plan: text, planId: text };
const ofAlert = { about: z.enum(alertConditionKinds), rule: text };
/** The number that a rule has a limit for, as it was when it fired; null of other rules, and in events of before. */
const beyond = z.object({
  metric: z.enum(alertNumbers),
  direction: z.enum(['above', 'below']),
  value: z.number(),
  limit: z.number(),
});
const foundIn = z.array(z.enum(['session', ...canaryMeasures])).readonly();

/**
 * What happens to proxies, by its kind. The event log keeps them for years: what is here has to read what is stored, or the store shows it as
 * `unreadable`.
 *
 * To add one: an entry here, its name and its sentence in `shared/texts/en` and `es`, and its sign in `renderer/views/events/event-kind.tsx`.
 * The compiler names what is missing.
 */
export const eventDetails = {
  /** `unreachableSince`: since when it was not reached before, epoch milliseconds; null where it was not known to be. Version 0.1 said none. */
  connected: z.object({
    transport: z.enum(['kernel', 'udp', 'ssh']),
    description: text,
    unreachableSince: epochMs.nullable().default(null),
  }),
  /** By request where the code is `cancelled`. */
  disconnected: z.object({ code: z.enum(errorCodes) }),
  /** The first of the attempts in a row that did not reach the proxy, which no event said before: after a session that was lost, `disconnected` did. */
  'attempt-failed': z.object({ code: z.enum(errorCodes) }),
  'login-refused': errorDetails['login-refused'],
  restarted: z.object({ restarts: z.int() }),
  changed: z.discriminatedUnion('setting', [
    changeOf('transformation', text),
    changeOf('bufferSize', z.string().regex(/^[0-9]{1,15}$/)),
  ]),
  /** It was changed first, as a canary of a plan; what was found of it then, and in what; and that it was taken back. */
  'canary-started': z.object(ofPlan),
  'canary-fine': z.object(ofPlan),
  'canary-worse': z.object({ ...ofPlan, because: foundIn }),
  'canary-unclear': z.object({ ...ofPlan, because: foundIn }),
  'canary-reverted': z.object({ ...ofPlan, auditId: z.int().nullable() }),
  /** Somebody changed it who did not do it from here: `from` was read at `since` and `to` at `until`, epoch milliseconds. */
  'changed-elsewhere': z.object({
    setting: z.literal('transformation'),
    from: text.nullable(),
    to: text.nullable(),
    since: epochMs,
    until: epochMs,
    /** The proxy restarted between the two. */
    restarted: z.boolean(),
  }),
  /** A rule about this proxy fired, was acknowledged, or is about it no more; `since` when it fired, epoch milliseconds. A rule may have no name. */
  'alert-fired': z.object({ ...ofAlert, beyond: beyond.nullable().default(null) }),
  'alert-acknowledged': z.object({ ...ofAlert, by: text, reason: text }),
  'alert-over': z.object({ ...ofAlert, since: epochMs }),
  /** Nearly all proxies were lost at once, or this machine has no network: `lost` of the `watched`. That somebody knows of it; and that it is back, `since` as above. */
  'own-network-down': z.object({ lost: z.int(), watched: z.int() }),
  'own-network-acknowledged': z.object({ by: text, reason: text }),
  'own-network-up': z.object({ since: epochMs }),
  /** What came to the proxy's association and was not let through, from `since` on, epoch milliseconds; of as many datagrams as were received. */
  'datagrams-dropped': z.object({
    count: z.int(),
    received: z.int(),
    since: epochMs,
    reasons: z.array(z.object({ reason: z.enum(dropReasons), count: z.int() })).readonly(),
  }),
  /** The store could not keep so many events, of `since` to `until`, epoch milliseconds. */
  'events-lost': z.object({ count: z.int(), since: epochMs, until: epochMs }),
  'profile-added': z.object(ofProfile),
  /** What was made of what, and whether there is another password. Version 0.1 said neither. */
  'profile-edited': z.object({
    changes: z.array(fieldChange).readonly().default([]),
    passwordChanged: z.boolean().default(false),
    ...ofProfile,
  }),
  'profile-removed': z.object(ofProfile),
  /** What another release stored, as it is there: the kind that it has there, and its facts, escaped. */
  unreadable: z.object({ kind: text, facts: text }),
} as const;

export type ProxyEventKind = keyof typeof eventDetails;

export type EventDetail<K extends ProxyEventKind = ProxyEventKind> = z.output<
  (typeof eventDetails)[K]
>;

/** All of an event but its number. `at` is epoch milliseconds. */
const shape = { at: epochMs, profileId: profileIdSchema, profileName: profileNameSchema };
const storedShape = { id: z.int(), ...shape };

/** Something that happened to one proxy, with the facts of it, never a secret. */
export type ProxyEvent<K extends ProxyEventKind = ProxyEventKind> = Fact<
  'kind',
  typeof eventDetails,
  K,
  typeof storedShape
>;

/** One that the log has not numbered yet. */
export type NewEvent<K extends ProxyEventKind = ProxyEventKind> = Fact<
  'kind',
  typeof eventDetails,
  K,
  typeof shape
>;

export const proxyEventSchema = factSchema('kind', eventDetails, storedShape);
