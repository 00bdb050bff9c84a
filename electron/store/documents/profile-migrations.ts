import { z } from 'zod';
import { showHidden } from '../../../shared/model/hidden.ts';
import { tidyFolder, tidyName } from '../../../shared/model/name.ts';
import { takeHostApart } from '../../../shared/model/typed-host.ts';

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
