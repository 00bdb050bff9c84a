import { z } from 'zod';
import {
  appInfoSchema,
  noticeSchema,
  preferencesChangeSchema,
  preferencesSchema,
} from '../model/app-info.ts';
import { browserSessionSchema } from '../model/browser-session.ts';
import { auditRowSchema, settingsSchema } from '../model/change.ts';
import { testProgressSchema } from '../model/connection-test.ts';
import { diagnosticsSchema } from '../model/diagnostics.ts';
import { proxyEventSchema } from '../model/event.ts';
import { fleetFrameSchema } from '../model/fleet-frame.ts';
import { historyRangeSchema, mostInRange } from '../model/history.ts';
import { unlockedSchema } from '../model/lock.ts';
import { folderSchema, tagsSchema } from '../model/name.ts';
import { placeSchema } from '../model/place.ts';
import {
  argumentSchema,
  profileDraftSchema,
  profileIdSchema,
  profileSchema,
  remarkSchemas,
  settingSchemas,
} from '../model/profile.ts';
import { profileFolderSchema, settingNames } from '../model/stored-profile.ts';
import { boundedText } from '../model/text.ts';
import { bufferSizeRange, maxArgumentLength } from '../spcp/request.ts';

interface CallEntry {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

interface TopicEntry {
  readonly params: z.ZodType;
  readonly value: z.ZodType;
}

const nothing = z.object({});
const one = z.object({ id: profileIdSchema });
const done = z.null();

const folderId = profileFolderSchema.shape.id;

/** A saved profile as the renderer sees it: whether there is a password for where it leads, or only one for elsewhere; never which. */
export const profileEntrySchema = profileSchema.extend({
  /** Where its settings come from: set for it, or the id of the folder that says it. What is not here is as usual. */
  sources: z.partialRecord(z.enum(settingNames), z.union([z.literal('own'), folderId])),
  savedPassword: z.enum(['none', 'here', 'elsewhere']),
  /** The stock credentials of deployed servers are in use (deployed behaviour 16). */
  stockCredentials: z.boolean(),
  /** One of the embedded demo fleet. */
  demo: z.boolean(),
});
export type ProfileEntry = z.infer<typeof profileEntrySchema>;

/** On a production profile: its name, typed by the administrator. */
const confirmName = boundedText(320).optional();

const settingList = z.array(z.enum(settingNames)).max(settingNames.length);

/** So many profiles at once. */
export const mostAtOnce = 5000;

const many = z.array(profileIdSchema).min(1).max(mostAtOnce);

/** Neither what profiles are called nor where they are. Without defaults: what is not given is not set. */
const commonFields = z
  .object({ folder: folderSchema, ...remarkSchemas, ...settingSchemas })
  .partial();

const folderDraft = profileFolderSchema.omit({ id: true });

/** A profile as an administrator filled it in: a new one without `id`, else with `base`, the profile as it was when that began. */
const filledIn = z
  .object({
    id: profileIdSchema.optional(),
    base: profileDraftSchema.optional(),
    draft: profileDraftSchema,
    /** The settings that are set for it; the others are said by its folder. Without it: what it would not have anyhow. */
    own: settingList.optional(),
    password: argumentSchema.optional(),
    confirmName,
  })
  .refine(({ id, base }) => (id === undefined) === (base === undefined), { path: ['base'] });

/** Every call. `input` is validated before a handler sees it; each may answer with an `ErrorValue` instead. */
export const calls = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.notices': { input: nothing, output: z.array(noticeSchema) },
  'app.dismissNotice': { input: z.object({ id: boundedText(200) }), output: done },
  /** The browsers that the web shell let in, oldest first, and which of them asks. The desktop shell has none. */
  'app.sessions': {
    input: nothing,
    output: z.array(browserSessionSchema.extend({ own: z.boolean() })),
  },
  /** Closes its windows, and lets it in no more. */
  'app.endSession': { input: z.object({ id: z.uuid() }), output: done },
  /** Ends all but the one that asks. */
  'app.endOtherSessions': { input: nothing, output: done },
  'preferences.get': { input: nothing, output: preferencesSchema },
  'preferences.set': { input: preferencesChangeSchema, output: preferencesSchema },

  'profiles.list': { input: nothing, output: z.array(profileEntrySchema) },
  /**
   * Adds without `id`, changes with it. What changed elsewhere since `base` is merged; where it is the same that this changes, the answer is
   * `edited-elsewhere` with both values. Without `password` the saved one stays, unless it was entered for another place
   * (`password-needed-again`). A production profile that becomes another wants what a change on it does.
   */
  'profiles.save': { input: filledIn, output: profileEntrySchema },
  /** A production profile has to be unlocked, and its name typed. */
  'profiles.remove': { input: one.extend({ confirmName }), output: done },
  /** Takes the removal of this profile back, while the app runs. */
  'profiles.restore': { input: one, output: profileEntrySchema },

