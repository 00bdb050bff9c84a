import type { Socket } from 'node:dgram';
import { setImmediate as turn } from 'node:timers/promises';
import type { UdpTransport } from '../../electron/transport/udp/client.ts';
import { hostileDatagrams, type Knowledge } from './hostile-datagrams.ts';
import { boundSocket } from './loopback-socket.ts';
import { sctpPacket } from './sctp-packet.ts';
import { createUdpPeers, echo, inbox } from './udp-peers.ts';

/** `off-path` never has a right tag, `on-path` always may. */
export type Attacker = 'off-path' | 'on-path';

/** How much was sent at whom, and what became of it. */
export interface FuzzCounts {
  toServer: number;
  toClient: number;
  fromOtherPorts: number;
  /** Associations that the attacker on the path brought down. */
  ended: number;
  /** Requests that were asked and answered meanwhile, of the attacked association and of a bystander. */
  answered: number;
}

export interface FuzzField {
  readonly counts: FuzzCounts;
  /** Datagrams that the server and all attacked clients dropped, by reason. */
  dropped(): { readonly server: Record<string, number>; readonly client: Record<string, number> };
  readonly associations: number;
  /** Sends so many datagrams; rejects when one of off the path ended or disturbed an association, or a bystander is not answered. */
  attack(datagrams: number): Promise<void>;
  /** Sends a packet with these chunks and this tag to an end, from the address and ports of the other. */
  forge(
    towards: 'server' | 'client',
    chunks: (tags: Tags) => readonly Buffer[],
    tag: (tags: Tags) => number,
  ): void;
  /** Rejects when the attacked association ended, or does not answer. */
  ask(): Promise<void>;
  close(): Promise<void>;
}

/** The tag that the addressed end expects, and the one that it sends with. */
export interface Tags {
  readonly own: number;
  readonly peers: number;
}

const burst = 50;
const recordedDatagrams = 300;

