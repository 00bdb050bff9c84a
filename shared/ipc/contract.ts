import { z } from 'zod';
import {
  appInfoSchema,
  noticeSchema,
  preferencesChangeSchema,
  preferencesSchema,
} from '../model/app-info.ts';
import { auditCheckingSchema } from '../model/audit-check.ts';
import { auditFilterSchema, auditOverviewSchema } from '../model/audit-filter.ts';
import { browserSessionSchema } from '../model/browser-session.ts';
import { whoAmISchema } from '../model/caller.ts';
import { auditRowSchema, settingsSchema } from '../model/change.ts';
import { testProgressSchema } from '../model/connection-test.ts';
import { diagnosticsSchema } from '../model/diagnostics.ts';
import { proxyEventSchema } from '../model/event.ts';
import { eventCountSchema, eventFilterSchema } from '../model/event-filter.ts';
import { fleetFrameSchema } from '../model/fleet-frame.ts';
import { historyRangeSchema, historyTotalsSchema, mostInRange } from '../model/history.ts';
import { historyKeptSchema } from '../model/history-kept.ts';
import { unlockedSchema } from '../model/lock.ts';
import { metricsReadSchema } from '../model/metrics-read.ts';
import { placeSchema } from '../model/place.ts';
import { mostPaused } from '../model/preference-words.ts';
import { argumentSchema, profileIdSchema } from '../model/profile.ts';
import type { Role } from '../model/roles.ts';
import { profileFolderSchema } from '../model/stored-profile.ts';
import { boundedText } from '../model/text.ts';
import { epochMs } from '../model/time.ts';
import { bufferSizeRange, maxArgumentLength } from '../spcp/request.ts';
import { alertCalls, alertTopics } from './alert-calls.ts';
import { classCalls, classTopics } from './class-calls.ts';
import { commandCalls, commandTopics } from './command-calls.ts';
import { consoleCalls, consoleTopics } from './console-calls.ts';
import { copyCalls } from './copy-calls.ts';
import { desktopCalls } from './desktop-calls.ts';
import { driftCalls, driftTopics } from './drift-calls.ts';
import { exportCalls } from './export-calls.ts';
import { historyFromCalls } from './history-from-calls.ts';
import { managedCalls, managedTopics } from './managed-calls.ts';
import { planCalls, planTopics } from './plan-calls.ts';
import { confirmName, profileCalls, profileEntrySchema, profileTopics } from './profile-calls.ts';
import { reportTopics } from './report-calls.ts';
import { supportCalls } from './support-calls.ts';
import { updateCalls, updateTopics } from './update-calls.ts';
import { vaultCalls, vaultTopics } from './vault-calls.ts';

export { type ProfileEntry, profileEntrySchema } from './profile-calls.ts';

interface CallEntry {
  /** The least that who asks must be allowed; asked before the input is looked at. Whoever may only look gets no secret, runs no program, and has nothing connect to a new place. */
  readonly role: Role;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Windows ask it by themselves: when they open, as time goes by, and when something changed. Every other call is somebody who uses the app. */
  readonly byWindow?: true;
}

interface TopicEntry {
  /** As of a call. */
  readonly role: Role;
  readonly params: z.ZodType;
  readonly value: z.ZodType;
}

const nothing = z.object({});
const one = z.object({ id: profileIdSchema });
const done = z.null();

