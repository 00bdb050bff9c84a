import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { hasTag, isInFolder } from '../../../shared/model/plan-targets.ts';

/** Of which proxies a log is to be; of all where nothing is said. */
export interface ChosenProxies {
  readonly proxy?: string | undefined;
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
}

/** The part of a log's filter that names proxies: those that are in the folder and have the tag now, and the one that is chosen, also where it is gone. */
export function chosenIds(
  profiles: readonly ProfileEntry[],
  { proxy, folder, tag }: ChosenProxies,
): { readonly ids?: readonly string[] } {
  if (!folder && !tag) return proxy === undefined ? {} : { ids: [proxy] };
  const ids = profiles
    .filter((each) => (!folder || isInFolder(each, folder)) && (!tag || hasTag(each, tag)))
    .map(({ id }) => id);
  return { ids: proxy === undefined ? ids : ids.filter((id) => id === proxy) };
}
