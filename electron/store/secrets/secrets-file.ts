import { z } from 'zod';
import type { DocumentFormat } from '../documents/format.ts';
import type { Sealed } from './cipher.ts';

/**
 * One password. `boundTo` is the key of the place that it was entered for, also known while the keychain is locked; null where an older release wrote it. `stock`: whether
 * it is the stock password of deployed servers; null where that is not known yet. `from`: the folder whose password it is; null for one of its own.
 */
export interface Secret {
  readonly sealed: Sealed;
  readonly boundTo: string | null;
  readonly stock: boolean | null;
  readonly from: string | null;
}

/** By the id of a profile or a folder, or of what is neither's (`apart.ts`). */
export type Secrets = Readonly<Record<string, Secret>>;

const sealedSchema = z.base64().min(1);
const secretSchema = z.object({
  sealed: sealedSchema,
  boundTo: z.string().nullable(),
  stock: z.boolean().nullable().default(null),
  from: z.string().nullable().default(null),
});
const fileSchema = z.looseObject({ secrets: z.record(z.string(), z.unknown()) });

/** Version 1 had only what is sealed. */
function withPlaces(content: unknown): unknown {
  const file = fileSchema.parse(content);
  const secrets = Object.entries(file.secrets).map(([id, sealed]) => [
    id,
    { sealed, boundTo: null },
  ]);
  return { ...file, secrets: Object.fromEntries(secrets) };
}

export const secretsFormat: DocumentFormat<Secrets> = {
  file: 'secrets.json',
  migrations: [withPlaces],
  // Only what is in force: a password that was deleted does not live on in older copies.
  copies: 1,
  empty: {},
  encode: (secrets) => ({ secrets }),
  decode(content) {
    const secrets: Record<string, Secret> = {};
    const lost: string[] = [];
    for (const [id, entry] of Object.entries(fileSchema.parse(content).secrets)) {
      const { success, data } = secretSchema.safeParse(entry);
      if (success) secrets[id] = data;
      else lost.push(id);
    }
    return { value: secrets, lost };
  },
  mend(secrets, id, copy) {
    const secret = copy[id];
    return secret === undefined ? null : { ...secrets, [id]: secret };
  },
};
