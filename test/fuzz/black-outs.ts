import { parseArgs } from 'node:util';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { startReferenceProxy } from '../../electron/reference-proxy/reference-proxy.ts';
import type { Sample } from '../../shared/model/sample.ts';
import { blackOut, calm, startBadNetwork } from '../support/bad-network.ts';
import { createNetworkFleet, udpProfile } from '../support/network-fleet.ts';

/**
 * How soon proxies are back after black-outs of random lengths: from the network's return to the next good reading.
 * `node test/fuzz/black-outs.ts --proxies 60 --rounds 4 --longest 45 --seed 1`. Ends with 1 where the 95th percentile is above two seconds.
 */
const { values } = parseArgs({
  options: {
    proxies: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '4' },
    /** Seconds of the longest black-out. */
    longest: { type: 'string', default: '45' },
    seed: { type: 'string', default: String(Date.now() & 0xffff) },
    /** The back-off alone, to compare. */
    'no-watch': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const random = seededRandom(seed);
const longestMs = Number(values.longest) * 1000;
const withinMs = 2000;

const password = 'secret';
const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
if (proxy.udpPort === null) throw new Error('no UDP port');

const nextReading = new Map<string, (sample: Sample) => void>();
// As the console does: replies and handshakes have five seconds, a poll a second.
const fleet = createNetworkFleet(password, {
  timeoutMs: 5000,
  connectTimeoutMs: 5000,
  watchesReturn: !values['no-watch'],
  onSample: (sample) => nextReading.get(sample.profileId)?.(sample),
});

/** Hosts of their own: on one host an attempt waits while sixteen others are under way, and here each has its own black-outs. */
const hostOf = (n: number) => `127.1.${n >> 7}.${(n & 0x7f) + 1}`;
const networks = await Promise.all(
  Array.from({ length: Number(values.proxies) }, (_, n) =>
    startBadNetwork(proxy.udpPort ?? 0, seed + n, calm, hostOf(n)),
  ),
);
const profiles = networks.map(({ port }, n) =>
  udpProfile(n, port, { pollSeconds: 1, host: hostOf(n) }),
);
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A reading that was taken after this moment, epoch milliseconds. */
function readingAfter(id: string, moment: number): Promise<Sample> {
  return new Promise((resolve) => {
    nextReading.set(id, (sample) => {
      if (sample.at >= moment) resolve(sample);
    });
  });
}

const measured: { readonly blackOutMs: number; readonly backMs: number }[] = [];

async function suffer(n: number): Promise<void> {
  const network = networks[n];
  const profile = profiles[n];
  if (network === undefined || profile === undefined) return;
  await readingAfter(profile.id, Date.now());
  for (let round = 0; round < Number(values.rounds); round++) {
    await sleep(random() * 3000);
    // Short ones are as many as long ones: the logarithm of the length is even.
    const blackOutMs = 100 * (longestMs / 100) ** random();
    network.set(blackOut);
    await sleep(blackOutMs);
    const returned = Date.now();
    network.set(calm);
    const sample = await readingAfter(profile.id, returned);
    measured.push({ blackOutMs, backMs: sample.at - returned });
  }
}

fleet.monitor.setProfiles(profiles);
await Promise.all(profiles.map((_, n) => suffer(n)));
await fleet.monitor.close();
await proxy.close();
for (const network of networks) await network.close();

function percentiles(list: readonly { readonly backMs: number }[]) {
  const sorted = list.map(({ backMs }) => backMs).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { blackOuts: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

const all = percentiles(measured);
console.log(
  JSON.stringify(
    {
      seed,
      back: all,
      short: percentiles(measured.filter(({ blackOutMs }) => blackOutMs < 5000)),
      long: percentiles(measured.filter(({ blackOutMs }) => blackOutMs >= 5000)),
    },
    null,
    2,
  ),
);
process.exit(all.p95 > withinMs ? 1 : 0);
