import { get } from 'node:http';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { startMetricsEndpoint } from '../../electron/export/endpoint/endpoint.ts';
import { proxyLabels } from '../../electron/export/metric.ts';
import { proxyMetrics, roundTrip, roundTripBounds } from '../../electron/export/metrics.ts';
import { madeUpExport, profileOf, sampleOf, watchedOf } from '../electron/export/made-up.ts';
import type { Report } from './support/benchmark.ts';
import { pause, startMeter } from './support/measure.ts';
import { ofEstimate } from './support/row.ts';
import { estimate } from './support/steady.ts';

const proxies = 2000;
const scrapes = 12;
/** A scrape that comes sooner is answered as the one before. */
const apartMs = 1100;
/** Seconds between two scrapes, as Prometheus is usually told. */
const intervalSeconds = 15;

/** Scrapes of the exporter over HTTP, beside the text that `prom-client` alone would make of as many series. */
export async function scrape(report: Report): Promise<void> {
  const made = madeUpExport(
    Array.from({ length: proxies }, (_, n) =>
      watchedOf(
        profileOf(n, { folder: `Europe/place ${n % 100}`, tags: 'mail, edge', name: `relay ${n}` }),
      ),
    ),
  );
  for (let round = 0; round < 20; round++)
    made.samples.publish(
      made.proxies.map(({ profile }, n) => sampleOf(profile.id, (n % 97) + round)),
    );
  const endpoint = await startMetricsEndpoint({
    options: { metrics: { host: '127.0.0.1', port: 0 } },
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  if (endpoint === null) throw new Error('no endpoint');
  endpoint.serve(made.exporter);
  const alone = registryOf(made.proxies.length);
  const milliseconds: number[] = [];
  const shares: number[] = [];
  const aloneShares: number[] = [];
  let bytes = 0;
  for (let n = 0; n < scrapes; n++) {
    await pause(apartMs);
    const ours = startMeter();
    bytes = await read(endpoint.address);
    const { cpu, elapsed } = ours();
    milliseconds.push(elapsed * 1000);
    shares.push((cpu / intervalSeconds) * 100);
    const theirs = startMeter();
    Buffer.from(await alone.metrics());
    aloneShares.push((theirs().cpu / intervalSeconds) * 100);
  }
  report({
    what: `a scrape of ${proxies} proxies`,
    ...ofEstimate(estimate(milliseconds)),
    unit: 'ms',
    budget: { of: 'value', most: 200 },
  });
  report({
    what: 'CPU at one in 15 s, with who reads it',
    ...ofEstimate(estimate(shares)),
    unit: '% of a core',
    beside: { what: "prom-client's text", value: estimate(aloneShares).value },
    budget: { of: 'value', most: 5 },
  });
  report({ what: 'its text', value: bytes / 1e6, unit: 'MB' });
  await endpoint.close();
  made.exporter.close();
}

/** Reads it to its end; answers the bytes. */
function read(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.once('end', () => resolve(bytes)).once('error', reject);
    }).once('error', reject);
  });
}

/** The same series in a registry of `prom-client`, set already. */
function registryOf(count: number): Registry {
  const registry = new Registry();
  const common = { help: 'as ours', labelNames: [...proxyLabels], registers: [registry] };
  const scalars = proxyMetrics.map(({ name, type }) =>
    type === 'counter' ? new Counter({ name, ...common }) : new Gauge({ name, ...common }),
  );
  const times = new Histogram({ name: roundTrip.name, buckets: [...roundTripBounds], ...common });
  for (let n = 0; n < count; n++) {
    const { id: profile, name } = profileOf(n);
    const folder = `Europe/place ${n % 100}`;
    const labels = { profile, name, folder, class: 'development', tags: ',edge,mail,' };
    for (const scalar of scalars) scalar.inc(labels, n);
    times.observe(labels, 0.002);
  }
  return registry;
}
