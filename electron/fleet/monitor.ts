import type { Diagnostics } from '../../shared/model/diagnostics.ts';
import type { FleetFrame } from '../../shared/model/fleet-frame.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { within } from '../base/within.ts';
import type { SpcpClient } from '../spcp/client.ts';
import { createFleetReads, type FleetReads } from './fleet-reads.ts';
import { createFrames } from './frames.ts';
import { createHandshakeGate } from './handshake-gate.ts';
import { Link } from './link/link.ts';
import type { LinkParts, ReadNow } from './link/parts.ts';
import { createLinks } from './links.ts';
import { createOnlookers } from './onlookers.ts';
import { createPace } from './pace.ts';
import { watchForSleep } from './sleep-watch.ts';
import { createSlices } from './slices.ts';
import { createStreams, type FleetStreams } from './streams.ts';

export type { Transition } from './streams.ts';

/** Below the 20 that a deployed server's backlog holds (deployed behaviour 13). */
const handshakesPerHost = 16;

/** Between two reads of a transformation, which others may change too. */
const usualReadEveryMs = 60_000;

/** What `close` waits for the proxies in all. */
const closeMs = 5000;

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

/** The set of proxies, and what they tell. Methods that take an id throw `not-found` for one that is not in the set. */
export interface Monitor extends FleetStreams, FleetReads {
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
  /** What came over the proxy's association of now, and what of it was dropped. */
  diagnostics(id: string): Diagnostics;
  /** Undefined for one that is not in the set. */
  stateOf(id: string): ProxyState['kind'] | undefined;
  /** Runs a task on the proxy's session, which polls share; rejects with `not-connected`. */
  use<T>(id: string, task: (client: SpcpClient) => Promise<T>): Promise<T>;
  /** Reads a proxy's metrics beside its polls, and as they do; rejects with `not-connected`, and as a session does. */
  read(id: string): Promise<ReadNow>;
  /** The first frame is full, the others hold what changed, four a second at most. Returns unsubscribing. */
  frames(listener: (frame: FleetFrame) => void): () => void;
  /** Ends every session in order, in bounded time. */
  close(): Promise<void>;
}

/** Watches a set of proxies; see `Monitor`. */
export function createMonitor(parts: MonitorParts): Monitor {
  const { clock = systemClock, random = Math.random, lastKnownOf = () => null } = parts;
  const { bufferSizeOf = () => null } = parts;
  const gate = createHandshakeGate(handshakesPerHost, createPace(clock));
  const slices = createSlices(clock);
  const streams = createStreams(clock);
  /** Those that are not off: a change of one of thousands must not look at all of them. */
  const active = new Set<Link>();
  let made = 0;
  let paused: ReadonlySet<string> = new Set();
  let readEveryMs: number | null = usualReadEveryMs;

  const onChange = (link: Link): void => {
    if (link.state.kind === 'off') active.delete(link);
    else active.add(link);
    sleepWatch.setActive(active.size > 0);
    frames.changed();
  };
  const linkTo = (profile: Profile): Link => {
    const link: Link = new Link(
      {
        clock,
        random,
        gate,
        open: parts.open,
        returns: parts.returns,
        passwordOf: parts.passwordOf,
        bufferSizeOf,
        lastKnownOf,
        readEvery: () => readEveryMs,
        onChange: () => onChange(link),
        ...streams.of(() => link),
      },
      profile,
      made++,
      onlookers.lookAt(profile.id),
    );
    link.setPaused(paused.has(profile.id));
    return link;
  };
  const links = createLinks({
    slices,
    linkTo,
    onLinked: () => frames.changed(),
    onComplete: () => parts.onComplete?.(),
  });
  const onlookers = createOnlookers(() => {
    for (const link of links.all()) link.setWatched(onlookers.lookAt(link.id));
  });
  const frames = createFrames(clock, links.all);
  const sleepWatch = watchForSleep(clock, () => {
    slices.run(links.all(), (link) => link.resume());
  });
  return {
    samples: streams.samples,
    missed: streams.missed,
    transitions: streams.transitions,
    events: streams.events,
    transformations: streams.transformations,
    ...createFleetReads(links, lastKnownOf),
    setProfiles(profiles) {
      links.setProfiles(profiles);
      frames.changed();
    },
    connect: (id) => links.require(id).connect(),
    disconnect: async (id) => links.require(id).disconnect(),
    reset: (id) => links.require(id).reset(),
    probe() {
      slices.run(links.all(), (link) => link.probe());
    },
    vaultChanged(isOther) {
      slices.run(links.all(), (link) => link.vaultChanged(isOther));
    },
    waitingForVault: () => [...active].filter(({ state }) => state.kind === 'vault-locked').length,
    setVisible(visible) {
      parts.returns?.setVisible(visible);
      onlookers.setVisible(visible);
    },
    addWatcher: onlookers.addWatcher,
    setPaused(ids) {
      paused = ids;
      for (const link of links.all()) link.setPaused(ids.has(link.id));
    },
    bufferSizeSet: (id) => links.require(id).bufferSizeSet(),
    setReadEvery(ms) {
      readEveryMs = ms;
    },
    diagnostics: (id) => links.require(id).diagnostics(),
    stateOf: (id) => links.find(id)?.state.kind,
    use: async (id, task) => links.require(id).use(task),
    read: async (id) => links.require(id).read(),
    frames: (listener) => frames.subscribe(listener),
    async close() {
      slices.end();
      frames.close();
      const left = within(links.close, { ms: closeMs, onTimeout: () => {}, clock });
      sleepWatch.setActive(false);
      await left;
      streams.flush();
    },
  };
}
