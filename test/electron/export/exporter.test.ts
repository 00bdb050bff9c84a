import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it, test } from 'vitest';
import type { WatchedProxy } from '../../../electron/fleet/watched-proxy.ts';
import { AppError } from '../../../shared/errors.ts';
import { classesOf, usualClasses } from '../../../shared/model/environment-class.ts';
import { missingPrometheus } from '../../support/prometheus.ts';
import { whySkipped } from '../../support/why-skipped.ts';
import {
  type MadeUpExport,
  madeUpExport,
  profileOf,
  readingOf,
  sampleOf,
  watchedOf,
} from './made-up.ts';

let made: MadeUpExport;
const exporting = (...proxies: WatchedProxy[]): MadeUpExport => {
  made = madeUpExport(proxies);
  return made;
};
afterEach(() => made?.exporter.close());

const ofProxy = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(name))?.slice(name.length);
const why = new AppError('login-refused', { where: 'proxy 1', step: 'password' }).toValue();

describe('A scrape', () => {
  it('tells of a proxy what it said last, with all digits of 64 bits', async () => {
    const profile = profileOf(1, {
      name: 'mail "one" \\ two',
      folder: 'Europe/Madrid',
      tags: 'mail, edge',
      environment: 'production',
    });
    const reading = readingOf({ transferredBytes: '18446744073709551615' });
    const lines = await exporting(watchedOf(profile, { reading, restarts: 2 })).lines();
    const labels = `{profile="${profile.id}",name="mail \\"one\\" \\\\ two",folder="Europe/Madrid",class="production",tags=",edge,mail,"} `;
    for (const line of [
      `spcp_up${labels}1`,
      `spcp_transferred_bytes_total${labels}18446744073709551615`,
      `spcp_accesses_total${labels}20`,
      `spcp_concurrent_connections${labels}3`,
      `spcp_restarts_total${labels}2`,
      `spcp_last_poll_timestamp_seconds${labels}${Date.UTC(2026, 0, 2) / 1000}`,
    ])
      expect(lines).toContain(line);
  });

  it('tells of one that cannot be reached that it cannot, and no numbers that were true before', async () => {
    const state = { kind: 'waiting', why, since: 0, until: 1, attempt: 1 } as const;
    const lines = await exporting(watchedOf(profileOf(1), { state, reading: null })).lines();
    expect(ofProxy(lines, 'spcp_up{')).toMatch(/ 0$/);
    for (const name of ['transferred_bytes_total', 'accesses_total', 'concurrent_connections'])
      expect(ofProxy(lines, `spcp_${name}{`)).toBeUndefined();
    expect(ofProxy(lines, 'spcp_last_poll_timestamp_seconds{')).toBeDefined();
  });

  it('says nothing of whether one is reached that nobody wants connected', async () => {
    const off = { state: { kind: 'off' }, reading: null } as const;
    const lines = await exporting(watchedOf(profileOf(1), off)).lines();
    expect(ofProxy(lines, 'spcp_up{')).toBeUndefined();
    expect(lines).toContain('spcp_console_proxies{state="off"} 1');
  });

  it('says why one waits for an administrator', async () => {
    const state = { kind: 'needs-attention', why, since: 0 } as const;
    const lines = await exporting(watchedOf(profileOf(1), { state, reading: null })).lines();
    expect(ofProxy(lines, 'spcp_needs_attention{')).toMatch(/reason="login-refused"\} 1$/);
  });

  it('leaves out a count of connections that cannot be one', async () => {
    const reading = readingOf({ connections: '-1', implausible: true });
    const lines = await exporting(watchedOf(profileOf(1), { reading })).lines();
    expect(ofProxy(lines, 'spcp_concurrent_connections{')).toBeUndefined();
    expect(ofProxy(lines, 'spcp_accesses_total{')).toBeDefined();
  });

  it('counts round trips into buckets that hold all shorter ones too', async () => {
    const profile = profileOf(1);
    exporting(watchedOf(profile));
    made.samples.publish([0.1, 0.2, 40, 60_000].map((ms) => sampleOf(profile.id, ms)));
    const lines = await made.lines();
    const bucket = (le: string) =>
      lines
        .find(
          (line) =>
            line.startsWith('spcp_round_trip_seconds_bucket') && line.includes(`le="${le}"`),
        )
        ?.split(' ')
        .at(-1);
    expect(['0.0001', '0.0003', '0.03', '0.1', '10.0', '+Inf'].map(bucket)).toEqual([
      '1',
      '2',
      '2',
      '3',
      '3',
      '4',
    ]);
    expect(ofProxy(lines, 'spcp_round_trip_seconds_count{')).toMatch(/ 4$/);
    expect(Number(ofProxy(lines, 'spcp_round_trip_seconds_sum{')?.split(' ').at(-1))).toBeCloseTo(
      60.0403,
    );
  });

  it('counts by its reason how often one is connected to again', async () => {
    const profile = profileOf(1);
    exporting(watchedOf(profile));
    const to = { kind: 'waiting', why, since: 0, until: 1, attempt: 1 } as const;
    const from = { kind: 'connecting', since: 0, attempt: 1, why: null } as const;
    for (let n = 0; n < 2; n++)
      made.transitions.publish({ id: profile.id, name: profile.name, from, to, at: 0 });
    expect(ofProxy(await made.lines(), 'spcp_reconnects_total{')).toMatch(
      /reason="login-refused"\} 2$/,
    );
  });

  it('names no removed proxy, and begins anew with one that comes back', async () => {
    const profile = profileOf(1);
    exporting(watchedOf(profile));
    made.samples.publish([sampleOf(profile.id, 1)]);
    made.proxies = [];
    expect((await made.lines()).join('\n')).not.toContain(profile.id);
    made.proxies = [watchedOf(profile)];
    const again = (await made.exporter.scrape('openmetrics')).toString().split('\n');
    expect(ofProxy(again, 'spcp_round_trip_seconds_count{')).toMatch(/ 0$/);
  });

  it('follows an edited profile and a renamed class', async () => {
    const environment = 'c1';
    const profile = profileOf(1, { environment });
    exporting(watchedOf(profile));
    const named = (name: string) => classesOf([{ ...usualClasses.staging, id: environment, name }]);
    made.classes = named('lab');
    expect(ofProxy(await made.lines(), 'spcp_up{')).toContain('name="proxy 1",class="lab"');
    made.classes = named('bench');
    made.proxies = [watchedOf({ ...profile, name: 'renamed' })];
    const text = (await made.exporter.scrape('openmetrics')).toString();
    expect(text).toContain('name="renamed",class="bench"');
  });

  it('tells two proxies of one name apart', async () => {
    const one = { name: 'twin', folder: 'a' };
    const lines = await exporting(
      watchedOf(profileOf(1, one)),
      watchedOf(profileOf(2, one)),
    ).lines();
    const series = lines.filter((line) => line.startsWith('spcp_up{'));
    expect(new Set(series).size).toBe(2);
  });

  it('is made once for all who ask at the same time', async () => {
    exporting(watchedOf(profileOf(1)));
    await made.exporter.scrape('prometheus');
    const once = made.looks;
    const all = await Promise.all(
      Array.from({ length: 50 }, () => made.exporter.scrape('prometheus')),
    );
    expect(new Set(all).size).toBe(1);
    expect(made.looks).toBe(once);
  });

  it('ends in the mark of OpenMetrics, with the families of counters by their short names', async () => {
    exporting(watchedOf(profileOf(1)));
    const text = (await made.exporter.scrape('openmetrics')).toString();
    expect(text.endsWith('\n# EOF\n')).toBe(true);
    expect(text).toContain(
      '# TYPE spcp_transferred_bytes counter\n# UNIT spcp_transferred_bytes bytes\n',
    );
    expect(text).toContain('\nspcp_transferred_bytes_total{');
    expect(text).toContain('\n# TYPE process_cpu_seconds counter\n');
  });
});

test.skipIf(missingPrometheus !== null)(
  `promtool has nothing to say of a scrape${whySkipped(missingPrometheus)}`,
  async () => {
    const awkward = profileOf(2, { name: 'ñandú "x" \\', tags: 'a, b', folder: 'ü/é' });
    exporting(watchedOf(profileOf(1)), watchedOf(awkward));
    made.samples.publish([sampleOf(awkward.id, 3)]);
    const input = await made.exporter.scrape('prometheus');
    const said = execFileSync('promtool', ['check', 'metrics'], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    expect(said).toBe('');
  },
);
