import { isInTrouble } from '../../shared/fleet/trouble.ts';
import type { Diagnostics } from '../../shared/model/diagnostics.ts';
import type { FleetFrame, KnownSettings } from '../../shared/model/fleet-frame.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import type { OpenCount } from '../../shared/model/open-count-schema.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ConnectionInfo, ProxyState } from '../../shared/model/proxy-state.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import { within } from '../base/within.ts';
import type { SpcpClient } from '../spcp/client.ts';
import { createFrames } from './frames.ts';
import { createHandshakeGate } from './handshake-gate.ts';
import { Link } from './link/link.ts';
import type { LastKnown, LinkParts } from './link/parts.ts';
import { watchForSleep } from './sleep-watch.ts';
import { createSlices } from './slices.ts';
import { createStreams, type FleetStreams } from './streams.ts';
import type { WatchedProxy } from './watched-proxy.ts';

export type { Transition } from './streams.ts';

/** Below the 20 that a deployed server's backlog holds (deployed behaviour 13). */
const handshakesPerHost = 16;

/** Between two reads of a transformation, which others may change too. */
const usualReadEveryMs = 60_000;

/** What `close` waits for the proxies in all. */
const closeMs = 5000;

const nothingKnown: KnownSettings = { transformation: null, bufferSize: null };

/** What the monitor needs. */
export interface MonitorParts {
  readonly open: LinkParts['open'];
  readonly returns?: LinkParts['returns'];
  readonly passwordOf: LinkParts['passwordOf'];
  /** Of the profile with this id, as `LinkParts` says; none is known without it. */
  readonly bufferSizeOf?: LinkParts['bufferSizeOf'];
  /** Nothing is known without it. */
  readonly lastKnownOf?: LinkParts['lastKnownOf'];
  /** All of the set are there: at once where none is new, and some turns of the event loop later where thousands are. */
  readonly onComplete?: () => void;
  readonly clock?: Clock;
  /** [0, 1), for the jitter of retries. */
  readonly random?: () => number;
}

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

/** The set of proxies, and what they tell. Methods that take an id throw `not-found` for one that is not in the set. */
export interface Monitor extends FleetStreams {
  /**
   * Adds, edits and removes so that these are the proxies. A new one connects if its profile says so. Of thousands that are new most come into lists,
   * frames and streams some turns of the event loop later; each is there when it is asked for.
   */
  setProfiles(profiles: readonly Profile[]): void;
  connect(id: string): void;
  /** Ends the session in order. */
  disconnect(id: string): Promise<void>;
  /** The password or the profile changed: leaves `needs-attention` and tries again. */
  reset(id: string): void;
  /** The vault was unlocked, or another (`isOther`) is in force: what waits for that goes on, and what a password of before was refused to. */
  vaultChanged(isOther: boolean): void;
  /** Proxies that wait for the vault to be unlocked. */
  waitingForVault(): number;
  /** Every proxy that waits for its next attempt is tried now. */
  probe(): void;
  /** Where no window can be seen, all are polled slower that are not watched. */
  setVisible(visible: boolean): void;
  /**
   * For who looks at proxies without a window: answers saying at which. They are polled at their own interval also where no window can be seen. Ids
   * of no proxy say nothing.
   */
  addWatcher(): (ids: ReadonlySet<string>) => void;
  /** These are read once a minute and keep their sessions; all others at their own interval. Ids of no proxy say nothing. */
  setPaused(ids: ReadonlySet<string>): void;
  /** A buffer size was set from here; `bufferSizeOf` says which. */
  bufferSizeSet(id: string): void;
  /** Reads the transformations in force so often, milliseconds; null: once for each session. */
  setReadEvery(ms: number | null): void;
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
  /** What came over the proxy's association of now, and what of it was dropped. */
  diagnostics(id: string): Diagnostics;
  /** Undefined for one that is not in the set. */
  stateOf(id: string): ProxyState['kind'] | undefined;
  /** How its session of now was reached; null where there is none. */
  connectionOf(id: string): ConnectionInfo | null;
  /** Runs a task on the proxy's session, which polls share; rejects with `not-connected`. */
  use<T>(id: string, task: (client: SpcpClient) => Promise<T>): Promise<T>;
  /** The first frame is full, the others hold what changed, four a second at most. Returns unsubscribing. */
  frames(listener: (frame: FleetFrame) => void): () => void;
  /** Ends every session in order, in bounded time. */
  close(): Promise<void>;
}

