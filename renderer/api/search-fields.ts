import { splitItems } from './search-text.ts';

/*
 * The fields of which the schema of a view's address is made. A value that does not fit is one that was not given: a link with a fault
 * opens the view, and never throws. They are needed before anything is drawn, and therefore made without a library.
 */

/** What one name of an address can say. */
export interface Field<T> {
  readonly holds: 'word' | 'words' | 'text' | 'identifier' | 'identifiers' | 'uuid' | 'moment';
  /** All that it can say, where these are words. */
  readonly words: readonly string[];
  /** Reads it as the address has it, or as a view gave it. Never throws. */
  read(raw: unknown): T;
}

/** What a schema's address says, by name: lists always, the rest where it is said. */
export type Said<Shape> = {
  readonly [Name in keyof Shape as Shape[Name] extends Field<readonly string[]>
    ? Name
    : never]: Shape[Name] extends Field<infer T> ? T : never;
} & {
  readonly [Name in keyof Shape as Shape[Name] extends Field<readonly string[]>
    ? never
    : Name]?: Shape[Name] extends Field<infer T> ? T : never;
};

/** What an address of one view can say. */
export interface AddressSchema<Shape> {
  readonly shape: Shape;
  /** Reads the fields, and leaves out what stands under any other name. Never throws. */
  parse(raw: unknown): Said<Shape>;
}

/** Makes the schema of these fields. */
export function addressOf<const Shape extends Readonly<Record<string, Field<unknown>>>>(
  shape: Shape,
): AddressSchema<Shape> {
  const fields = Object.entries(shape);
  return {
    shape,
    parse(raw) {
      const given = typeof raw === 'object' && raw !== null ? new Map(Object.entries(raw)) : null;
      const read = fields.map(([name, field]) => [name, field.read(given?.get(name))]);
      // The type says of each name what its field reads.
      return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Said<Shape>;
    },
  };
}

/** One of some words. */
export function choice<const Words extends readonly string[]>(
  words: Words,
): Field<Words[number] | undefined> {
  return { holds: 'word', words, read: (raw) => words.find((word) => word === raw) };
}

/** Free text of at most `longest` characters. An empty one is a text, too: the user has cleared the field. */
export function text(longest: number): Field<string | undefined> {
  const read = (raw: unknown): string | undefined =>
    typeof raw === 'string' && raw.length <= longest ? raw : undefined;
  return { holds: 'text', words: [], read };
}

/** An identifier, such as that of a profile. */
export function identifier(): Field<string | undefined> {
  const read = (raw: unknown): string | undefined => (isIdentifier(raw) ? raw : undefined);
  return { holds: 'identifier', words: [], read };
}

/** An identifier that the app made itself. */
export function uuid(): Field<string | undefined> {
  const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const read = (raw: unknown): string | undefined =>
    typeof raw === 'string' && form.test(raw) ? raw : undefined;
  return { holds: 'uuid', words: [], read };
}

/** Some of the words, each once, in the order of the address. Words that do not fit are left out. */
export function choices<const Words extends readonly string[]>(
  words: Words,
): Field<readonly Words[number][]> {
  const known = new Set<unknown>(words);
  const isOne = (raw: unknown): raw is Words[number] => known.has(raw);
  return { holds: 'words', words, read: (raw) => listed(raw, isOne, words.length) };
}

/** At most `most` identifiers, each once, in the order of the address. Those that do not fit are left out. */
export function identifiers(most: number): Field<readonly string[]> {
  return { holds: 'identifiers', words: [], read: (raw) => listed(raw, isIdentifier, most) };
}

/** A time, epoch milliseconds. */
export function moment(): Field<number | undefined> {
  const read = (raw: unknown): number | undefined => {
    const time = typeof raw === 'string' && /^\d{1,15}$/.test(raw) ? Number(raw) : raw;
    const fits = typeof time === 'number' && Number.isInteger(time);
    return fits && time >= 0 && time <= lastMoment ? time : undefined;
  };
  return { holds: 'moment', words: [], read };
}

/** The greatest number that is a time of a Date. */
const lastMoment = 8.64e15;

const longestIdentifier = 100;

function isIdentifier(raw: unknown): raw is string {
  return typeof raw === 'string' && raw !== '' && raw.length <= longestIdentifier;
}

/** A list comes as text from an address and as a list from a view. */
function listed<T>(raw: unknown, fits: (item: unknown) => item is T, most: number): readonly T[] {
  const items: unknown = typeof raw === 'string' ? splitItems(raw) : raw;
  return Array.isArray(items) ? [...new Set(items)].filter(fits).slice(0, most) : [];
}
