import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { chunkType } from '../../../../electron/transport/udp/guard/packet-check.ts';
import { type RecordingRelay, startRecordingRelay } from '../../../support/recording-relay.ts';
import { initBody, sctpChunk, sctpPacket, words } from '../../../support/sctp-packet.ts';
import { createUdpPeers, echo, inbox } from '../../../support/udp-peers.ts';

const peers = createUdpPeers();
const relays: RecordingRelay[] = [];

afterEach(async () => {
  await peers.close();
  for (const relay of relays.splice(0)) relay.close();
});

async function victim() {
  const { server, target } = await peers.listen({ onAssociation: echo });
  const relay = await startRecordingRelay(server.udpPort);
  relays.push(relay);
  const client = await peers.connect({ ...target, udpPort: relay.port });
  const answer = inbox(client);
  const ask = async (byte: number): Promise<number | undefined> => {
    client.send(Uint8Array.of(byte));
    const ended = client.ended.then(({ reason }) => {
      throw new Error(`the association ended: ${reason}`);
    });
    return (await Promise.race([answer(), ended]))[0];
  };
  await expect(ask(1)).resolves.toBe(1);
  const init = relay.recorded.find(({ datagram }) => datagram[12] === chunkType.init)?.datagram;
  if (init === undefined) throw new Error('no INIT');
  return { server, relay, ask, init, source: init.readUInt16BE(0), port: target.port };
}

/** The cookie and the tag of an INIT ACK, as a COOKIE ECHO carries them. */
function cookieEcho(initAck: Buffer, source: number, destination: number): Buffer {
  for (let offset = 32; offset + 4 <= initAck.length; ) {
    const length = initAck.readUInt16BE(offset + 2);
    if (initAck.readUInt16BE(offset) === 7) {
      const cookie = initAck.subarray(offset + 4, offset + length);
      const chunks = [sctpChunk(chunkType.cookieEcho, cookie)];
      return sctpPacket({ source, destination, tag: initAck.readUInt32BE(16), chunks });
    }
    offset += (length + 3) & ~3;
  }
  throw new Error('no cookie');
}

describe('a cookie', () => {
  it('of one address restarts no association of another', async () => {
    const { server, relay, ask, source, port } = await victim();
    // Off the path: a handshake from an address of its own, whose second half comes from the victim's.
    const attacker = createSocket('udp4').bind(0, '127.0.0.1');
    await once(attacker, 'listening');
    const chunks = [sctpChunk(chunkType.init, initBody(0x0bad_0bad))];
    const init = sctpPacket({ source, destination: port, tag: 0, chunks });
    attacker.send(init, server.udpPort, '127.0.0.1');
    const [initAck] = (await once(attacker, 'message')) as [Buffer];
    relay.send('server', cookieEcho(initAck, source, port));
    await expect(ask(2)).resolves.toBe(2);
    await expect(ask(3)).resolves.toBe(3);
    // Where it was made for, it is good.
    attacker.send(cookieEcho(initAck, source, port), server.udpPort, '127.0.0.1');
    await expect.poll(() => server.associations).toBe(2);
    const tag = initAck.readUInt32BE(16);
    const abort = sctpPacket({ source, destination: port, tag, chunks: [sctpChunk(6)] });
    attacker.send(abort, server.udpPort, '127.0.0.1');
    await expect.poll(() => server.associations).toBe(1);
    attacker.close();
  });

  it('that answers the same INIT again restarts nothing, late or replayed (RFC 9260 section 5.2.4, action C)', async () => {
    const { relay, ask, init, source, port } = await victim();
    const seen = relay.recorded.length;
    relay.send('server', init);
    const second = () =>
      relay.recorded.slice(seen).find(({ datagram }) => datagram[12] === chunkType.initAck);
    await expect.poll(second).toBeDefined();
    relay.send('server', cookieEcho(second()?.datagram ?? Buffer.alloc(0), source, port));
    await expect(ask(2)).resolves.toBe(2);
    await expect(ask(3)).resolves.toBe(3);
  });

  it('of a peer that starts anew restarts the association (action A)', async () => {
    const { server, relay, ask, source, port } = await victim();
    const seen = relay.recorded.length;
    const chunks = [sctpChunk(chunkType.init, initBody(77, { tsn: 5 }))];
    relay.send('server', sctpPacket({ source, destination: port, tag: 0, chunks }));
    const initAck = () =>
      relay.recorded.slice(seen).find(({ datagram }) => datagram[12] === chunkType.initAck);
    await expect.poll(initAck).toBeDefined();
    relay.send('server', cookieEcho(initAck()?.datagram ?? Buffer.alloc(0), source, port));
    await expect(ask(2)).rejects.toThrow('the association ended');
    expect(server.associations).toBe(1);
    const tag = initAck()?.datagram.readUInt32BE(16) ?? 0;
    relay.send(
      'server',
      sctpPacket({
        source,
        destination: port,
        tag,
        chunks: [sctpChunk(chunkType.abort, words())],
      }),
    );
  });
});