/** Watches a set of proxies; see `Monitor`. */
export function createMonitor(parts: MonitorParts): Monitor {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? Math.random;
  const gate = createHandshakeGate(handshakesPerHost);
  const links = new Map<string, Link>();
  /** New ones that have no link yet. */
  const awaited = new Map<string, Profile>();
  const slices = createSlices(clock);
  /** Those that are not off: a change of one of thousands must not look at all of them. */
  const active = new Set<Link>();
  const frames = createFrames(clock, () => links.values());
  const streams = createStreams(clock);
  let added = 0;
  let visible = true;
  const watchers: ReadonlySet<string>[] = [];
  let paused: ReadonlySet<string> = new Set();
  let closed = false;
  let readEveryMs: number | null = usualReadEveryMs;

  const isWatched = (id: string): boolean => visible || watchers.some((ids) => ids.has(id));
  const sleepWatch = watchForSleep(clock, () => {
    slices.run(links.values(), (link) => link.resume());
  });
  const onChange = (link: Link): void => {
    if (link.state.kind === 'off') active.delete(link);
    else active.add(link);
    sleepWatch.setActive(active.size > 0);
    frames.changed();
  };
  const add = (profile: Profile): void => {
    const link: Link = new Link(
      {
        clock,
        random,
        gate,
        open: parts.open,
        returns: parts.returns,
        passwordOf: parts.passwordOf,
        bufferSizeOf: parts.bufferSizeOf ?? (() => null),
        lastKnownOf: parts.lastKnownOf ?? (() => null),
        readEvery: () => readEveryMs,
        onChange: () => onChange(link),
        ...streams.of(() => link),
      },
      profile,
      added++,
      isWatched(profile.id),
    );
    link.setPaused(paused.has(profile.id));
    links.set(profile.id, link);
    if (profile.autoConnect) link.connect();
  };
  let isTold = true;
  const tellIfComplete = (): void => {
    if (isTold || awaited.size > 0) return;
    isTold = true;
    parts.onComplete?.();
  };
  const applyWatched = (): void => {
    for (const link of links.values()) link.setWatched(isWatched(link.id));
  };
  /** Adds it where it is awaited. */
  const find = (id: string): Link | undefined => {
    const profile = awaited.get(id);
    if (profile !== undefined && awaited.delete(id)) {
      add(profile);
      frames.changed();
      tellIfComplete();
    }
    return links.get(id);
  };
  const linkOf = (id: string): Link => {
    const link = find(id);
    if (link) return link;
    throw noSuchProfile(id);
  };
  return {
    samples: streams.samples,
    missed: streams.missed,
    transitions: streams.transitions,
    events: streams.events,
    transformations: streams.transformations,
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
      frames.changed();
    },
    connect: (id) => linkOf(id).connect(),
    disconnect: async (id) => linkOf(id).disconnect(),
    reset: (id) => linkOf(id).reset(),
    probe() {
      slices.run(links.values(), (link) => link.probe());
    },
    vaultChanged(isOther) {
      slices.run(links.values(), (link) => link.vaultChanged(isOther));
    },
    waitingForVault: () => [...active].filter(({ state }) => state.kind === 'vault-locked').length,
    setVisible(value) {
      visible = value;
      parts.returns?.setVisible(value);
      applyWatched();
    },
    addWatcher() {
      const index = watchers.push(new Set()) - 1;
      return (ids) => {
        watchers[index] = ids;
        applyWatched();
      };
    },
    setPaused(ids) {
      paused = ids;
      for (const link of links.values()) link.setPaused(ids.has(link.id));
    },
    bufferSizeSet: (id) => linkOf(id).bufferSizeSet(),
    setReadEvery(ms) {
      readEveryMs = ms;
    },
    settings: () =>
      Array.from(links.values(), ({ id, state, settings }) => ({
        id,
        state,
        settings,
      })),
    settingsOf(id) {
      if (awaited.has(id)) return { id, state: { kind: 'off' }, settings: nothingKnown };
      const link = links.get(id);
      return link && { id, state: link.state, settings: link.settings };
    },
    openCountOf(id) {
      const profile = awaited.get(id);
      const known = profile ? parts.lastKnownOf?.(profile) : links.get(id)?.lastKnown;
      return known?.openCount ?? unknownCount;
    },
    watched: () => Array.from(links.values(), (link) => link.watched),
    inFleet: () =>
      Array.from(links.values(), (link) => ({
        id: link.id,
        name: link.name,
        ready: link.state.kind === 'ready',
        trouble: isInTrouble(link),
      })),
    missedPolls: () => [...links.values()].reduce((sum, link) => sum + link.missedPolls, 0),
    lastKnown: (from, to) =>
      [...links.values()].slice(from, to).map(({ profile, knownVersion, lastKnown }) => ({
        profile,
        version: knownVersion,
        ...lastKnown,
      })),
    diagnostics: (id) => linkOf(id).diagnostics(),
    stateOf: (id) => find(id)?.state.kind,
    connectionOf(id) {
      const state = find(id)?.state;
      return state?.kind === 'ready' ? state.connection : null;
    },
    use: async (id, task) => linkOf(id).use(task),
    frames: (listener) => frames.subscribe(listener),
    async close() {
      closed = true;
      slices.end();
      awaited.clear();
      frames.close();
      const leaving = async (): Promise<void> => {
        await Promise.all([...links.values()].map((link) => link.disconnect()));
      };
      const left = within(leaving, { ms: closeMs, onTimeout: () => {}, clock });
      links.clear();
      sleepWatch.setActive(false);
      await left;
      streams.flush();
    },
  };
}
