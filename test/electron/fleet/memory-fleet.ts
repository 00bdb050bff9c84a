import type { OpenedClient } from '../../../electron/fleet/link/parts.ts';
import { createMonitor, type Monitor, type MonitorParts } from '../../../electron/fleet/monitor.ts';
import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { FleetFrame, ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { decodeBytes } from '../../../shared/spcp/ascii.ts';
import { messageOf } from '../../../shared/spcp/message.ts';
import { encodeReply } from '../../../shared/spcp/reply.ts';
import { decodeRawRequest } from '../../../shared/spcp/request.ts';
import { status } from '../../../shared/spcp/status.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';
import { memoryAssociation } from '../../support/scripted-peer.ts';

/** A proxy in memory that answers the metrics, and can be stopped, silenced and restarted. */
export interface MemoryProxy {
  running: boolean;
  silent: boolean;
  /** Of requests that come before the reply to the last one is out, only the first is answered. */
  answersOneOfMany: boolean;
  /** Replies to what was asked together come in the other order. */
  answersBackwards: boolean;
  /** STATUS of metrics, for a proxy that answers with errors. */
  status: (typeof status)[keyof typeof status];
  password: string;
  connections: bigint;
  bytes: bigint;
  accesses: bigint;
  /** In force; null for none. */
  transformation: string | null;
  /** Requests that it does not answer, and those that it answers with an error. */
  readonly mute: Set<string>;
  readonly refused: Set<string>;
  /** Associations that were opened, and are open now. */
  opened: number;
  readonly open: Set<Transport>;
  readonly requests: string[];
  /** Hears of each metric before it is answered. */
  told: (name: string) => void;
  stop(): void;
}

function createMemoryProxy(): MemoryProxy {
  return {
    running: true,
    silent: false,
    answersOneOfMany: false,
    answersBackwards: false,
    status: status.ok,
    password: 'secret',
    connections: 1n,
    bytes: 0n,
    accesses: 0n,
    transformation: null,
    mute: new Set(),
    refused: new Set(),
    opened: 0,
    open: new Set(),
    requests: [],
    told: () => {},
    stop() {
      this.running = false;
      for (const transport of this.open) void transport.close();
    },
  };
}

function serve(proxy: MemoryProxy, far: Transport): void {
  proxy.opened++;
  proxy.open.add(far);
  void far.ended.then(() => proxy.open.delete(far));
  const answers: Record<string, () => bigint> = {
    concurrentConnections: () => proxy.connections,
    transferredBytes: () => proxy.bytes,
    historicalAccesses: () => proxy.accesses,
  };
  let busy = false;
  const held: Uint8Array[] = [];
  const tell = (value: bigint): void => {
    if (held.unshift(encodeReply(status.ok, String(value))) > 1) return;
    if (!proxy.answersBackwards) far.send(held.pop() ?? new Uint8Array(0));
    else
      setImmediate(() => {
        for (const reply of held.splice(0)) far.send(reply);
      });
  };
  far.onMessage((message) => {
    if (proxy.answersOneOfMany) {
      if (busy) return;
      busy = true;
      setImmediate(() => {
        busy = false;
      });
    }
    const { request } = decodeRawRequest(message);
    const name = messageOf(request.command) ?? 'unassigned';
    proxy.requests.push(name);
    if (proxy.silent || proxy.mute.has(name)) return;
    if (proxy.refused.has(name)) return far.send(encodeReply(status.invalidCommand));
    if (name === 'quit') {
      void far.close();
      return;
    }
    const password = request.arguments[0];
    const refused = name === 'pass' && password && decodeBytes(password) !== proxy.password;
    if (refused) return far.send(encodeReply(status.authenticationError));
    if (name === 'activeTransformation')
      return far.send(encodeReply(status.ok, proxy.transformation ?? ''));
    const counter = answers[name];
    if (counter === undefined) return far.send(encodeReply(status.ok));
    if (proxy.status !== status.ok) return far.send(encodeReply(proxy.status));
    proxy.told(name);
    tell(counter());
  });
}

export interface MemoryFleet {
  readonly clock: ManualClock;
  readonly monitor: Monitor;
  readonly events: Omit<ProxyEvent, 'id'>[];
  readonly batches: (readonly Sample[])[];
  readonly passwords: Map<string, string | null>;
  /** What was last set of each proxy's buffer. */
  readonly bufferSizes: Map<string, { bytes: number; at: number }>;
  /** The proxy that a profile leads to. */
  proxy(id: string): MemoryProxy;
  /** What the board would show of it now. */
  shown(id: string): Promise<ProxySnapshot>;
  /** Its points of the last minutes, as a window that opens now gets them. */
  points(id: string): Promise<FleetFrame['points'][number]>;
  kinds(id: string): string[];
  /** Handshakes under way, at most. */
  readonly mostHandshakes: () => number;
}

/** A monitor over proxies in memory, on a clock that is moved by hand. `random` is always one half. */
export function createMemoryFleet({
  lastKnownOf,
  onComplete,
  isLocked,
}: Pick<MonitorParts, 'lastKnownOf' | 'onComplete'> & {
  readonly isLocked?: () => boolean;
} = {}): MemoryFleet {
  const clock = createManualClock();
  const proxies = new Map<string, MemoryProxy>();
  const events: Omit<ProxyEvent, 'id'>[] = [];
  const batches: (readonly Sample[])[] = [];
  const passwords = new Map<string, string | null>();
  const bufferSizes = new Map<string, { bytes: number; at: number }>();
  let handshakes = 0;
  let mostHandshakes = 0;

  const proxy = (id: string): MemoryProxy => {
    const found = proxies.get(id) ?? createMemoryProxy();
    proxies.set(id, found);
    return found;
  };
  const open = async (
    profile: Profile,
    password: string,
    options: { signal: AbortSignal; together: boolean; onAuthenticating: () => void },
  ): Promise<OpenedClient> => {
    mostHandshakes = Math.max(mostHandshakes, ++handshakes);
    try {
      const peer = proxy(profile.id);
      if (!peer.running)
        throw new AppError('refused', { case: 'here', host: profile.host, port: profile.port });
      const { near, far } = memoryAssociation();
      serve(peer, far);
      const session = new Session(near, { clock, signal: options.signal });
      options.onAuthenticating();
      try {
        await session.authenticate({ user: profile.user, password });
      } catch (error) {
        await session.quit();
        throw error;
      }
      const connection = { transport: 'udp', description: near.description, reason: null } as const;
      return { client: new SpcpClient(session, options), connection };
    } finally {
      handshakes--;
    }
  };
  const monitor = createMonitor({
    open,
    passwordOf: async ({ id }) => {
      if (isLocked?.() === true) throw new AppError('vault-locked', { case: 'app' });
      return passwords.has(id) ? (passwords.get(id) ?? null) : 'secret';
    },
    bufferSizeOf: (id) => bufferSizes.get(id) ?? null,
    ...(lastKnownOf && { lastKnownOf }),
    ...(onComplete && { onComplete }),
    clock,
    random: () => 0.5,
  });
  monitor.samples.listen((samples) => batches.push(samples));
  monitor.events.listen((event) => events.push(event));
  const firstFrame = async (): Promise<FleetFrame | undefined> => {
    const frames: FleetFrame[] = [];
    const unsubscribe = monitor.frames((frame) => frames.push(frame));
    await clock.advance(0);
    unsubscribe();
    return frames[0];
  };
  return {
    clock,
    monitor,
    events,
    batches,
    passwords,
    bufferSizes,
    proxy,
    kinds: (id) => events.filter((event) => event.profileId === id).map((event) => event.kind),
    mostHandshakes: () => mostHandshakes,
    shown: async (id) => foundIn((await firstFrame())?.proxies, id),
    points: async (id) => foundIn((await firstFrame())?.points, id),
  };
}

function foundIn<T extends { readonly id: string }>(
  proxies: readonly T[] | undefined,
  id: string,
): T {
  const found = proxies?.find((each) => each.id === id);
  if (found === undefined) throw new Error('the proxy is not in the frame');
  return found;
}

/** A profile of the n-th proxy. */
export function profileOf(n: number, part: Partial<Profile> = {}): Profile {
  return profileSchema.parse({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `proxy ${n}`,
    host: 'proxy.test',
    user: 'admin',
    ...part,
  });
}

/** A fleet of one proxy that is connected, and that proxy. */
export async function connected(profile = profileOf(1)) {
  const fleet = createMemoryFleet();
  fleet.monitor.setProfiles([profile]);
  await fleet.clock.advance(0);
  return { ...fleet, peer: fleet.proxy(profile.id) };
}
