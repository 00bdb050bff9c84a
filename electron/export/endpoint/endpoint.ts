import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/errors.ts';
import { type HttpAnswer, type HttpRoute, startHttp } from '../../http/http.ts';
import { isLoopback, type ListenAddress } from '../../http/listen-address.ts';
import type { Exporter } from '../exporter.ts';
import { bearerGuard } from './guard.ts';
import { type MetricsOptions, metricsAddress } from './options.ts';
import { exportRoutes } from './routes.ts';
import { readToken } from './secret-file.ts';
import { readTls, type TlsFiles } from './tls-files.ts';

/** Who may read what a console exports, by files that may be replaced while it runs. */
export interface Access {
  /** Null lets in; undefined where everybody on the machine may ask. */
  readonly guard: ((request: IncomingMessage) => HttpAnswer | null) | undefined;
  /** Undefined for plain HTTP. */
  readonly tls: TlsFiles | undefined;
  /** Reads both files again. Throws as `openAccess`, and then leaves all as it was. */
  reread(): Promise<TlsFiles | undefined>;
}

/**
 * Reads the files that the options name. Throws `invalid-input` where there is a certificate without a key, where the address can be reached by other
 * machines and there is no certificate or no token, and for files that are no such; `storage-failed` for those that cannot be read.
 */
export async function openAccess(options: MetricsOptions, address: ListenAddress): Promise<Access> {
  const { metricsCert: cert, metricsKey: key, metricsTokenFile: tokenFile } = options;
  if ((cert === undefined) !== (key === undefined)) {
    const field = cert === undefined ? 'metrics-cert' : 'metrics-key';
    throw new AppError('invalid-input', { case: 'metrics-half', field });
  }
  const { host } = address;
  if ((cert === undefined || tokenFile === undefined) && !isLoopback(host))
    throw new AppError('invalid-input', { case: 'metrics-open', field: 'metrics', host });
  let token = tokenFile === undefined ? null : await readToken(tokenFile);
  const readFiles = async (): Promise<TlsFiles | undefined> =>
    cert === undefined || key === undefined ? undefined : readTls(cert, key);
  return {
    guard: token === null ? undefined : bearerGuard(() => token ?? ''),
    tls: await readFiles(),
    async reread() {
      const nextToken = tokenFile === undefined ? null : await readToken(tokenFile);
      const files = await readFiles();
      token = nextToken;
      return files;
    },
  };
}

/** A server for metrics alone. */
export interface MetricsEndpoint {
  /** As it is reached: `http://127.0.0.1:9460/metrics`. */
  readonly address: string;
  /** From now on there is something to tell. */
  serve(exporter: Exporter): void;
  /** Reads certificate, key and token again; where that fails `logFault` hears it, and all stays as it was. */
  reread(): Promise<void>;
  /** Frees the port; answers under way have a second. */
  close(): Promise<void>;
}

export interface EndpointParts {
  readonly options: MetricsOptions;
  /** Beside those of metrics. */
  readonly routes?: readonly HttpRoute[];
  readonly logFault: (what: string, error: unknown) => void;
}

/** Null where the options ask for none. Throws what `openAccess` throws, and `invalid-input` where the port cannot be taken. */
export async function startMetricsEndpoint(parts: EndpointParts): Promise<MetricsEndpoint | null> {
  const { options, routes = [], logFault } = parts;
  const listen = metricsAddress(options);
  if (listen === null) return null;
  const access = await openAccess(options, listen);
  let exporter: Exporter | null = null;
  const targets = options.metricsTargets ?? [];
  const compress = !isLoopback(listen.host);
  const server = await startHttp({
    listen,
    field: 'metrics',
    routes: [...exportRoutes({ exporter: () => exporter, targets, compress }), ...routes],
    guard: access.guard,
    tls: access.tls,
    logFault,
  });
  return {
    address: `${server.address}/metrics`,
    serve(from) {
      exporter = from;
    },
    async reread() {
      try {
        const tls = await access.reread();
        if (tls !== undefined) server.setTls(tls);
      } catch (error) {
        logFault('certificate and token of the metrics could not be read again', error);
      }
    },
    async close() {
      exporter = null;
      await server.close();
    },
  };
}
