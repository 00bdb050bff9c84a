import { z } from 'zod';
import { folderSchema, tagsSchema } from '../../model/name-schemas.ts';
import {
  argumentSchema,
  profileDraftSchema,
  profileIdSchema,
  profileSchema,
  remarkSchemas,
  settingSchemas,
} from '../../model/profile.ts';
import { settingNames } from '../../model/profile-words.ts';
import { profileFolderSchema } from '../../model/stored-profile.ts';
import { boundedText } from '../../model/text.ts';

const nothing = z.object({});
const one = z.object({ id: profileIdSchema });
const done = z.null();
const folderId = profileFolderSchema.shape.id;

const savedPassword = z.enum(['none', 'here', 'elsewhere']);

/** A saved profile as the renderer sees it: whether there is a password for where it leads, or only one for elsewhere; never which. */
export const profileEntrySchema = profileSchema.extend({
  /** As it is kept, also where a form would not take it any more: what is saved has to be seen. */
  folder: z.string().default(''),
  tags: z.string().default(''),
  notes: z.string().default(''),
  /** Where its settings come from: set for it, or the id of the folder that says it. What is not here is as usual. */
  sources: z.partialRecord(z.enum(settingNames), z.union([z.literal('own'), folderId])),
  savedPassword,
  /** The folder that its password is from; not given for one of its own. */
  passwordFrom: folderId.optional(),
  /** The stock credentials of deployed servers are in use (deployed behaviour 16). */
  stockCredentials: z.boolean(),
  /** One of the embedded demo fleet. */
  demo: z.boolean(),
  /** Only where the administrators of this machine supply it: what they note of it, while `notes` is the user's own. */
  managed: z.object({ notes: z.string() }).optional(),
});
export type ProfileEntry = z.infer<typeof profileEntrySchema>;

/** A folder as the renderer sees it: whether it has a password for its user, or only one for another; never which. */
export const folderEntrySchema = profileFolderSchema.extend({
  /** Not given where it has none. */
  savedPassword: savedPassword.optional(),
  /** The administrators of this machine supply it. */
  managed: z.literal(true).optional(),
});
export type FolderEntry = z.infer<typeof folderEntrySchema>;

const undo = z.uuid();
/** With what `folders.undo` wants; not given for a new one. */
const savedFolderSchema = folderEntrySchema.extend({ undo: undo.optional() });
export type SavedFolderEntry = z.infer<typeof savedFolderSchema>;

/**
 * Where classes of the profiles that a deed touches ask for it: typed by the administrator. For one its name; for many the approval that
 * `confirmation-needed` answers.
 */
export const confirmName = boundedText(400).optional();

const settingList = z.array(z.enum(settingNames)).max(settingNames.length);

/** So many profiles at once. */
const mostAtOnce = 5000;

const many = z.array(profileIdSchema).min(1).max(mostAtOnce);

/** Neither what profiles are called nor where they are. Without defaults: what is not given is not set. */
const commonFields = z
  .object({ folder: folderSchema, ...remarkSchemas, ...settingSchemas })
  .partial();

const folderDraft = profileFolderSchema.omit({ id: true });

/** A folder as an administrator filled it in: `base` is the folder as it was when that began. */
const folderFilledIn = z
  .object({
    id: folderId.optional(),
    base: folderDraft.optional(),
    draft: folderDraft,
    /** For all that have its password; null: none any more. Without it the saved one stays. */
    password: argumentSchema.nullable().optional(),
    /** Profiles without a password of their own that are to have the folder's, for where they lead once this is saved; no others get it. */
    newHeirs: z.array(profileIdSchema).max(mostAtOnce).optional(),
    confirmName,
  })
  .refine(({ id, base }) => id !== undefined || base === undefined, { path: ['base'] });

