import { z } from 'zod';
import { placeSchema } from './place.ts';
import { argumentSchema, profileIdSchema } from './profile.ts';

const bytes = (least: number, most: number) =>
  z
    .base64()
    .min(4 * Math.ceil(least / 3))
    .max(4 * Math.ceil(most / 3));

/** What a passphrase is made into a key with (RFC 7914). The memory that it takes is 128 · n · r bytes. */
export const scryptSchema = z.object({
  n: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: bytes(16, 64),
});
export type Scrypt = z.infer<typeof scryptSchema>;

/** The passwords of an exported file. Byte strings are in base64. */
export const sealedSecretsSchema = z.object({
  cipher: z.literal('aes-256-gcm'),
  derivation: z.literal('scrypt'),
  scrypt: scryptSchema,
  /** Tells whether a passphrase is the right one, whatever became of the rest. */
  check: bytes(32, 32),
  nonce: bytes(12, 12),
  /** What is sealed, with its tag behind it; the other fields but `sum` are its associated data. */
  sealed: bytes(16, 20_000_000),
  /** SHA-256 over the other fields: tells of damage before anybody is asked for a passphrase. */
  sum: bytes(32, 32),
});
export type SealedSecrets = z.infer<typeof sealedSecretsSchema>;

/** The password of a profile, with the place that it was entered for. */
const profileSecretSchema = z.object({
  id: profileIdSchema,
  password: argumentSchema,
  place: placeSchema,
  /** The folder whose password it is; null for one of its own. */
  from: profileIdSchema.nullable().default(null),
});
export type ExportedSecret = z.infer<typeof profileSecretSchema>;

/** All passwords of a file; that of a folder is for the user whom it says. */
export const exportedSecretsSchema = z.object({
  profiles: z.array(profileSecretSchema).max(20_000),
  folders: z
    .array(z.object({ id: z.uuid(), user: argumentSchema, password: argumentSchema }))
    .max(20_000),
});
export type ExportedSecrets = z.infer<typeof exportedSecretsSchema>;

export const noSecrets: ExportedSecrets = { profiles: [], folders: [] };
