import { z } from 'zod';
import {
  idleMinutesSchema,
  type VaultKind,
  vaultCommandSchema,
  vaultKinds,
} from '../../../shared/model/vault.ts';
import type { DocumentFormat } from '../documents/format.ts';

const kind = z.enum(vaultKinds);

const fields = {
  /** Null where nobody chose. */
  kind: kind.nullable().default(null),
  idleMinutes: idleMinutesSchema.default(15),
  /** The last that was chosen. */
  command: vaultCommandSchema.nullable().default(null),
  /** The vault before the external command: it keeps what it had until another is chosen than the command. */
  resting: kind.nullable().default(null),
  /** Vaults whose passwords another has taken, and one that is being filled: what lies in them is to be removed unless they come into force. */
  dropping: z.array(kind).readonly().default([]),
} as const;

const choiceSchema = z.object(fields);

/** Which vault was chosen for a data directory. That it is written is what puts a vault in force. */
export interface SavedChoice extends z.output<typeof choiceSchema> {
  readonly kind: VaultKind | null;
}

export const choiceFormat: DocumentFormat<SavedChoice> = {
  file: 'vault.json',
  migrations: [],
  copies: 1,
  empty: choiceSchema.parse({}),
  // It names a program that is run.
  distrusted: choiceSchema.parse({ kind: 'session' }),
  encode: (vault) => ({ vault }),
  decode(content) {
    const { vault } = z.object({ vault: z.record(z.string(), z.unknown()) }).parse(content);
    const lost = Object.entries(fields)
      .filter(([name, schema]) => !schema.safeParse(vault[name]).success)
      .map(([name]) => name);
    const good = Object.entries(vault).filter(([name]) => !lost.includes(name));
    return { value: choiceSchema.parse(Object.fromEntries(good)), lost };
  },
  mend: (choice, field, copy) => ({
    ...choice,
    ...Object.fromEntries(Object.entries(copy).filter(([name]) => name === field)),
  }),
};
