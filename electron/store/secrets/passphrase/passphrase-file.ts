import { z } from 'zod';
import type { DocumentFormat } from '../../documents/format.ts';
import { type WrappedKey, wrappedKeySchema } from './wrapped-key.ts';

/** One password. Its place, whether it is the stock one and whose it is are also bound to what is sealed, so that nobody can change them. */
export interface SealedSecret {
  readonly sealed: string;
  readonly boundTo: string | null;
  readonly stock: boolean;
  readonly from: string | null;
}

export interface PassphraseFile {
  /** Null where no passphrase was ever chosen. */
  readonly key: WrappedKey | null;
  /** By the id of a profile or a folder, or of what is neither's (`apart.ts`). */
  readonly secrets: Readonly<Record<string, SealedSecret>>;
}

const secretSchema = z.object({
  sealed: z.base64().min(1),
  boundTo: z.string().nullable(),
  stock: z.boolean(),
  from: z.string().nullable(),
});
const fileSchema = z.looseObject({
  key: wrappedKeySchema.nullable(),
  secrets: z.record(z.string(), z.unknown()),
});

export const passphraseFormat: DocumentFormat<PassphraseFile> = {
  file: 'secrets-passphrase.json',
  migrations: [],
  // Only what is in force: a password that was deleted does not live on in older copies.
  copies: 1,
  empty: { key: null, secrets: {} },
  encode: ({ key, secrets }) => ({ key, secrets }),
  decode(content) {
    const { key, secrets: entries } = fileSchema.parse(content);
    const secrets: Record<string, SealedSecret> = {};
    const lost: string[] = [];
    for (const [id, entry] of Object.entries(entries)) {
      const { success, data } = secretSchema.safeParse(entry);
      if (success) secrets[id] = data;
      else lost.push(id);
    }
    return { value: { key, secrets }, lost };
  },
  mend(file, id, copy) {
    const secret = copy.secrets[id];
    if (secret === undefined || copy.key?.id !== file.key?.id) return null;
    return { ...file, secrets: { ...file.secrets, [id]: secret } };
  },
};
