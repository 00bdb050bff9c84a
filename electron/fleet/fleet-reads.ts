import { isInTrouble } from '../../shared/fleet/trouble.ts';
import type { KnownSettings } from '../../shared/model/fleet-frame.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import type { OpenCount } from '../../shared/model/open-count-schema.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { LastKnown, LinkParts } from './link/parts.ts';
import type { Links } from './links.ts';
import type { WatchedProxy } from './watched-proxy.ts';

const nothingKnown: KnownSettings = { transformation: null, bufferSize: null };

/** What one proxy was last seen to say. */
export interface KnownProxy extends LastKnown {
  readonly profile: Profile;
  readonly version: number;
}

/** The settings of one proxy, as far as they are known. */
export interface KnownSettingsOf {
  readonly id: string;
  readonly state: ProxyState;
  readonly settings: KnownSettings;
}

/** One proxy as it is told of without a window. */
export interface ProxyInFleet {
  readonly id: string;
  readonly name: string;
  readonly ready: boolean;
  /** Somebody has to look at it. */
  readonly trouble: boolean;
}

/** What is known of all proxies of the set. Asking takes up none that is still awaited. */
export interface FleetReads {
  /** What is known of the settings of each proxy, and whether there is a session to it. */
  settings(): readonly KnownSettingsOf[];
  /** Of one proxy; undefined for one that is not in the set. One that is still to be taken up is `off` and nothing is known of it, and it is not taken up by this: all may be asked in one turn. */
  settingsOf(id: string): KnownSettingsOf | undefined;
  /** Whether the count of open connections of a proxy can be believed; of one that is not in the set nobody knows. */
  openCountOf(id: string): OpenCount;
  /** Each proxy as it is exported. */
  watched(): readonly WatchedProxy[];
  /** Of each proxy whether it is ready, and whether somebody has to look at it. */
  inFleet(): readonly ProxyInFleet[];
  /** Polls that were missed since the start, of the proxies that are in the set. */
  missedPolls(): number;
  /** What proxies were last seen to say, in the order of the fleet: those from one number to before another, all unless told. `version` rises with every change. */
  lastKnown(from?: number, to?: number): readonly KnownProxy[];
}

/** `lastKnownOf`: what was known of a proxy when the app ran last. */
export function createFleetReads(
  links: Pick<Links, 'all' | 'get' | 'awaited'>,
  lastKnownOf: LinkParts['lastKnownOf'],
): FleetReads {
  return {
    settings: () => Array.from(links.all(), ({ id, state, settings }) => ({ id, state, settings })),
    settingsOf(id) {
      if (links.awaited(id)) return { id, state: { kind: 'off' }, settings: nothingKnown };
      const link = links.get(id);
      return link && { id, state: link.state, settings: link.settings };
    },
    openCountOf(id) {
      const profile = links.awaited(id);
      const known = profile ? lastKnownOf(profile) : links.get(id)?.lastKnown;
      return known?.openCount ?? unknownCount;
    },
    watched: () => Array.from(links.all(), (link) => link.watched),
    inFleet: () =>
      Array.from(links.all(), (link) => ({
        id: link.id,
        name: link.name,
        ready: link.state.kind === 'ready',
        trouble: isInTrouble(link),
      })),
    missedPolls: () => [...links.all()].reduce((sum, link) => sum + link.missedPolls, 0),
    lastKnown: (from, to) =>
      [...links.all()].slice(from, to).map(({ profile, knownVersion, lastKnown }) => ({
        profile,
        version: knownVersion,
        ...lastKnown,
      })),
  };
}
