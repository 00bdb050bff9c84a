import { z } from 'zod';

/** What could be read of a file's content. `lost` names the entries that could not: their key, or null where not even that is readable. */
export interface Decoded<T> {
  readonly value: T;
  readonly lost: readonly (string | null)[];
}

/** How one kind of value lies in its file. */
export interface DocumentFormat<T> {
  /** Name of the file in the data directory. */
  readonly file: string;
  /** From version 1 on, one pure function for each step to the next version. The version in force is their number plus one. */
  readonly migrations: readonly ((content: unknown) => unknown)[];
  /** Last good copies that are kept, the present one among them. */
  readonly copies: number;
  /** The last copies of so many days are kept besides; none unless told. */
  readonly days?: number;
  readonly empty: T;
  /** In force where others may have written the file; not given where it is taken whoever wrote it. */
  readonly distrusted?: T;
  encode(value: T): Readonly<Record<string, unknown>>;
  /** Takes what is good entry by entry. Throws where there is nothing to take. */
  decode(content: unknown): Decoded<T>;
  /** Takes the lost entry from a copy; null where the copy has none. */
  mend(value: T, key: string, copy: T): T | null;
  /** Makes a value whole of which some entries stay lost. */
  settle?(value: T): T;
}

/** What a file's text is. `newer` was written by a later release, and is not this one's to touch. */
export type Parsed<T> =
  | { readonly kind: 'good'; readonly savedAt: number; readonly decoded: Decoded<T> }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

const frameSchema = z.looseObject({ version: z.int().min(1), savedAt: z.number().catch(0) });

/** `savedAt`: epoch milliseconds. */
export function serialise<T>(format: DocumentFormat<T>, value: T, savedAt: number): string {
  const version = format.migrations.length + 1;
  return `${JSON.stringify({ version, savedAt, ...format.encode(value) }, null, 2)}\n`;
}

export function parse<T>(format: DocumentFormat<T>, text: string): Parsed<T> {
  try {
    const content: unknown = JSON.parse(text);
    const { version, savedAt } = frameSchema.parse(content);
    if (version > format.migrations.length + 1) return { kind: 'newer', version };
    const migrated = format.migrations
      .slice(version - 1)
      .reduce((older: unknown, migrate) => migrate(older), content);
    return { kind: 'good', savedAt, decoded: format.decode(migrated) };
  } catch {
    // Whatever is wrong with it, the file is set aside as it is: who wants to know more has all of it there.
    return { kind: 'damaged' };
  }
}
