import { afterEach, describe, expect, it } from 'vitest';
import { createFuzzField, type FuzzField } from '../../support/fuzz-field.ts';
import { attackClients, attackServer } from '../../support/hostile-handshakes.ts';
import { createUdpPeers, echo, inbox } from '../../support/udp-peers.ts';

/** Another run is another set of datagrams; this number makes one again. */
const seed = Number(process.env.SEED ?? Date.now() & 0xffff);
const datagrams = 12_000;

const fields: FuzzField[] = [];
const { listen, connect, close } = createUdpPeers();

afterEach(async () => {
  for (const field of fields.splice(0)) await field.close();
  await close();
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
    const bystander = await connect(target);
    const next = inbox(bystander);
    const counts = await attackServer(server, seed, 100);
    expect(counts.established).toBeGreaterThan(0);
    bystander.send(Uint8Array.of(1, 2, 3));
    expect(await next()).toEqual(Uint8Array.of(1, 2, 3));
    const alive = setInterval(() => bystander.send(Uint8Array.of(0)), 200);
    await expect.poll(() => server.associations).toBe(1);
    clearInterval(alive);
  });
});
