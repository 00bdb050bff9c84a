import { z } from 'zod';
import { isUsualClass, mayHave } from '../../../shared/model/environment-class.ts';
import {
  type EnvironmentClass,
  environmentClassSchema,
  teethSchema,
} from '../../../shared/model/environment-class-schema.ts';
import { nameKey } from '../../../shared/model/name.ts';
import {
  folderChain,
  foldersById,
  isWholeChain,
  resolveProfile,
} from '../../../shared/model/resolve-profile.ts';
import {
  type ProfileBook,
  type ProfileFolder,
  profileFolderSchema,
  type StoredProfile,
  storedProfileSchema,
  type TagIntent,
  tagIntentSchema,
} from '../../../shared/model/stored-profile.ts';
import { mostTagIntents } from '../../../shared/model/tag-intents.ts';
import { derivedId } from '../../base/derived-id.ts';
import { type Fault, faultOf } from './fault.ts';

/** So many of each, but for tags: as in an export. */
const most = 20_000;

/** As in an export; an id may be left out, and what nobody knows is refused, since a setting that is misspelt would not hold. */
const folderSchema = profileFolderSchema
  .extend({
    id: z.uuid().optional(),
    parentId: z.uuid().nullable().default(null),
    settings: profileFolderSchema.shape.settings.strict().default({}),
  })
  .strict();
const profileSchema = storedProfileSchema
  .extend({
    id: z.uuid().optional(),
    folderId: z.uuid().nullable().default(null),
    settings: storedProfileSchema.shape.settings.strict().default({}),
  })
  .strict();

const tagSchema = tagIntentSchema
  .extend({ settings: tagIntentSchema.shape.settings.strict() })
  .strict();

/** What it asks for has to be said as a whole: a tooth that is left out might be one that was meant. */
const classSchema = environmentClassSchema
  .extend({
    id: environmentClassSchema.shape.id.optional(),
    name: environmentClassSchema.shape.name.default(''),
    colour: environmentClassSchema.shape.colour.default('none'),
    teeth: teethSchema.strict(),
  })
  .strict();

interface Placed<T> {
  readonly place: string;
  readonly value: T;
}

/** The profiles and folders of a file, without those that cannot be: each of an id and a name of its own, in folders that are there. */
export function bookOf(
  profiles: unknown,
  folders: unknown,
  tags?: unknown,
  classes?: unknown,
): { readonly value: ProfileBook; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const known = keptClasses(listOf(classes, 'classes', classSchema, faults), faults);
  const kept = keptFolders(listOf(folders, 'folders', folderSchema, faults), faults);
  const value = {
    folders: kept.map((each) => inClass(each, known)),
    profiles: keptProfiles(listOf(profiles, 'profiles', profileSchema, faults), kept, faults).map(
      (each) => inClass(each, known),
    ),
    tags: keptTags(listOf(tags, 'tags', tagSchema, faults, mostTagIntents), faults),
    classes: [...known.classes],
  };
  return { value, faults };
}

function listOf<T>(
  given: unknown,
  place: string,
  schema: z.ZodType<T>,
  faults: Fault[],
  atMost = most,
): readonly Placed<T>[] {
  if (given === undefined) return [];
  const list = z.array(z.unknown()).max(atMost).safeParse(given);
  if (!list.success) {
    faults.push({ place, fault: 'value' });
    return [];
  }
  return list.data.flatMap((entry, index) => {
    const read = schema.safeParse(entry);
    if (read.success) return [{ place: `${place}[${index}]`, value: read.data }];
    faults.push(faultOf(read.error.issues, `${place}[${index}]`, entry));
    return [];
  });
}

interface KnownClasses {
  readonly classes: readonly EnvironmentClass[];
  /** Their ids here by the ids and names of the file. */
  readonly ids: ReadonlyMap<string, string>;
}

