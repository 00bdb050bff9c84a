import { isIPv6 } from 'node:net';
import { foldedHost, type ProxyAddress } from '../../../../shared/model/place.ts';
import { type Clock, systemClock } from '../../../base/clock.ts';
import { sideBySide } from '../../../base/side-by-side.ts';
import { within } from '../../../base/within.ts';
import { type Lookup, lookupAll } from '../../addresses.ts';
import { encodeBarePacket } from '../guard/out-of-the-blue.ts';
import { chunkType } from '../guard/packet-check.ts';
import { bindUdp } from '../socket.ts';
import type { OpenAssociation } from './open-association.ts';

/** Sockets, and names that are looked up, at once. */
const sendsAtOnce = 64;
const lookupsAtOnce = 16;

/** What the look-up of a name may take, milliseconds. */
const lookupMs = 5000;

/** So long the caller waits for names, milliseconds: an ABORT that comes after the next association only ends the one that it names. */
const patienceMs = 1000;

export interface LeftParts {
  readonly left: readonly OpenAssociation[];
  /** Where saved profiles lead to: nothing is sent to anywhere else. */
  readonly places: readonly ProxyAddress[];
  /** Done with it, whether anything was sent or not. */
  readonly onDone: (association: OpenAssociation) => void;
  /** How many ABORTs went out, when the last one has. */
  readonly onEnd: (sent: number) => void;
  readonly lookup?: Lookup;
  readonly clock?: Clock;
}

/**
 * Ends what a process that was killed left at its peers: one ABORT for each, to the places of saved profiles alone. Those at addresses that a profile
 * names have it when this resolves; those at a name's do once it is found to lead there, a moment later where that takes long. Never rejects.
 */
export async function endLeftBehind(parts: LeftParts): Promise<void> {
  const { left, places, onDone, onEnd, lookup = lookupAll, clock = systemClock } = parts;
  const hosts = hostsByPorts(places);
  const direct: OpenAssociation[] = [];
  const named: OpenAssociation[] = [];
  for (const association of left) {
    const known = hosts.get(portsOf(association));
    if (known?.has(foldedHost(association.address))) direct.push(association);
    else if (known?.has(foldedHost(association.host))) named.push(association);
    else onDone(association);
  }
  const byName = Map.groupBy(named, ({ host }) => foldedHost(host));
  let sent = 0;
  const end = async (association: OpenAssociation): Promise<void> => {
    if (await sendAbort(association)) sent++;
    onDone(association);
  };
  const never = new AbortController().signal;
  await sideBySide(direct, { limit: sendsAtOnce, signal: never }, end);
  const names = sideBySide(
    [...byName],
    { limit: lookupsAtOnce, signal: never },
    async ([host, associations]) => {
      const found = await within(() => lookup(host), {
        ms: lookupMs,
        onTimeout: () => [],
        clock,
      }).catch(() => []);
      const leadsTo = new Set(found.map(({ address }) => foldedHost(address)));
      for (const association of associations)
        if (leadsTo.has(foldedHost(association.address))) await end(association);
        else onDone(association);
    },
  ).then(() => onEnd(sent));
  await within(() => names, { ms: patienceMs, onTimeout: () => undefined, clock });
}

/** Of the profiles whose way may be UDP, by their ports. */
function hostsByPorts(places: readonly ProxyAddress[]): ReadonlyMap<string, ReadonlySet<string>> {
  const hosts = new Map<string, Set<string>>();
  for (const place of places) {
    if (place.transport !== 'udp' && place.transport !== 'auto') continue;
    const ports = portsOf(place);
    hosts.set(ports, (hosts.get(ports) ?? new Set()).add(foldedHost(place.host)));
  }
  return hosts;
}

function portsOf({ port, udpPort }: Pick<ProxyAddress, 'port' | 'udpPort'>): string {
  return `${port} ${udpPort}`;
}

/**
 * From the UDP port that the association had, which a peer may look at and which a translator of addresses knows; from another where that is taken.
 * Answers whether the system took it.
 */
async function sendAbort(association: OpenAssociation): Promise<boolean> {
  const { address, udpPort, fromUdpPort, port, fromPort, tag } = association;
  const family = isIPv6(address) ? 6 : 4;
  try {
    const socket = await bindUdp(family, undefined, fromUdpPort).catch(() =>
      bindUdp(family, undefined, 0),
    );
    try {
      const packet = encodeBarePacket({
        sourcePort: fromPort,
        destinationPort: port,
        verificationTag: tag,
        type: chunkType.abort,
        flags: 0,
      });
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject);
        socket.send(packet, udpPort, address, (error) => (error ? reject(error) : resolve()));
      });
    } finally {
      socket.close();
    }
    return true;
  } catch {
    // No route, or no more sockets: what is left there ends by the peer's own heartbeats.
    return false;
  }
}
