import type { Console } from '../console.ts';
import type { MetricsEndpoint } from '../export/endpoint/endpoint.ts';
import { type HttpRoute, type HttpServer, startHttp } from '../http/http.ts';
import type { ConsoleLog } from '../support/log.ts';
import type { CollectOptions } from './options.ts';

/** What a collector answers over HTTP. */
export interface Listening {
  /** Where metrics are; undefined where they were not asked for. */
  readonly metricsAddress: string | undefined;
  /** From now on there are metrics, where they were asked for. */
  serve(core: Pick<Console, 'startExport'>): Promise<void>;
  /** Reads certificate, key and token again. Resolves with whether that went well; what fails is logged. */
  reread(): Promise<boolean>;
  /** Frees the ports. */
  close(): Promise<void>;
}

/** Listens where the options say: for health alone, for metrics with health beside them, for both, or for nothing. Throws what these throw. */
export async function startListening(
  options: CollectOptions,
  routes: readonly HttpRoute[],
  { fault: logFault, note }: Pick<ConsoleLog, 'fault' | 'note'>,
): Promise<Listening> {
  let health: HttpServer | null = null;
  let metrics: MetricsEndpoint | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([health?.close(), metrics?.close()]);
  };
  try {
    if (options.listen !== undefined) {
      health = await startHttp({ listen: options.listen, routes, logFault });
      note('the collector listens', { address: health.address });
    }
    if (options.metrics !== undefined) {
      const { startMetricsEndpoint } = await import('../export/endpoint/endpoint.ts');
      metrics = await startMetricsEndpoint({ options, routes, logFault });
      // Without a path, which a log takes for what lets in.
      const origin = metrics === null ? null : new URL(metrics.address).origin;
      note('the collector serves metrics', { address: origin });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    metricsAddress: metrics?.address,
    async serve(core) {
      if (metrics !== null) metrics.serve(await core.startExport());
    },
    reread: async () => ((await metrics?.reread()) ?? null) === null,
    close,
  };
}
