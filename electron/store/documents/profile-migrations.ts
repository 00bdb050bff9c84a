import { z } from 'zod';
import { showHidden } from '../../../shared/model/hidden.ts';
import { nameKey, tidyFolder, tidyName } from '../../../shared/model/name.ts';
import { usualSettings } from '../../../shared/model/profile-words.ts';
import type { ProfileFolder } from '../../../shared/model/stored-profile.ts';
import { takeHostApart } from '../../../shared/model/typed-host.ts';
import { derivedId } from '../../base/derived-id.ts';

const contentSchema = z.looseObject({ profiles: z.array(z.unknown()) });
const entrySchema = z.looseObject({
  name: z.string(),
  host: z.string(),
  folder: z.string().optional(),
});

/**
 * From version 1, which let through names with characters that nobody sees, folders with empty parts, and hosts with a port behind them:
 * those characters are shown by their numbers, and the port goes where it belongs. What cannot be mended so stays, for the format to tell
 * that it is lost.
 */
export function withReadableNames(content: unknown): unknown {
  const { success, data } = contentSchema.safeParse(content);
  if (!success) return content;
  return { ...data, profiles: data.profiles.map(readable) };
}

function readable(entry: unknown): unknown {
  const { success, data } = entrySchema.safeParse(entry);
  if (!success) return entry;
  const { name, folder = '', host } = data;
  const typed = takeHostApart(isShortAddress(host) ? new URL(`http://${host}/`).hostname : host);
  return {
    ...data,
    name: cut(showHidden(tidyName(name)), 80),
    folder: cut(showHidden(tidyFolder(folder)), 200),
    ...(typed === null ? {} : { host: typed.host }),
    ...(typed === null || typed.port === null ? {} : { port: typed.port }),
  };
}

/** `192.0.2` was taken for 192.0.0.2, as the resolver takes it. */
function isShortAddress(host: string): boolean {
  return /^[0-9]+(?:\.[0-9]+){0,3}$/.test(host) && URL.canParse(`http://${host}/`);
}

/** At most so many characters. */
function cut(text: string, max: number): string {
  return [...text].slice(0, max).join('').trim();
}

const version2Schema = z.looseObject({ profiles: z.array(z.unknown()) });
const flatSchema = z.looseObject({ folder: z.string().catch('') });

/**
 * From version 2, which kept a value for every setting and the folder as a path: what is as usual counts as not set, and folders get an entry
 * of their own. What is no profile stays as it is, for the format to tell that it is lost.
 */
export function withOwnSettings(content: unknown): unknown {
  const { success, data } = version2Schema.safeParse(content);
  if (!success) return content;
  const folders = new Map<string, ProfileFolder>();
  const profiles = data.profiles.map((entry) => {
    const flat = flatSchema.safeParse(entry);
    if (!flat.success) return entry;
    const { id, name, host, folder, ...rest } = flat.data;
    const settings = Object.entries(rest).filter(
      ([setting, value]) => usual.get(setting) !== value,
    );
    const folderId = folderOf(folder, folders);
    return { id, name, host, folderId, settings: Object.fromEntries(settings) };
  });
  return { ...data, profiles, folders: [...folders.values()] };
}

const usual = new Map<string, unknown>(Object.entries(usualSettings));

/** Folders of one name to a reader, in one place, are one. */
function folderOf(path: string, folders: Map<string, ProfileFolder>): string | null {
  let parentId: string | null = null;
  let walked = '';
  for (const part of path.split('/').filter(Boolean)) {
    const name = cut(part, 80);
    walked += `/${nameKey(name)}`;
    // The same for the same path, so that a file and its copies say the same of it.
    const id = derivedId(walked);
    if (!folders.has(id)) {
      folders.set(id, { id, name, parentId, colour: 'none', kept: false, settings: {} });
    }
    parentId = id;
  }
  return parentId;
}

/** From version 3, which knew the usual classes only. */
export function withClasses(content: unknown): unknown {
  const { success, data } = version2Schema.safeParse(content);
  return success ? { ...data, classes: [] } : content;
}
