import { z } from 'zod';
import type { EnvironmentClass } from './environment-class-schema.ts';
import { hostSchema } from './host-schema.ts';
import { nameSchema } from './name-schemas.ts';
import { profileIdSchema, remarkSchemas, settingSchemas } from './profile.ts';
import { colours } from './profile-words.ts';

/** Settings that somebody set, and no others. */
export const ownSettingsSchema = z.object(settingSchemas).partial();
export type OwnSettings = z.infer<typeof ownSettingsSchema>;
export type Setting = keyof OwnSettings;

/** A folder of profiles, and what it says for all that is in it. */
export const profileFolderSchema = z.object({
  id: z.uuid(),
  name: nameSchema.refine((name) => !name.includes('/')),
  /** Null for one at the top. */
  parentId: z.uuid().nullable(),
  colour: z.enum(colours).default('none'),
  /** It stays where nothing lies in it and it says nothing: somebody made it, and no path did. */
  kept: z.boolean().default(false),
  settings: ownSettingsSchema,
});
export type ProfileFolder = z.infer<typeof profileFolderSchema>;

/** A profile as it is saved: only what was set for it. What holds for its proxy is said by `resolveProfile`. */
export const storedProfileSchema = z.object({
  id: profileIdSchema,
  name: nameSchema,
  host: hostSchema,
  /** Null for one at the top. */
  folderId: z.uuid().nullable(),
  tags: remarkSchemas.tags.default(''),
  notes: remarkSchemas.notes.default(''),
  colour: remarkSchemas.colour.default('none'),
  favourite: remarkSchemas.favourite.default(false),
  settings: ownSettingsSchema,
});
export type StoredProfile = z.infer<typeof storedProfileSchema>;

/** What is intended of all that carry a tag and of which neither they nor a folder say otherwise. */
export const tagIntentSchema = z.object({
  tag: nameSchema.refine((tag) => !tag.includes(',')),
  settings: ownSettingsSchema.pick({ intendedTransformation: true, intendedBufferSize: true }),
});
export type TagIntent = z.infer<typeof tagIntentSchema>;

/** All that is saved of profiles, each with an id of its own. */
export interface ProfileBook {
  readonly profiles: readonly StoredProfile[];
  readonly folders: readonly ProfileFolder[];
  /** Each tag once, as people read it. */
  readonly tags: readonly TagIntent[];
  /** The user's own classes, and of the usual ones those that are otherwise than from the start. */
  readonly classes: readonly EnvironmentClass[];
}

/** A book with nothing in it. */
export const emptyBook: ProfileBook = { profiles: [], folders: [], tags: [], classes: [] };
