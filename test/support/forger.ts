import { setImmediate as turn } from 'node:timers/promises';
import { forgedDatagrams } from './forged-datagrams.ts';
import { type Recorded, type RecordingRelay, startRecordingRelay } from './recording-relay.ts';
import { createUdpPeers, echo, inbox } from './udp-peers.ts';

export interface ForgeryCounts {
  datagrams: number;
  /** Requests that were asked and answered meanwhile. */
  answered: number;
  /** Associations that ended, or did not answer any more. */
  ended: number;
}

/** Datagrams between two requests. */
const burst = 20;
const answerMs = 10_000;
const mostSeen = 60;

/**
 * Sends so many forged datagrams, the same ones for a seed, at the two ends of an association that goes on asking. Where one ends it, another is
 * set up in its place. `only` as in `forgedDatagrams`.
 */
export async function forge(
  seed: number,
  datagrams: number,
  only?: string,
): Promise<ForgeryCounts> {
  const next = forgedDatagrams(seed, only);
  const peers = createUdpPeers();
  const { server, target } = await peers.listen({ onAssociation: echo });
  const counts: ForgeryCounts = { datagrams: 0, answered: 0, ended: 0 };

  const attackOne = async (relay: RecordingRelay): Promise<void> => {
    const client = await peers.connect({ ...target, udpPort: relay.port });
    const answer = inbox(client);
    const ask = async (): Promise<boolean> => {
      client.send(Uint8Array.of(counts.answered & 0xff));
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), answerMs);
      });
      const came = answer().then((message) => message[0] === (counts.answered & 0xff));
      const alive = await Promise.race([came, client.ended.then(() => false), silence]);
      clearTimeout(timer);
      if (alive) counts.answered++;
      return alive;
    };
    for (let i = 0; i < 3; i++) await ask();
    // What the attacker saw; what its own packets lead to is not in it.
    const seen: Recorded[] = relay.recorded.slice();
    while (counts.datagrams < datagrams) {
      for (let i = 0; i < burst; i++, counts.datagrams++) {
        const { towards, datagram } = next(seen);
        relay.send(towards, datagram);
        await turn();
      }
      const from = relay.recorded.length;
      if (!(await ask())) {
        counts.ended++;
        break;
      }
      // The numbers go on: the attacker listens.
      const carriesData = ({ datagram }: Recorded): boolean =>
        datagram[12] === 0 || datagram[12] === 3;
      seen.push(...relay.recorded.slice(from).filter(carriesData));
      // The handshake stays.
      if (seen.length > mostSeen) seen.splice(4, seen.length - mostSeen);
    }
    client.abort();
  };
  while (counts.datagrams < datagrams) {
    const relay = await startRecordingRelay(server.udpPort);
    await attackOne(relay);
    relay.close();
  }
  await peers.close();
  return counts;
}