  /** Many as one: all of them are saved, or none. Answers them in the order asked. */
  'profiles.saveMany': {
    input: z.object({ edits: z.array(filledIn).min(1).max(mostAtOnce) }),
    output: z.array(profileEntrySchema),
  },
  /** The same edit for many: what is set, which settings their folders say from now on, tags that are added, one password for all. */
  'profiles.edit': {
    input: z.object({
      ids: many,
      set: commonFields,
      inherit: settingList.optional(),
      addTags: tagsSchema.optional(),
      password: argumentSchema.optional(),
    }),
    output: z.array(profileEntrySchema),
  },
  /** All of them, or none. Production profiles are refused: each wants its name typed. */
  'profiles.removeMany': { input: z.object({ ids: many }), output: done },
  'profiles.restoreMany': { input: z.object({ ids: many }), output: z.array(profileEntrySchema) },

  'folders.list': { input: nothing, output: z.array(profileFolderSchema) },
  /** Adds without `id`. What it says holds at once for all in it that do not say otherwise. */
  'folders.save': {
    input: z.object({ id: folderId.optional(), draft: folderDraft }),
    output: profileFolderSchema,
  },
  /** What is in it lies where the folder lay, and has what it had. */
  'folders.remove': { input: z.object({ id: folderId }), output: done },

  'fleet.connect': { input: one, output: done },
  'fleet.disconnect': { input: one, output: done },
  /** Every proxy that waits for its next attempt is tried now. */
  'fleet.probe': { input: nothing, output: done },
  /** What the guard of the proxy's association let through and dropped. */
  'fleet.diagnostics': { input: one, output: diagnosticsSchema },
  /** A hidden window polls slower. */
  'fleet.visible': { input: z.object({ visible: z.boolean() }), output: done },

  /** One answer for each proxy, in the order asked. Of a proxy that has no history it is empty. */
  'history.range': {
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostInRange),
      from: z.number(),
      to: z.number(),
      points: z.int().min(10).max(4000),
    }),
    output: z.array(historyRangeSchema),
  },
  'events.list': {
    input: z.object({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(proxyEventSchema),
  },

  'settings.read': { input: one, output: settingsSchema },
  /** `seen` is the value that the administrator saw: another value in force is answered with `not-as-expected`. */
  'change.transformation': {
    input: z.object({
      id: profileIdSchema,
      seen: boundedText(maxArgumentLength).nullable(),
      next: argumentSchema.nullable(),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.bufferSize': {
    input: z.object({
      id: profileIdSchema,
      bytes: z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.undo': { input: z.object({ auditId: z.int(), confirmName }), output: auditRowSchema },
  /** A production profile may be changed for a while; `locks.changed` tells for how long. */
  'change.unlock': { input: one, output: done },
  'change.lock': { input: one, output: done },
  'audit.list': {
    input: z.object({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(auditRowSchema),
  },

  /** Starts three reference proxies with traffic and adds them as profiles. */
  'demo.start': { input: nothing, output: z.array(profileEntrySchema) },
  /**
   * Where a mail client reaches each of them, on this machine (any user and password will do), and the transformations that it takes.
   * Empty while they do not run.
   */
  'demo.info': {
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
  'demo.stop': { input: nothing, output: done },
} as const satisfies Record<string, CallEntry>;

/** Between two values of `app.heartbeat`, milliseconds. */
export const heartbeatMs = 2000;

/** Every topic that a window can listen to. */
export const topics = {
  /** At once and then every `heartbeatMs`: a window that hears none any more shows old things, and says so. `at` is the console's clock. */
  'app.heartbeat': { params: nothing, value: z.object({ at: z.number() }) },
  /** At most four frames a second. */
  'fleet.frames': { params: nothing, value: fleetFrameSchema },
  /** What of the profile list is new or different, in its order, and what is gone. What is new comes last in the list. */
  'profiles.changed': {
    params: nothing,
    value: z.object({
      changed: z.array(profileEntrySchema),
      removed: z.array(profileIdSchema),
    }),
  },
  'folders.changed': {
    params: nothing,
    value: z.object({ changed: z.array(profileFolderSchema), removed: z.array(folderId) }),
  },
  'preferences.changed': { params: nothing, value: preferencesSchema },
  'events.added': { params: nothing, value: proxyEventSchema },
  'app.notices': { params: nothing, value: z.array(noticeSchema) },
  /** Which production profiles are unlocked: at once, whenever that changed, and every few seconds while one is. */
  'locks.changed': { params: nothing, value: z.array(unlockedSchema) },
  /** Entries of the audit log that are new or, since they can be taken back no longer or again, different. */
  'audit.changed': { params: nothing, value: z.array(auditRowSchema) },
  /** Tells that `app.sessions` answers otherwise now. */
  'app.sessionsChanged': { params: nothing, value: z.null() },
  /**
   * Connects, logs in, reads, quits, and tells each stage as it ends; unsubscribing ends the test in order. With `id` and no `password`
   * the saved one is used, if it was entered for this place.
   */
  'profiles.test': {
    params: z.object({
      id: profileIdSchema.optional(),
      place: placeSchema,
      password: argumentSchema.optional(),
    }),
    value: testProgressSchema,
  },
} as const satisfies Record<string, TopicEntry>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** What a handler receives: defaults filled in. */
export type CallValidated<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type TopicName = keyof typeof topics;
export type TopicParams<N extends TopicName> = z.output<(typeof topics)[N]['params']>;
export type TopicValue<N extends TopicName> = z.output<(typeof topics)[N]['value']>;