/** A profile as an administrator filled it in: a new one without `id`, else with `base`, the profile as it was when that began. */
const filledIn = z
  .object({
    id: profileIdSchema.optional(),
    base: profileDraftSchema.optional(),
    draft: profileDraftSchema,
    /** The settings that are set for it; the others are said by its folder. Without it: what it would not have anyhow. */
    own: settingList.optional(),
    /** Null: that of its folder from now on, or none where that has none. */
    password: argumentSchema.nullable().optional(),
    /** Whether it gets the password of the folder that it is put under by this, where it has none of its own; it does unless told. */
    newHeir: z.boolean().optional(),
    confirmName,
  })
  .refine(({ id, base }) => (id === undefined) === (base === undefined), { path: ['base'] });

/** The calls of the contract about profiles and their folders. */
export const profileCalls = {
  'profiles.list': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(profileEntrySchema),
  },
  /**
   * Adds without `id`, changes with it. What changed elsewhere since `base` is merged; where it is the same that this changes, the answer is
   * `edited-elsewhere` with both values. Without `password` the saved one stays, unless it was entered for another place
   * (`password-needed-again`). A guarded profile that would lead elsewhere, or be asked for less, wants what a change on its proxy does.
   */
  'profiles.save': { role: 'administer', input: filledIn, output: profileEntrySchema },
  /** A guarded profile wants what a change on its proxy does. */
  'profiles.remove': { role: 'administer', input: one.extend({ confirmName }), output: done },
  /** Takes the removal of this profile back, while the app runs. */
  'profiles.restore': { role: 'administer', input: one, output: profileEntrySchema },

  /** Many as one: all of them are saved, or none. Answers them in the order asked. */
  'profiles.saveMany': {
    role: 'administer',
    input: z.object({ edits: z.array(filledIn).min(1).max(mostAtOnce) }),
    output: z.array(profileEntrySchema),
  },
  /**
   * The same edit for many: what is set, which settings their folders say from now on, tags that are added and taken away, one password for all.
   * `newHeirs` get the password of the folder that they are put under, unless they have one of their own; nobody else newly gets it.
   */
  'profiles.edit': {
    role: 'administer',
    input: z.object({
      ids: many,
      set: commonFields,
      inherit: settingList.optional(),
      addTags: tagsSchema.optional(),
      removeTags: tagsSchema.optional(),
      password: argumentSchema.nullable().optional(),
      newHeirs: z.array(profileIdSchema).max(mostAtOnce).optional(),
      confirmName,
    }),
    output: z.array(profileEntrySchema),
  },
  /** All of them, or none. Where guarded profiles are among them, `confirmName` is wanted. */
  'profiles.removeMany': {
    role: 'administer',
    input: z.object({ ids: many, confirmName }),
    output: done,
  },
  'profiles.restoreMany': {
    role: 'administer',
    input: z.object({ ids: many }),
    output: z.array(profileEntrySchema),
  },

  'folders.list': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(folderEntrySchema),
  },
  /**
   * Adds without `id`. What it says holds at once for all in it that do not say otherwise. What changed elsewhere since `base` is merged; where
   * it is the same that this changes, the answer is `folder-edited-elsewhere` with both values. Who logs in is not changed without its password
   * where it has one (`password-needed-again`). Nobody gets its password, or has it for another place, who is not named.
   */
  'folders.save': { role: 'administer', input: folderFilledIn, output: savedFolderSchema },
  /** What is in it lies where the folder lay, and has what it had. */
  'folders.remove': {
    role: 'administer',
    input: z.object({ id: folderId, confirmName }),
    output: z.object({ undo }),
  },
  /** Takes one save or removal of a folder back, by what it answered, while the app runs, its password included. */
  'folders.undo': { role: 'administer', input: z.object({ undo, confirmName }), output: done },
} as const;

/** The topics of the contract about them. */
export const profileTopics = {
  /** What of the profile list is new or different, in its order, and what is gone. What is new comes last in the list. */
  'profiles.changed': {
    role: 'view',
    params: nothing,
    value: z.object({
      changed: z.array(profileEntrySchema),
      removed: z.array(profileIdSchema),
    }),
  },
  'folders.changed': {
    role: 'view',
    params: nothing,
    value: z.object({ changed: z.array(folderEntrySchema), removed: z.array(folderId) }),
  },
} as const;
