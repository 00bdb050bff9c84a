import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Attacker, createFuzzField } from '../support/fuzz-field.ts';
import { attackClients, attackServer } from '../support/hostile-handshakes.ts';
import { createUdpPeers, echo, inbox } from '../support/udp-peers.ts';

/**
 * Throws hostile datagrams at both ends of associations for as long as it takes, and says what became of them:
 * `npm run fuzz -- --datagrams 1000000 --seed 1`. Ends with 1 where something was thrown, hung or grew.
 */
const { values } = parseArgs({
  options: {
    datagrams: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() & 0xffff) },
  },
});
const datagrams = Number(values.datagrams);
const seed = Number(values.seed);

/** Megabytes that the heap may grow by over a whole run. */
const mayGrow = 20;
/** Datagrams for each field; a new one is made after them, so that every run has many handshakes. */
const round = 50_000;

let uncaught = 0;
process.on('uncaughtException', (error) => {
  uncaught++;
  console.error('uncaught', error);
});
process.on('unhandledRejection', (error) => {
  uncaught++;
  console.error('unhandled', error);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are still held. */
async function held(): Promise<number> {
  // What ended a moment ago is freed at the end of a turn.
  await new Promise((resolve) => setTimeout(resolve, 100));
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1_048_576);
}

const total: Record<string, number> = {};
const drops: Record<string, number> = {};
const add = (to: Record<string, number>, counts: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(counts)) to[name] = (to[name] ?? 0) + count;
};

async function attackFields(attacker: Attacker, count: number, from: number): Promise<void> {
  for (let sent = 0, n = 0; sent < count; sent += round, n++) {
    const field = await createFuzzField(from + n, attacker);
    try {
      await field.attack(Math.min(round, count - sent));
      add(total, { ...field.counts });
      const { server, client } = field.dropped();
      add(drops, server);
      add(drops, client);
    } finally {
      await field.close();
    }
  }
}

async function attackHandshakes(count: number): Promise<void> {
  for (let sent = 0, n = 0; sent < count; n++) {
    const clients = await attackClients(seed + n, 100);
    const peers = createUdpPeers();
    const { server, target } = await peers.listen({ onAssociation: echo, idleMs: 2000 });
    const bystander = await peers.connect(target);
    const next = inbox(bystander);
    const served = await attackServer(server, seed + n, 200);
    bystander.send(Uint8Array.of(n & 0xff));
    await next();
    add(total, { answered: 1, ...sum(clients, served) });
    add(drops, server.counts.dropped);
    sent += clients.datagrams + served.datagrams;
    await peers.close();
  }
}

function sum(
  a: { readonly datagrams: number; readonly handshakes: number; readonly established: number },
  b: typeof a,
) {
  return {
    handshakeDatagrams: a.datagrams + b.datagrams,
    handshakes: a.handshakes + b.handshakes,
    established: a.established + b.established,
  };
}

const begun = performance.now();
await attackFields('off-path', Math.min(10_000, datagrams), seed);
const before = await held();
await attackFields('off-path', datagrams * 0.45, seed + 1000);
await attackFields('on-path', datagrams * 0.45, seed + 2000);
await attackHandshakes(datagrams * 0.1);
const after = await held();

const sent = ['toServer', 'toClient', 'fromOtherPorts', 'handshakeDatagrams'];
console.log(
  JSON.stringify(
    {
      seed,
      datagrams: sent.reduce((all, name) => all + (total[name] ?? 0), 0),
      seconds: Math.round((performance.now() - begun) / 1000),
      uncaught,
      megabytes: { before, after },
      ...total,
      dropped: drops,
    },
    null,
    2,
  ),
);
process.exit(uncaught > 0 || after - before > mayGrow ? 1 : 0);