/** A server, a bystander's association with it, and an attacked one that passes by the attacker, who sees all and sends as either end. */
export async function createFuzzField(seed: number, attacker: Attacker): Promise<FuzzField> {
  const peers = createUdpPeers();
  const { server, target } = await peers.listen({ onAssociation: echo });
  const next = hostileDatagrams(seed);
  const counts: FuzzCounts = { toServer: 0, toClient: 0, fromOtherPorts: 0, ended: 0, answered: 0 };
  const front = await boundSocket();
  const back = await boundSocket();
  const other = await boundSocket();
  const clientDrops: Record<string, number> = {};

  let clientUdp = 0;
  let clientSctp = 0;
  let tagOfClient = 0;
  let tagOfServer = 0;
  let tsns: number[] = [];
  const recorded: Buffer[] = [];

  const note = (datagram: Buffer): void => {
    if (recorded.length >= recordedDatagrams) recorded.splice(0, 100);
    const type = datagram.readUInt8(12);
    recorded.push(attacker === 'on-path' ? datagram : withoutSecrets(datagram, type));
    if (type === 1) tagOfClient = datagram.readUInt32BE(16);
    if (type === 2) tagOfServer = datagram.readUInt32BE(16);
    if ((type === 0 || type === 3) && datagram.length >= 20)
      tsns = [...tsns.slice(-8), datagram.readUInt32BE(16)];
  };
  front.on('message', (datagram, from) => {
    clientUdp = from.port;
    clientSctp = datagram.readUInt16BE(0);
    note(datagram);
    back.send(datagram, server.udpPort, '127.0.0.1');
  });
  back.on('message', (datagram) => {
    // Answers to the attacker's own packets go astray, as they would off the path; those to the client's pass.
    if (datagram.readUInt16BE(2) !== clientSctp) return;
    note(datagram);
    front.send(datagram, clientUdp, '127.0.0.1');
  });

  const knowledge = (toServer: boolean): Knowledge => ({
    source: toServer ? clientSctp : target.port,
    destination: toServer ? target.port : clientSctp,
    // The library begins to count at its tag, so a sequence number tells it.
    tsns: attacker === 'on-path' ? tsns : [],
    recorded,
    tag: (random) => {
      if (attacker === 'on-path' && random() < 0.9)
        return random() < 0.8 === toServer ? tagOfServer : tagOfClient;
      if (random() < 0.3) return 0;
      const guess = Math.floor(random() * 2 ** 32);
      return guess === tagOfClient || guess === tagOfServer ? 1 : guess;
    },
  });

  const connectVictim = async () => {
    const client = await peers.connect({ ...target, udpPort: front.address().port });
    return { client, next: inbox(client) };
  };
  const bystander = await peers.connect(target);
  const bystanderInbox = inbox(bystander);
  let victim = await connectVictim();
  let over = false;
  let countsOfEnded: UdpTransport['counts'][] = [];

  const ask = async (client: UdpTransport, answer: () => Promise<Uint8Array>): Promise<void> => {
    const message = Uint8Array.of(counts.answered & 0xff, counts.answered >> 8, 7);
    client.send(message);
    const end = client.ended.then((reason) => {
      throw new Error(`the association ended: ${JSON.stringify(reason)}`);
    });
    const came = await Promise.race([answer(), end]);
    if (Buffer.compare(Buffer.from(came), Buffer.from(message)) !== 0)
      throw new Error(`asked ${[...message]}, answered ${[...came]}`);
    counts.answered++;
  };
  const sendTo = (socket: Socket, datagram: Buffer, port: number): void => {
    socket.send(datagram, port, '127.0.0.1', () => {});
  };
  const volley = (): void => {
    for (let i = 0; i < burst; i++) {
      const side = i % 3;
      if (side === 0) {
        counts.toServer++;
        sendTo(back, next(knowledge(true)), server.udpPort);
      } else if (side === 1) {
        counts.toClient++;
        sendTo(front, next(knowledge(false)), clientUdp);
      } else {
        counts.fromOtherPorts++;
        sendTo(other, next(knowledge(true)), server.udpPort);
      }
    }
  };
  /** Datagrams that came so far, at either end; the system may have dropped some of those that were sent. */
  const settled = async (): Promise<void> => {
    for (let before = -1; ; ) {
      for (let i = 0; i < 3; i++) await turn();
      const now = server.counts.received + victim.client.counts.received;
      if (now === before) return;
      before = now;
    }
  };
  /** Sets up a new association where the attacker brought the last one down. */
  const checkVictim = async (): Promise<void> => {
    const ended = await Promise.race([victim.client.ended.then(() => true), turn(false)]);
    if (!ended) return;
    counts.ended++;
    countsOfEnded.push(victim.client.counts);
    recorded.splice(0, recorded.length - 50);
    victim = await connectVictim();
  };

  return {
    counts,
    get associations() {
      return server.associations;
    },
    dropped() {
      for (const each of [...countsOfEnded, victim.client.counts])
        for (const [reason, count] of Object.entries(each.dropped))
          clientDrops[reason] = (clientDrops[reason] ?? 0) + count;
      countsOfEnded = [];
      return { server: { ...server.counts.dropped }, client: { ...clientDrops } };
    },
    async attack(datagrams) {
      for (let sent = 0, round = 0; sent < datagrams && !over; sent += burst, round++) {
        volley();
        await settled();
        if (attacker === 'on-path') await checkVictim();
        if (round % 10 !== 0) continue;
        await ask(bystander, bystanderInbox);
        if (attacker === 'off-path') await ask(victim.client, victim.next);
      }
    },
    forge(towards, chunks, tag) {
      const toServer = towards === 'server';
      const tags = toServer
        ? { own: tagOfServer, peers: tagOfClient }
        : { own: tagOfClient, peers: tagOfServer };
      const datagram = sctpPacket({
        source: toServer ? clientSctp : target.port,
        destination: toServer ? target.port : clientSctp,
        tag: tag(tags) >>> 0,
        chunks: chunks(tags),
      });
      if (toServer) sendTo(back, datagram, server.udpPort);
      else sendTo(front, datagram, clientUdp);
    },
    ask: () => ask(victim.client, victim.next),
    async close() {
      over = true;
      victim.client.abort();
      await peers.close();
      for (const socket of [front, back, other]) socket.close();
    },
  };
}

/** As one off the path would know it from associations of its own: the tags and first sequence numbers of this one are not in it. */
function withoutSecrets(datagram: Buffer, type: number): Buffer {
  if (type !== 1 && type !== 2) return datagram;
  const bytes = Buffer.from(datagram);
  bytes.writeUInt32BE(0x0bad_0bad, 16); // Initiate Tag
  bytes.writeUInt32BE(0x0bad_0bad, 28); // Initial TSN
  return bytes;
}
