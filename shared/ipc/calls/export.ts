import { z } from 'zod';
import { errorValue } from '../../facts/errors.ts';
import { profileDraftSchema, profileIdSchema } from '../../model/profile.ts';
import { longestExport, mostExported } from '../../model/profile-export.ts';
import { onExisting } from '../../model/profile-import.ts';
import { profileFolderSchema } from '../../model/stored-profile.ts';
import { passphraseLength, passphraseSchema } from '../../model/vault.ts';
import { confirmName } from './profile.ts';

const token = z.uuid();
const value = z.union([z.string(), z.number(), z.boolean()]);
const count = z.int().min(0);

/** Characters of a file that are sent at once; whatever they are, the message is shorter than a window may send. */
export const longestPart = 500_000;

const exportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('folder'), id: profileFolderSchema.shape.id }),
  z.object({ kind: z.literal('profiles'), ids: z.array(profileIdSchema).min(1).max(mostExported) }),
]);

/**
 * What has to be thought of with one profile of a file: its name is another one's (`name-taken`: it gets a number), it lies where nobody can
 * replace it (`elsewhere`), replacing it wants what its class asks for (`guarded`), its password is for another place than it leads to
 * (`password-elsewhere`), or the saved one is, once it is replaced (`password-again`), or it would lie in a folder that has a password, which
 * is not given to it (`folder-password`).
 */
export const importProblems = [
  'name-taken',
  'elsewhere',
  'guarded',
  'password-elsewhere',
  'password-again',
  'folder-password',
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** One profile of a file, and what it would be here. */
export const importRowSchema = z.object({
  name: z.string(),
  host: z.string(),
  port: z.int(),
  /** Null where no UDP leads there. */
  udpPort: z.int().nullable(),
  user: z.string(),
  folder: z.string(),
  environment: z.string(),
  /** How the file calls its class; empty for a usual one, and for one that the file does not say. */
  className: z.string(),
  /** The profile that is there already: of the same id, else of the same name. */
  there: z.object({ id: profileIdSchema, name: z.string() }).nullable(),
  differs: z.array(z.object({ field: profileDraftSchema.keyof(), here: value, file: value })),
  /** Whether the file has a password for it that can be taken. */
  hasPassword: z.boolean(),
  problems: z.array(z.enum(importProblems)),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** What a file would make of the profiles that are there. */
export const importPreviewSchema = z.object({
  rows: z.array(importRowSchema),
  /** By their paths: new, there and saying the same, or there and saying otherwise, which stays. */
  folders: z.array(z.object({ path: z.string(), kind: z.enum(['new', 'same', 'differs']) })),
  /** The user's own classes of the file, as its folders. */
  classes: z.array(z.object({ name: z.string(), kind: z.enum(['new', 'same', 'differs']) })),
  /** What is intended of every profile that carries a tag; `carriers`: of those that are here. One that says something here already keeps it. */
  tags: z.array(
    z.object({
      tag: z.string(),
      settings: profileDraftSchema.pick({
        intendedTransformation: true,
        intendedBufferSize: true,
      }),
      kind: z.enum(['new', 'same', 'differs']),
      carriers: count,
    }),
  ),
  /** `sealed`: no passphrase was given yet. `unusable`: `trouble` says why. */
  passwords: z.enum(['none', 'sealed', 'open', 'unusable']),
  trouble: errorValue.nullable(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** The calls of the contract about files of profiles. None answers a password: what a file has sealed goes from the core to the vault. */
export const exportCalls = {
  /** With `passphrase` also the passwords, sealed with it. Throws `export-forbidden`, `not-found`, and what the vault throws. */
  'profiles.export': {
    role: 'administer',
    input: z.object({ scope: exportScope, passphrase: passphraseSchema.optional() }),
    output: z.object({
      text: z.string(),
      profiles: count,
      folders: count,
      /** Null where it was asked for without. */
      passwords: count.nullable(),
      /** Passwords that were left out: entered for another place than their profile leads to now. */
      elsewhere: count,
    }),
  },
  /** A file follows in parts, of so many characters in all. It is kept for a while only, and under its token. */
  'import.begin': {
    role: 'administer',
    input: z.object({ length: z.int().min(0).max(longestExport) }),
    output: z.object({ token }),
  },
  'import.part': {
    role: 'administer',
    input: z.object({ token, text: z.string().max(longestPart) }),
    output: z.null(),
  },
  /** Throws `not-an-export`, `import-expired`, and `export-passphrase` for a wrong one. Nothing is changed by it. */
  'import.read': {
    role: 'administer',
    input: z.object({ token, passphrase: z.string().min(1).max(passphraseLength.most).optional() }),
    output: importPreviewSchema,
  },
  /**
   * Does with each profile of the file what was chosen, in its order: all of it, or nothing. `confirmName`: what was typed where guarded
   * profiles are replaced. Throws what `profiles.save` throws, and `edited-elsewhere` where one is another than the preview said.
   */
  'import.apply': {
    role: 'administer',
    input: z.object({
      token,
      choices: z.array(z.enum(onExisting)).max(mostExported),
      confirmName,
      withPasswords: z.boolean(),
      /** Takes what its tags say, which is not taken otherwise, nor where no profile is. */
      withTags: z.boolean().optional(),
    }),
    output: z.object({ added: count, replaced: count, skipped: count, passwords: count }),
  },
  /** Takes an import back, and leaves what was changed since. */
  'import.undo': { role: 'administer', input: z.object({ token, confirmName }), output: z.null() },
  /** What was read of a file is not needed any more. */
  'import.forget': { role: 'administer', input: z.object({ token }), output: z.null() },
} as const;
