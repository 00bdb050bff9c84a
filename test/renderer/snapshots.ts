import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import type { FleetFrame, ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import { profileDraftSchema } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import { someErrorValue } from '../support/facts.ts';

const why = someErrorValue('refused');

const states: Readonly<Record<ProxyState['kind'], ProxyState>> = {
  off: { kind: 'off' },
  connecting: { kind: 'connecting', since: 1, attempt: 1, why: null },
  authenticating: { kind: 'authenticating', since: 1 },
  ready: {
    kind: 'ready',
    since: 1,
    connection: { transport: 'udp', description: '', reason: null },
  },
  waiting: { kind: 'waiting', why, since: 1, until: 2, attempt: 1 },
  'vault-locked': { kind: 'vault-locked', since: 1 },
  'needs-attention': { kind: 'needs-attention', why, since: 1 },
};

/** A frame that tells what became of these, and no more. */
export function frameOf(...proxies: ProxySnapshot[]): FleetFrame {
  return { at: 0, full: false, proxies, points: [], readings: null, removed: [] };
}

/** A snapshot in some state; read, where `metrics` are given. */
export function snapshotOf(
  id: string,
  kind: ProxyState['kind'],
  read: {
    connections?: string;
    transferredBytes?: string;
    accesses?: string;
    implausible?: boolean;
    bytesPerSecond?: number | null;
    accessesPerSecond?: number | null;
  } | null = null,
): ProxySnapshot {
  return {
    id,
    state: states[kind],
    unreachableSince: kind === 'waiting' ? 1 : null,
    metrics:
      read === null
        ? null
        : {
            at: 1,
            connections: read.connections ?? '0',
            transferredBytes: read.transferredBytes ?? '0',
            accesses: read.accesses ?? '0',
            implausible: read.implausible ?? false,
            roundTripMs: 1,
          },
    rates: {
      bytesPerSecond: read?.bytesPerSecond ?? null,
      accessesPerSecond: read?.accessesPerSecond ?? null,
    },
    restarts: 0,
    missedPolls: 0,
    settings: { transformation: null, bufferSize: null },
    openCount: unknownCount,
  };
}

/** A saved profile whose id is its name. */
export function profileOf(name: string, parts: Partial<ProfileEntry> = {}): ProfileEntry {
  return {
    ...profileDraftSchema.parse({
      name,
      host: `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}.example`,
      user: 'admin',
    }),
    id: name,
    sources: {},
    savedPassword: 'here',
    stockCredentials: false,
    demo: false,
    ...parts,
  };
}
