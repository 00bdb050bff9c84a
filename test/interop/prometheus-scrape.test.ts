import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { alerts } from '../../build/monitoring/alerts.ts';
import { monitoringFiles } from '../../build/monitoring/files.ts';
import { job } from '../../build/monitoring/names.ts';
import { yamlOf } from '../../build/monitoring/yaml.ts';
import {
  type MetricsEndpoint,
  startMetricsEndpoint,
} from '../../electron/export/endpoint/endpoint.ts';
import { createExporter, type Exporter } from '../../electron/export/exporter.ts';
import { type ReferenceFleet, startReferenceFleet } from '../../electron/reference-proxy/fleet.ts';
import { onlyUsualClasses } from '../../shared/model/environment-class.ts';
import { createNetworkFleet, type NetworkFleet, udpProfile } from '../support/network-fleet.ts';
import { runScripted } from '../support/pop3-session.ts';
import {
  missingPrometheus,
  type PrometheusServer,
  startPrometheus,
} from '../support/prometheus.ts';
import { whySkipped } from '../support/why-skipped.ts';

const count = 1000;
const password = 'of all of them';
const waitMs = 240_000;

describe.skipIf(missingPrometheus !== null)(
  `a real Prometheus that scrapes ${count} proxies${whySkipped(missingPrometheus)}`,
  () => {
    let proxies: ReferenceFleet;
    let fleet: NetworkFleet;
    let exporter: Exporter;
    let endpoint: MetricsEndpoint;
    let prometheus: PrometheusServer;

    beforeAll(async () => {
      proxies = await startReferenceFleet({ count, traffic: false, password });
      fleet = createNetworkFleet(password, { timeoutMs: 60_000, connectTimeoutMs: 60_000 });
      exporter = createExporter({
        version: '1',
        shell: 'web',
        monitor: fleet.monitor,
        classes: () => onlyUsualClasses,
        profiles: () => count,
        alerts: () => [],
        storeQueue: () => 0,
        notices: () => [],
      });
      fleet.monitor.setProfiles(
        proxies.proxies.map(({ udpPort }, n) =>
          udpProfile(n, udpPort ?? 0, { pollSeconds: 5, folder: `room ${n % 10}`, tags: 'mail' }),
        ),
      );
      const started = await startMetricsEndpoint({
        options: { metrics: { host: '127.0.0.1', port: 0 } },
        logFault: (what, error) => {
          throw new Error(what, { cause: error });
        },
      });
      if (started === null) throw new Error('no endpoint');
      endpoint = started;
      endpoint.serve(exporter);
      prometheus = await startPrometheus({
        // The same rules, which wait for nothing here.
        files: {
          'recording-rules.yml': monitoringFiles()['recording-rules.yml'] ?? '',
          'alert-rules.yml': yamlOf({
            groups: [{ name: 'alerts', rules: alerts.map((rule) => ({ ...rule, for: '0s' })) }],
          }),
        },
        config: {
          global: { scrape_interval: '5s', scrape_timeout: '5s', evaluation_interval: '5s' },
          rule_files: ['recording-rules.yml', 'alert-rules.yml'],
          scrape_configs: [
            { job_name: job, static_configs: [{ targets: [new URL(endpoint.address).host] }] },
          ],
        },
      });
      await vi.waitFor(
        async () =>
          expect(await prometheus.query('sum(spcp_up)')).toMatchObject([{ value: count }]),
        { timeout: waitMs, interval: 1000 },
      );
    });
    afterAll(async () => {
      await prometheus?.close();
      await endpoint?.close();
      exporter?.close();
      await fleet?.monitor.close();
      await proxies?.close();
    });

    it('finds its target up, and promtool nothing to say of what it reads', async () => {
      await expect
        .poll(() => prometheus.targets(), { interval: 1000 })
        .toMatchObject([{ health: 'up', lastError: '' }]);
      const input = await exporter.scrape('prometheus');
      expect(execFileSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' })).toBe('');
    });

    it('knows of each proxy what the proxy itself counted', async () => {
      const used = proxies.proxies.slice(0, 3);
      for (const [n, { host, pop3Port: port }] of used.entries())
        for (let times = 0; times <= n; times++) await runScripted({ host, port }, 'QUIT\r\n');
      const counted = (of: 'accesses' | 'transferredBytes') =>
        Object.fromEntries(used.map((proxy, n) => [`proxy ${n}`, Number(proxy.counts()[of])]));
      const read = async (expression: string) =>
        Object.fromEntries(
          (await prometheus.query(expression)).map(({ labels, value }) => [labels.name, value]),
        );
      await expect
        .poll(() => read('spcp_accesses_total > 0'), { timeout: waitMs, interval: 1000 })
        .toEqual(counted('accesses'));
      await expect
        .poll(() => read('spcp_transferred_bytes_total > 0'), { interval: 1000 })
        .toEqual(counted('transferredBytes'));
      await expect
        .poll(() => prometheus.query('count(count by (profile) (spcp_accesses_total))'), {
          interval: 1000,
        })
        .toMatchObject([{ value: count }]);
      const tagsOfRooms = async () =>
        (await prometheus.query('count by (folder, tags) (spcp_up)')).map(
          ({ labels }) => labels.tags,
        );
      await expect.poll(tagsOfRooms, { interval: 1000 }).toEqual(Array(10).fill(',mail,'));
    });

    it('tells by the rules that a proxy was killed, and has no numbers of it any more', async () => {
      await proxies.proxies[7]?.close();
      await expect
        .poll(
          async () =>
            (await prometheus.firing()).map(({ alertname, name }) => `${alertname} ${name}`),
          {
            timeout: waitMs,
            interval: 1000,
          },
        )
        .toContain('SpcpProxyDown proxy 7');
      await expect
        .poll(() => prometheus.query('spcp_accesses_total{name="proxy 7"}'), { interval: 1000 })
        .toEqual([]);
      await expect
        .poll(
          // Lost first, and then as often as it is tried again for another reason.
          async () =>
            (await prometheus.query('spcp_reconnects_total{name="proxy 7"}')).map(
              ({ labels }) => labels.reason,
            ),
          { interval: 1000 },
        )
        .toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z-]+$/)]));
    });
  },
);