/** Every call. `input` is validated before a handler sees it; each may answer with an `ErrorValue` instead. */
export const calls = {
  'app.info': { role: 'view', byWindow: true, input: nothing, output: appInfoSchema },
  /** What the connection that asks may do; the same for as long as it is open. */
  'app.whoAmI': { role: 'view', byWindow: true, input: nothing, output: whoAmISchema },
  'app.notices': { role: 'view', byWindow: true, input: nothing, output: z.array(noticeSchema) },
  'app.dismissNotice': { role: 'operate', input: z.object({ id: boundedText(200) }), output: done },
  /** The browsers that the web shell let in, oldest first, and which of them asks. The desktop shell has none. */
  'app.sessions': {
    role: 'administer',
    byWindow: true,
    input: nothing,
    output: z.array(browserSessionSchema.extend({ own: z.boolean() })),
  },
  /** Closes its windows, and lets it in no more. */
  'app.endSession': { role: 'administer', input: z.object({ id: z.uuid() }), output: done },
  /** Ends all but the one that asks. */
  'app.endOtherSessions': { role: 'administer', input: nothing, output: done },
  'preferences.get': { role: 'view', byWindow: true, input: nothing, output: preferencesSchema },
  'preferences.set': {
    role: 'administer',
    input: preferencesChangeSchema,
    output: preferencesSchema,
  },

  ...supportCalls,
  ...updateCalls,
  ...managedCalls,
  ...copyCalls,
  ...profileCalls,
  ...classCalls,
  ...exportCalls,
  ...vaultCalls,
  ...historyFromCalls,

  'fleet.connect': { role: 'operate', input: one, output: done },
  'fleet.disconnect': { role: 'operate', input: one, output: done },
  /** Every proxy that waits for its next attempt is tried now. */
  'fleet.probe': { role: 'operate', input: nothing, output: done },
  /** Reads these once a minute only, their sessions kept, or again as often as their profiles say; `preferences.changed` tells. */
  'fleet.pause': {
    role: 'operate',
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostPaused),
      paused: z.boolean(),
    }),
    output: done,
  },
  /** Reads its metrics now, on the session that polls share; a script does, which is to open no second one. `not-connected` where there is none. */
  'fleet.read': { role: 'view', byWindow: true, input: one, output: metricsReadSchema },
  /** What the guard of the proxy's association let through and dropped. */
  'fleet.diagnostics': { role: 'view', byWindow: true, input: one, output: diagnosticsSchema },
  /** A hidden window polls slower. */
  'fleet.visible': {
    role: 'view',
    byWindow: true,
    input: z.object({ visible: z.boolean() }),
    output: done,
  },

  /** One answer for each proxy, in the order asked. Of a proxy that has no history it is empty. `here`: what this console keeps, and no Prometheus is asked. */
  'history.range': {
    role: 'view',
    byWindow: true,
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostInRange),
      from: epochMs,
      to: epochMs,
      points: z.int().min(10).max(4000),
      here: z.boolean().optional(),
    }),
    output: z.array(historyRangeSchema),
  },
  /** One answer for each proxy, in the order asked; `here` as there. */
  'history.totals': {
    role: 'view',
    byWindow: true,
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostInRange),
      from: epochMs,
      to: epochMs,
      here: z.boolean().optional(),
    }),
    output: z.array(historyTotalsSchema),
  },
  /** What the history holds, and what the database takes of the disk. Of very many proxies it takes seconds. */
  'history.kept': { role: 'view', byWindow: true, input: nothing, output: historyKeptSchema },
  'events.list': {
    role: 'view',
    byWindow: true,
    input: eventFilterSchema.extend({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(proxyEventSchema),
  },
  'events.count': {
    role: 'view',
    byWindow: true,
    input: eventFilterSchema,
    output: eventCountSchema,
  },

  'settings.read': { role: 'view', byWindow: true, input: one, output: settingsSchema },
  /** `seen` is the value that the administrator saw: another value in force is answered with `not-as-expected`. */
  'change.transformation': {
    role: 'operate',
    input: z.object({
      id: profileIdSchema,
      seen: boundedText(maxArgumentLength).nullable(),
      next: argumentSchema.nullable(),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.bufferSize': {
    role: 'operate',
    input: z.object({
      id: profileIdSchema,
      bytes: z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.undo': {
    role: 'operate',
    input: z.object({ auditId: z.int(), confirmName }),
    output: auditRowSchema,
  },
  /** A read-only profile may be changed for a while; `locks.changed` tells for how long. */
  'change.unlock': { role: 'operate', input: one, output: done },
  'change.lock': { role: 'operate', input: one, output: done },
  /** Newest first; one that cannot be read is left out, and counted by `audit.overview`. */
  'audit.list': {
    role: 'view',
    byWindow: true,
    input: auditFilterSchema.extend({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(auditRowSchema),
  },

  /** Who changed anything, and how many entries cannot be read. */
  'audit.overview': { role: 'view', byWindow: true, input: nothing, output: auditOverviewSchema },

  ...planCalls,
  ...commandCalls,
  ...driftCalls,
  ...alertCalls,
  ...desktopCalls,
  ...consoleCalls,

  /** Starts three reference proxies with traffic and adds them as profiles. */
  'demo.start': { role: 'administer', input: nothing, output: z.array(profileEntrySchema) },
  /**
   * Where a mail client reaches each of them, on this machine (any user and password will do), and the transformations that it takes.
   * Empty while they do not run.
   */
  'demo.info': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(
      z.object({
        profileId: profileIdSchema,
        name: z.string(),
        pop3Port: z.int(),
        transformations: z.array(z.string()),
      }),
    ),
  },
  /** Ends them and removes their profiles. */
  'demo.stop': { role: 'administer', input: nothing, output: done },
} as const satisfies Record<string, CallEntry>;

/** Every topic that a window can listen to. */
export const topics = {
  /** At once and then every `heartbeatMs`: a window that hears none any more shows old things, and says so. `at` is the console's clock. */
  'app.heartbeat': { role: 'view', params: nothing, value: z.object({ at: z.number() }) },
  /** At most four frames a second. */
  'fleet.frames': { role: 'view', params: nothing, value: fleetFrameSchema },
  ...updateTopics,
  ...managedTopics,
  ...profileTopics,
  ...classTopics,
  ...vaultTopics,
  'preferences.changed': { role: 'view', params: nothing, value: preferencesSchema },
  /** In the order in which they were kept. */
  'events.added': { role: 'view', params: nothing, value: z.array(proxyEventSchema) },
  'app.notices': { role: 'view', params: nothing, value: z.array(noticeSchema) },
  /** Which read-only profiles are unlocked: at once, whenever that changed, and every few seconds while one is. */
  'locks.changed': { role: 'view', params: nothing, value: z.array(unlockedSchema) },
  /** Entries of the audit log that are new or, since they can be taken back no longer or again, different. */
  'audit.changed': { role: 'view', params: nothing, value: z.array(auditRowSchema) },
  /** Computes the chain of the audit log's records again, and tells how far it is; unsubscribing ends it. */
  'audit.verifying': { role: 'view', params: nothing, value: auditCheckingSchema },
  ...planTopics,
  ...commandTopics,
  ...driftTopics,
  ...alertTopics,
  ...reportTopics,
  ...consoleTopics,
  /** Tells that `app.sessions` answers otherwise now. */
  'app.sessionsChanged': { role: 'administer', params: nothing, value: z.null() },
  /**
   * Connects, logs in, reads, quits, and tells each stage as it ends; unsubscribing ends the test in order. Without `password` that of `folder`
   * is used, if it was entered for this user, as it would be once the profile is saved; else with `id` the saved one, if it was entered for this
   * place.
   */
  'profiles.test': {
    role: 'administer',
    params: z.object({
      id: profileIdSchema.optional(),
      place: placeSchema,
      password: argumentSchema.optional(),
      folder: profileFolderSchema.shape.id.optional(),
    }),
    value: testProgressSchema,
  },
} as const satisfies Record<string, TopicEntry>;

export type CallName = keyof typeof calls;
/** The calls that may be asked again without anybody who does something. */
export type WindowCallName = {
  [N in CallName]: (typeof calls)[N] extends { byWindow: true } ? N : never;
}[CallName];
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** What a handler receives: defaults filled in. */
export type CallValidated<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type TopicName = keyof typeof topics;
export type TopicParams<N extends TopicName> = z.output<(typeof topics)[N]['params']>;
export type TopicValue<N extends TopicName> = z.output<(typeof topics)[N]['value']>;
