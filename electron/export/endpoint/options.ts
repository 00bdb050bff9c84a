import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import { type ListenAddress, parseListenAddress } from '../../http/listen-address.ts';
import { type DiscoveryTarget, parseTargets } from './discovery.ts';

/** Where Prometheus finds a console unless told. */
export const usualMetricsPort = usualPreferences.metrics.port;

/** What a command line says of metrics; the values as `declareMetrics` reads them. */
export const metricsOptions = {
  /** `true` where the option has no value. */
  metrics: z.custom<ListenAddress | true>().optional(),
  metricsCert: z.string().optional(),
  metricsKey: z.string().optional(),
  metricsTokenFile: z.string().optional(),
  metricsTargets: z.custom<readonly DiscoveryTarget[]>().optional(),
} as const;

const schema = z.object(metricsOptions);
export interface MetricsOptions extends z.infer<typeof schema> {}

/** Adds the options by which a shell is told to serve metrics. */
export function declareMetrics(command: Command): Command {
  return command
    .option(
      '--metrics [address:port]',
      `serve /metrics for Prometheus, on 127.0.0.1:${usualMetricsPort} unless told`,
      listenAddress,
    )
    .option('--metrics-cert <file>', 'certificate for https, with its chain (PEM)', path)
    .option('--metrics-key <file>', 'its private key (PEM), which nobody else can read', path)
    .option(
      '--metrics-token-file <file>',
      'file with the bearer token to ask for, which nobody else can read',
      path,
    )
    .option(
      '--metrics-targets <list>',
      'consoles that Prometheus finds under /sd: host:port, with commas between, in the order of their shards',
      targets,
    );
}

/** Where metrics are to be served; null: nowhere. */
export function metricsAddress({ metrics }: Pick<MetricsOptions, 'metrics'>): ListenAddress | null {
  if (metrics === undefined) return null;
  return metrics === true ? { host: '127.0.0.1', port: usualMetricsPort } : metrics;
}

function listenAddress(text: string): ListenAddress {
  const address = parseListenAddress(text);
  if (address === null)
    throw new InvalidArgumentError('It is a port, or an IP address and a port, as 127.0.0.1:9460.');
  return address;
}

function path(text: string): string {
  if (text === '') throw new InvalidArgumentError('It is the path of a file.');
  return text;
}

function targets(text: string): readonly DiscoveryTarget[] {
  const found = parseTargets(text);
  if (found === null)
    throw new InvalidArgumentError('It is host:port, or https://host:port, with commas between.');
  return found;
}
