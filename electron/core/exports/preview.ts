import { isDeepStrictEqual } from 'node:util';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { ImportPreview, ImportProblem, ImportRow } from '../../../shared/ipc/calls/export.ts';
import { classIdsHere } from '../../../shared/model/class-shelf.ts';
import { type Classes, isGuarded } from '../../../shared/model/environment-class.ts';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { samePlace } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ImportStep } from '../../../shared/model/profile-import.ts';
import {
  folderChain,
  folderPath,
  foldersById,
  type ResolvedProfile,
} from '../../../shared/model/resolve-profile.ts';
import type { ExportedSecret, ExportedSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook, ProfileFolder } from '../../../shared/model/stored-profile.ts';
import { intentsByTag, isSameIntent } from '../../../shared/model/tag-intents.ts';
import { folderPlace } from '../../store/secrets/folder-place.ts';
import type { Importing } from '../roster/importing/importing.ts';

/** What is known of the passwords of a file. */
export interface FilePasswords {
  readonly kind: ImportPreview['passwords'];
  readonly trouble: ErrorValue | null;
  readonly secrets: ExportedSecrets;
}

/** What a file would make of the profiles that are there; nothing of it is a password. */
export function previewOf(
  exported: ProfileBook,
  steps: readonly ImportStep[],
  { kind, trouble, secrets }: FilePasswords,
  {
    all,
    book,
    classes,
    passwordState,
  }: Pick<Importing, 'all' | 'book' | 'classes' | 'passwordState'>,
): ImportPreview {
  const byId = new Map(secrets.profiles.map((secret) => [secret.id, secret]));
  const present = book();
  const known = classes();
  const named = new Map(exported.classes.map(({ id, name }) => [id, name]));
  const hasFolderPassword = folderPasswords(exported, present, passwordState);
  return {
    rows: steps.map((step) => {
      const { there, resolved } = step;
      const secret = byId.get(resolved.profile.id);
      const row = rowOf(step, secret, passwordState, known);
      row.className = known.get(row.environment)?.name ?? named.get(row.environment) ?? '';
      const has = there !== null && passwordState(there.id, there) !== 'none';
      if (secret === undefined && !has && hasFolderPassword(resolved))
        row.problems.push('folder-password');
      return row;
    }),
    folders: foldersOf(exported, present),
    classes: classesIn(exported, known),
    tags: tagsOf(exported, present, all()),
    passwords: kind,
    trouble,
  };
}

function rowOf(
  { resolved, there, replaceable, differs, nameTaken }: ImportStep,
  secret: ExportedSecret | undefined,
  passwordState: Importing['passwordState'],
  classes: Classes,
): ImportRow {
  const { profile } = resolved;
  const { name, host, port, transport, user, folder, environment } = profile;
  const udpPort = transport === 'auto' || transport === 'udp' ? profile.udpPort : null;
  const problems: ImportProblem[] = [];
  if (nameTaken) problems.push('name-taken');
  if (there !== null && !replaceable) problems.push('elsewhere');
  const guarded = there !== null && isGuarded(classes, there.environment);
  if (guarded && replaceable) problems.push('guarded');
  if (secret !== undefined && !samePlace(secret.place, profile))
    problems.push('password-elsewhere');
  const losesPassword =
    there !== null &&
    replaceable &&
    secret === undefined &&
    passwordState(there.id, there) === 'here' &&
    !samePlace(there, profile);
  if (losesPassword) problems.push('password-again');
  return {
    ...{ name, host, port, udpPort, user, folder, environment, className: '' },
    there: there === null ? null : { id: there.id, name: there.name },
    differs: [...differs].map((field) => ({
      field,
      here: there?.[field] ?? '',
      file: profile[field],
    })),
    hasPassword: secret !== undefined,
    problems,
  };
}

/** Whether a profile would lie in a folder of here that has the password of its user. */
function folderPasswords(
  exported: ProfileBook,
  present: ProfileBook,
  passwordState: Importing['passwordState'],
): (resolved: ResolvedProfile) => boolean {
  const inFile = foldersById(exported.folders);
  const here = foldersById(present.folders);
  const paths = byPath(present.folders);
  return ({ profile: { user }, sources }) => {
    if (sources.user.kind !== 'folder') return false;
    const folder = paths.get(nameKey(folderPath(sources.user.id, inFile)))?.folder;
    const says = folderChain(folder?.id ?? null, here).find(
      ({ settings }) => settings.user !== undefined,
    );
    if (says?.settings.user !== user) return false;
    return passwordState(says.id, folderPlace(says.id, user)) === 'here';
  };
}

function foldersOf(exported: ProfileBook, present: ProfileBook): ImportPreview['folders'] {
  const here = byPath(present.folders);
  const inFile = byPath(exported.folders);
  return [...inFile].map(([key, { path, folder }]) => {
    const known = here.get(key)?.folder;
    if (known === undefined) return { path, kind: 'new' };
    return { path, kind: isDeepStrictEqual(known.settings, folder.settings) ? 'same' : 'differs' };
  });
}

/** What tags of the file say holds for every profile that carries them, also for those that are here. */
function tagsOf(
  exported: ProfileBook,
  present: ProfileBook,
  profiles: readonly Profile[],
): ImportPreview['tags'] {
  const here = intentsByTag(present.tags);
  const carriers = new Map<string, number>();
  for (const { tags } of profiles)
    for (const key of new Set(tagsIn(tags).map(nameKey)))
      carriers.set(key, (carriers.get(key) ?? 0) + 1);
  return exported.tags.map((intent) => {
    const { intendedTransformation = '', intendedBufferSize = 0 } = intent.settings;
    const key = nameKey(intent.tag);
    const said = here.get(key);
    const kind = said === undefined ? 'new' : isSameIntent(said, intent) ? 'same' : 'differs';
    const settings = { intendedTransformation, intendedBufferSize };
    return { tag: intent.tag, settings, kind, carriers: carriers.get(key) ?? 0 };
  });
}

/** A class that is there keeps what it asks for. */
function classesIn(exported: ProfileBook, known: Classes): ImportPreview['classes'] {
  const here = [...known.values()];
  const idsHere = classIdsHere(here, exported.classes);
  return exported.classes.map((each) => {
    const there = known.get(idsHere.get(each.id) ?? each.id);
    const { name, colour, teeth } = each;
    if (there === undefined) return { name, kind: 'new' };
    const same = there.colour === colour && isDeepStrictEqual(there.teeth, teeth);
    return { name: name || each.id, kind: same ? 'same' : 'differs' };
  });
}

function byPath(
  folders: readonly ProfileFolder[],
): ReadonlyMap<string, { readonly path: string; readonly folder: ProfileFolder }> {
  const byId = foldersById(folders);
  return new Map(
    folders.map((folder) => {
      const path = folderPath(folder.id, byId);
      return [nameKey(path), { path, folder }];
    }),
  );
}
