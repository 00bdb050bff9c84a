import { z } from 'zod';
import { nameSchema } from './name-schemas.ts';

/** The lists of an export. */
const exportedLists = ['profiles', 'folders', 'tags', 'classes'] as const;

/** An entry of an export, the first of its list being number 1, and a key of it. `name` is empty where the entry says none that can be shown. */
export const exportedEntry = {
  list: z.enum(exportedLists),
  number: z.int(),
  name: z.string(),
  /** The path within the entry, with dots between. */
  key: z.string(),
};
export type ExportedEntry = z.infer<z.ZodObject<typeof exportedEntry>>;

type ExportFault =
  | { readonly case: 'damaged'; readonly place: string }
  | ({ readonly case: 'missing' | 'wrong' } & ExportedEntry);

/** What is at fault in an export where its schema says so: what an entry has not, or has and cannot be, else the place in the file. */
export function exportFault(content: unknown, path: readonly PropertyKey[]): ExportFault {
  const [first, index, ...within] = path;
  const list = exportedLists.find((each) => each === first);
  if (list === undefined || typeof index !== 'number' || within.length === 0)
    return { case: 'damaged', place: path.join('.') };
  const entry = valueAt(content, [list, index]);
  const name = nameSchema.safeParse(valueAt(entry, [list === 'tags' ? 'tag' : 'name']));
  return {
    case: valueAt(entry, within) === undefined ? 'missing' : 'wrong',
    ...{ list, number: index + 1, name: name.data ?? '', key: within.join('.') },
  };
}

function valueAt(within: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    within,
  );
}
