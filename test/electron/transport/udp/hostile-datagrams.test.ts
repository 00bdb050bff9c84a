import { afterEach, describe, expect, it } from 'vitest';
import { chunkType } from '../../../../electron/transport/udp/guard/packet-check.ts';
import { forge } from '../../../support/forger.ts';
import { createFuzzField, type FuzzField, type Tags } from '../../../support/fuzz-field.ts';
import { attackClients, attackServer } from '../../../support/hostile-handshakes.ts';
import { dataBody, initBody, sctpChunk, words } from '../../../support/sctp-packet.ts';
import { seed } from '../../../support/seed.ts';
import { createUdpPeers, echo, inbox } from '../../../support/udp-peers.ts';

/** Another run is another set of datagrams; this number makes one again. */
const datagrams = 12_000;

const fields: FuzzField[] = [];
const { listen, connect, close } = createUdpPeers();

afterEach(async () => {
  for (const field of fields.splice(0)) await field.close();
  await close();
});

describe.each(['server', 'client'] as const)('a forged packet to the %s', (towards) => {
  const { abort, shutdownComplete, shutdownAck, shutdown, init, initAck, cookieAck, error } =
    chunkType;
  const cookie = Buffer.from([0, 7, 0, 8, 1, 2, 3, 4]);
  const reflected = { flags: 1 };

  it.each<[string, Buffer, (tags: Tags) => number]>([
    ['ABORT with a tag that is one off', sctpChunk(abort), ({ own }) => own + 1],
    ['ABORT without a tag', sctpChunk(abort), () => 0],
    ['ABORT with the tag of the other end', sctpChunk(abort), ({ peers }) => peers],
    [
      'ABORT that claims to reflect a wrong tag',
      sctpChunk(abort, Buffer.alloc(0), reflected),
      ({ peers }) => peers - 1,
    ],
    [
      "ABORT that claims to reflect, with the receiver's tag",
      sctpChunk(abort, Buffer.alloc(0), reflected),
      ({ own }) => own,
    ],
    ['SHUTDOWN COMPLETE with a wrong tag', sctpChunk(shutdownComplete), ({ own }) => own ^ 1],
    ['SHUTDOWN COMPLETE that nobody waits for', sctpChunk(shutdownComplete), ({ own }) => own],
    ['SHUTDOWN with a wrong tag', sctpChunk(shutdown, words(1)), ({ own }) => own + 1],
    ['SHUTDOWN ACK that nobody waits for', sctpChunk(shutdownAck), ({ own }) => own],
    ['INIT, as of a peer that starts anew', sctpChunk(init, initBody(77)), () => 0],
    ['INIT with the tag of the association', sctpChunk(init, initBody(77)), ({ own }) => own],
    [
      'INIT ACK in an association',
      sctpChunk(initAck, Buffer.concat([initBody(77), cookie])),
      ({ own }) => own,
    ],
    ['COOKIE ACK in an association', sctpChunk(cookieAck), ({ own }) => own],
    [
      'ERROR with the right tag',
      sctpChunk(error, Buffer.from([0, 3, 0, 8, 0, 0, 0, 9])),
      ({ own }) => own,
    ],
  ])('leaves the association as it was: %s', async (_title, chunk, tag) => {
    const field = await createFuzzField(seed, 'on-path');
    fields.push(field);
    await field.ask();
    for (let i = 0; i < 3; i++) field.forge(towards, () => [chunk], tag);
    await field.ask();
    await field.ask();
    expect(field.associations).toBe(2);
  });

  it('without user data, but the very next in line, ends it on both sides and says so (RFC 9260 section 6.2)', async () => {
    const field = await createFuzzField(seed, 'on-path');
    fields.push(field);
    await field.ask();
    // The library counts from its tag, and one DATA went each way.
    field.forge(
      towards,
      ({ peers }) => [
        sctpChunk(chunkType.data, dataBody(peers + 1, Buffer.alloc(0)), { flags: 3 }),
      ],
      ({ own }) => own,
    );
    await expect(field.ask()).rejects.toThrow(/the association ended/);
    await expect.poll(() => field.associations).toBe(1);
  });

  it('ends it with the right tag, so that the others could have been seen to', async () => {
    const field = await createFuzzField(seed, 'on-path');
    fields.push(field);
    await field.ask();
    field.forge(
      towards,
      () => [sctpChunk(abort)],
      ({ own }) => own,
    );
    await expect(field.ask()).rejects.toThrow(/the association ended/);
  });
});

describe(`hostile datagrams (SEED=${seed})`, () => {
  it('from off the path neither end nor disturb an association, at either end', async () => {
    const field = await createFuzzField(seed, 'off-path');
    fields.push(field);
    await field.attack(datagrams);
    // One request of the attacked association and one of the bystander in every ten volleys.
    expect(field.counts.answered).toBe((datagrams / 50 / 10) * 2);
    expect(field.associations).toBe(2);
  });

  it('from on the path trouble the attacked association alone', async () => {
    const field = await createFuzzField(seed, 'on-path');
    fields.push(field);
    await field.attack(datagrams);
    expect(field.counts.answered).toBe(datagrams / 50 / 10);
  });

  it.each([
    '',
    'ABORT that reflects',
    'ABORT to another port',
    'HEARTBEAT from another port',
    'SHUTDOWN that is old',
    'DATA without data',
  ])('that are forged for an association end none: %s', async (only) => {
    const counts = await forge(seed, only === '' ? 4000 : 400, only);
    expect(counts.ended).toBe(0);
    expect(counts.answered).toBe(counts.datagrams / 20 + 3);
  });

  it('are counted by reason where they are dropped', async () => {
    const field = await createFuzzField(seed, 'off-path');
    fields.push(field);
    await field.attack(3000);
    const { server, client } = field.dropped();
    for (const counts of [server, client])
      for (const reason of ['too-short', 'checksum', 'chunk-length', 'no-association'])
        expect(counts[reason], reason).toBeGreaterThan(0);
  });

  it('in and after a handshake leave the client with an end, whatever it is', async () => {
    const counts = await attackClients(seed, 60);
    expect(counts.handshakes).toBeGreaterThan(0);
    expect(counts.datagrams).toBeGreaterThan(100);
  });

  it('in and after a handshake leave the server answering, and its associations counted', async () => {
    const { server, target } = await listen({ onAssociation: echo, idleMs: 1500 });
    const counts = await attackServer(server, seed, 100);
    expect(counts.established).toBeGreaterThan(0);
    const guest = await connect(target);
    const next = inbox(guest);
    guest.send(Uint8Array.of(1, 2, 3));
    expect(await next()).toEqual(Uint8Array.of(1, 2, 3));
    await guest.close();
    // Those of the attack are ended for being idle.
    await expect.poll(() => server.associations).toBe(0);
  });
});
