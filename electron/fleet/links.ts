import type { Profile } from '../../shared/model/profile.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import type { Link } from './link/link.ts';
import type { Slices } from './slices.ts';

export interface LinksParts {
  readonly slices: Pick<Slices, 'run'>;
  /** Begins nothing yet. */
  readonly linkTo: (profile: Profile) => Link;
  /** A link that was awaited is there. */
  readonly onLinked: () => void;
  /** All of the set are there: at once where none is new. */
  readonly onComplete: () => void;
}

/**
 * The links to a set of proxies, which come and go with its profiles. Of thousands that are new most are made some turns of the event loop later,
 * each when it is asked for at the latest.
 */
export interface Links {
  /** Those that are there, in the order in which they came. */
  all(): Iterable<Link>;
  /** Undefined for one that is awaited, too. */
  get(id: string): Link | undefined;
  /** The profile of one that is in the set and has no link yet. */
  awaited(id: string): Profile | undefined;
  /** Makes it where it is awaited. */
  find(id: string): Link | undefined;
  /** The same; throws `not-found` for one that is not in the set. */
  require(id: string): Link;
  /** Takes edited profiles, ends the sessions of those that are gone, and connects those that are new and want it. */
  setProfiles(profiles: readonly Profile[]): void;
  /** Ends every session in order, and takes no more profiles. */
  close(): Promise<void>;
}

export function createLinks({ slices, linkTo, onLinked, onComplete }: LinksParts): Links {
  const links = new Map<string, Link>();
  const awaited = new Map<string, Profile>();
  let isTold = true;
  let closed = false;

  const tellIfComplete = (): void => {
    if (isTold || awaited.size > 0) return;
    isTold = true;
    onComplete();
  };
  const find = (id: string): Link | undefined => {
    const profile = awaited.get(id);
    if (profile !== undefined && awaited.delete(id)) {
      const link = linkTo(profile);
      links.set(id, link);
      if (profile.autoConnect) link.connect();
      onLinked();
      tellIfComplete();
    }
    return links.get(id);
  };
  return {
    all: () => links.values(),
    get: (id) => links.get(id),
    awaited: (id) => awaited.get(id),
    find,
    require(id) {
      const link = find(id);
      if (link) return link;
      throw noSuchProfile(id);
    },
    setProfiles(profiles) {
      if (closed) return;
      const ids = new Set(profiles.map((profile) => profile.id));
      for (const link of [...links.values()]) {
        if (ids.has(link.id)) continue;
        links.delete(link.id);
        void link.disconnect();
      }
      for (const id of awaited.keys()) if (!ids.has(id)) awaited.delete(id);
      const added: string[] = [];
      for (const profile of profiles) {
        const link = links.get(profile.id);
        if (link) link.setProfile(profile);
        else {
          if (!awaited.has(profile.id)) added.push(profile.id);
          awaited.set(profile.id, profile);
        }
      }
      isTold = false;
      slices.run(added, find);
      tellIfComplete();
    },
    async close() {
      closed = true;
      awaited.clear();
      const left = Promise.all([...links.values()].map((link) => link.disconnect()));
      links.clear();
      await left;
    },
  };
}
