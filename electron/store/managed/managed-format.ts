import { z } from 'zod';
import type { ManagedFault } from '../../../shared/facts/managed-errors.ts';
import { type Preferences, preferencesSchema } from '../../../shared/model/app-info.ts';
import { nameSchema } from '../../../shared/model/name-schemas.ts';
import { type Policy, policySchema, strictestPolicy } from '../../../shared/model/policy.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';
import { type Fault, faultOf } from './fault.ts';
import { bookOf } from './managed-book.ts';
import type { Refused } from './read-managed.ts';

/** What a file says that may be read. */
export interface ManagedContent {
  /** Null where it does not say it. */
  readonly organisation: string | null;
  /** Ids are of this console: no id that a file gives is one of the user's own. */
  readonly book: ProfileBook;
  readonly preferences: Partial<Preferences>;
  readonly policy: Policy;
  /** What is wrong, in the file's order. */
  readonly faults: readonly Fault[];
  /** The policy is not as it was meant, for all that can be told, and was made stricter. */
  readonly policyUnclear: boolean;
}

export const managedFormat = 'spcp-console-managed';
export const managedVersion = 1;

const frameSchema = z.looseObject({ format: z.literal(managedFormat), version: z.int().min(1) });

const parts = [
  'format',
  'version',
  'organisation',
  'profiles',
  'folders',
  'tags',
  'classes',
  'preferences',
  'policy',
];

/** Takes what is good of a file's text, part by part. Where a policy may be meant and cannot be read, the strictest holds. */
export function parseManaged(text: string, path: string): ManagedContent | Refused {
  const content = parsedJson(text);
  if (content === undefined) return { path, reason: 'no-json', cause: '' };
  const frame = frameSchema.safeParse(content);
  if (!frame.success) return { path, reason: 'other', cause: '' };
  const { version, organisation, profiles, folders, tags, classes, preferences, policy } =
    frame.data;
  if (version > managedVersion) return { path, reason: 'newer', cause: String(version) };

  const faults: Fault[] = unknownKeys(frame.data, parts, '');
  const misspelt = faults.length > 0 && policy === undefined;
  const by = nameSchema.safeParse(organisation);
  if (!by.success) faults.push(faultOf(by.error.issues, 'organisation', organisation));
  const book = bookOf(profiles, folders, tags, classes);
  const chosen = preferencesOf(preferences);
  const ruled = policyOf(policy);
  return {
    organisation: by.success ? by.data : null,
    book: book.value,
    preferences: chosen.value,
    policy: misspelt ? strictestPolicy : ruled.value,
    faults: [...faults, ...book.faults, ...chosen.faults, ...ruled.faults],
    policyUnclear: misspelt || ruled.faults.length > 0,
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Read<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
}

/** Choice by choice. */
function preferencesOf(given: unknown): Read<Partial<Preferences>> {
  if (given === undefined) return { value: {}, faults: [] };
  const record = z.record(z.string(), z.unknown()).safeParse(given);
  if (!record.success) return { value: {}, faults: [{ place: 'preferences', fault: 'value' }] };
  const { shape } = preferencesSchema;
  const faults = unknownKeys(record.data, Object.keys(shape), 'preferences.');
  const value: [string, unknown][] = [];
  for (const [key, schema] of Object.entries(shape)) {
    if (record.data[key] === undefined) continue;
    const read = schema.safeParse(record.data[key]);
    if (read.success) value.push([key, read.data]);
    else faults.push({ place: `preferences.${key}`, fault: 'value' });
  }
  return { value: Object.fromEntries(value), faults };
}

/** A rule that is misspelt may be any: what is not said clearly is then as strict as it can be. */
function policyOf(given: unknown): Read<Policy> {
  if (given === undefined) return { value: {}, faults: [] };
  const record = z.record(z.string(), z.unknown()).safeParse(given);
  if (!record.success) {
    return { value: strictestPolicy, faults: [{ place: 'policy', fault: 'value' }] };
  }
  const faults = unknownKeys(record.data, Object.keys(policySchema.shape), 'policy.');
  const said: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(policySchema.shape)) {
    const read = schema.safeParse(record.data[key]);
    if (!read.success) faults.push({ place: `policy.${key}`, fault: 'value' });
    else if (read.data !== undefined) said[key] = read.data;
  }
  if (faults.length === 0) return { value: said, faults };
  // What is misspelt may be the feed: updates that are allowed are then of another place than was meant.
  return { value: { ...strictestPolicy, ...said, updates: false }, faults };
}

function unknownKeys(value: object, known: readonly string[], where: string): Fault[] {
  const fault: ManagedFault = 'unknown';
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ place: `${where}${printableKey(key)}`, fault }));
}

/** A key is whatever somebody wrote. */
function printableKey(key: string): string {
  return JSON.stringify(key.slice(0, 60)).slice(1, -1);
}