function keptClasses(
  read: readonly Placed<z.output<typeof classSchema>>[],
  faults: Fault[],
): KnownClasses {
  const ids = new Map<string, string>();
  const classes: EnvironmentClass[] = [];
  for (const { place, value } of read) {
    const { id: given, name } = value;
    const isUsual = given !== undefined && isUsualClass(given);
    const known = given ?? nameKey(name);
    const fault =
      (name === '') !== isUsual || !mayHave(known, value.teeth)
        ? 'value'
        : ids.has(known) || ids.has(nameKey(name)) || isUsualClass(nameKey(name))
          ? 'twice'
          : null;
    if (fault !== null) {
      faults.push({ place, fault });
      continue;
    }
    const id = isUsual ? given : ownId('class', known);
    ids.set(known, id);
    if (name !== '') ids.set(nameKey(name), id);
    classes.push({ ...value, id });
  }
  return { classes, ids };
}

/** With the id of its class here. One that the file does not know is none of the user's own either, and counts as production. */
function inClass<T extends StoredProfile | ProfileFolder>(each: T, { ids }: KnownClasses): T {
  const { environment } = each.settings;
  if (environment === undefined || isUsualClass(environment)) return each;
  const here = ids.get(environment) ?? ids.get(nameKey(environment)) ?? ownId('class', environment);
  return { ...each, settings: { ...each.settings, environment: here } };
}

function keptFolders(
  read: readonly Placed<z.output<typeof folderSchema>>[],
  faults: Fault[],
): readonly ProfileFolder[] {
  const ids = new Set<string>();
  const places = new Set<string>();
  const found: Placed<ProfileFolder>[] = [];
  for (const { place, value } of read) {
    const { id: given, parentId } = value;
    const id = ownId('folder', given ?? nameKey(value.name));
    const where = `${parentId ?? ''}/${nameKey(value.name)}`;
    if (ids.has(id) || places.has(where)) {
      faults.push({ place, fault: 'twice' });
      continue;
    }
    ids.add(id);
    places.add(where);
    found.push({
      place,
      value: { ...value, id, parentId: parentId && ownId('folder', parentId), kept: true },
    });
  }
  const byId = foldersById(found.map(({ value }) => value));
  return found.flatMap(({ place, value }) => {
    const { id, parentId } = value;
    const circle = folderChain(parentId, byId).some((folder) => folder.id === id);
    if (!circle && isWholeChain(parentId, byId)) return [value];
    faults.push({ place: `${place}.parentId`, fault: circle ? 'circle' : 'no-folder' });
    return [];
  });
}

function keptProfiles(
  read: readonly Placed<z.output<typeof profileSchema>>[],
  folders: readonly ProfileFolder[],
  faults: Fault[],
): readonly StoredProfile[] {
  const byId = foldersById(folders);
  const ids = new Set<string>();
  const names = new Set<string>();
  return read.flatMap(({ place, value }) => {
    const { id: given, folderId: inside } = value;
    const id = ownId('profile', given ?? nameKey(value.name));
    const folderId = inside && ownId('folder', inside);
    const stored: StoredProfile = { ...value, id, folderId };
    const fault =
      ids.has(id) || names.has(nameKey(value.name))
        ? { place, fault: 'twice' as const }
        : !isWholeChain(folderId, byId)
          ? { place: `${place}.folderId`, fault: 'no-folder' as const }
          : resolveProfile(stored, byId) === null
            ? { place: `${place}.settings.user`, fault: 'no-user' as const }
            : null;
    if (fault !== null) {
      faults.push(fault);
      return [];
    }
    ids.add(id);
    names.add(nameKey(value.name));
    return [stored];
  });
}

function keptTags(read: readonly Placed<TagIntent>[], faults: Fault[]): readonly TagIntent[] {
  const keys = new Set<string>();
  return read.flatMap(({ place, value }) => {
    const key = nameKey(value.tag);
    if (keys.has(key)) {
      faults.push({ place, fault: 'twice' });
      return [];
    }
    keys.add(key);
    return [value];
  });
}

/**
 * The id here of what has this id, or this name, in the file. Never the same as one of the user's own, so that passwords and history of the
 * one are never taken for those of the other, also where the file was made of the user's own export.
 */
function ownId(kind: 'profile' | 'folder' | 'class', given: string): string {
  return derivedId(`managed ${kind} ${given}`);
}
