import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/errors.ts';
import { isLoopbackAddress } from '../../base/loopback.ts';
import { type HttpAnswer, type HttpRoute, startHttp } from '../../http/http.ts';
import type { ListenAddress } from '../../http/listen-address.ts';
import type { Exporter } from '../exporter.ts';
import type { DiscoveryTarget } from './discovery.ts';
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

/** The files by which a console is read, by their paths; null for none. */
export interface AccessFiles {
  readonly cert: string | null;
  readonly key: string | null;
  readonly tokenFile: string | null;
}

export interface AccessParts {
  readonly files: AccessFiles;
  /** Where the token is in no file: it is read once. Throws where it cannot be had. */
  readonly readToken?: (() => Promise<string>) | undefined;
}

/**
 * Reads the files. Throws `invalid-input` where there is a certificate without a key, where the address can be reached by other machines and there is no
 * certificate or no token, and for files that are no such; `storage-failed` for those that cannot be read; and what `readToken` throws.
 */
export async function openAccess(
  { files: { cert, key, tokenFile }, readToken: tokenElsewhere }: AccessParts,
  { host }: ListenAddress,
): Promise<Access> {
  if ((cert === null) !== (key === null)) {
    const field = cert === null ? 'metrics-cert' : 'metrics-key';
    throw new AppError('invalid-input', { case: 'metrics-half', field });
  }
  const hasToken = tokenFile !== null || tokenElsewhere !== undefined;
  if ((cert === null || !hasToken) && !isLoopbackAddress(host))
    throw new AppError('invalid-input', { case: 'metrics-open', field: 'metrics', host });
  let token =
    tokenFile === null ? ((await tokenElsewhere?.()) ?? null) : await readToken(tokenFile);
  const readFiles = async (): Promise<TlsFiles | undefined> =>
    cert === null || key === null ? undefined : readTls(cert, key);
  return {
    guard: token === null ? undefined : bearerGuard(() => token ?? ''),
    tls: await readFiles(),
    async reread() {
      const nextToken = tokenFile === null ? token : await readToken(tokenFile);
      const next = await readFiles();
      token = nextToken;
      return next;
    },
  };
}

/** A server for metrics alone. */
export interface MetricsEndpoint {
  /** As it is reached: `http://127.0.0.1:9460/metrics`. */
  readonly address: string;
  /** From now on there is something to tell. */
  serve(exporter: Exporter): void;
  /** Reads certificate, key and token again. Where that fails `logFault` hears it, all stays as it was, and it resolves with why; else with null. */
  reread(): Promise<unknown>;
  /** Frees the port; answers under way have a second. */
  close(): Promise<void>;
}

export interface EndpointParts extends AccessParts {
  readonly listen: ListenAddress;
  /** Who said where: an option of the command unless told. */
  readonly field?: 'metrics' | 'metrics-port';
  readonly targets?: readonly DiscoveryTarget[];
  /** Beside those of metrics. */
  readonly routes?: readonly HttpRoute[];
  readonly logFault: (what: string, error: unknown) => void;
}

/** Throws what `openAccess` throws, and `invalid-input` where the port cannot be taken. */
export async function startEndpoint(parts: EndpointParts): Promise<MetricsEndpoint> {
  const { listen, field = 'metrics', targets = [], routes = [], logFault } = parts;
  const access = await openAccess(parts, listen);
  let exporter: Exporter | null = null;
  const compress = !isLoopbackAddress(listen.host);
  const server = await startHttp({
    listen,
    field,
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
        return null;
      } catch (error) {
        logFault('certificate and token of the metrics could not be read again', error);
        return error;
      }
    },
    async close() {
      exporter = null;
      await server.close();
    },
  };
}

/** As the options of a command say; null where they ask for none. Throws as `startEndpoint`. */
export async function startMetricsEndpoint({
  options,
  ...others
}: Pick<EndpointParts, 'routes' | 'logFault'> & {
  readonly options: MetricsOptions;
}): Promise<MetricsEndpoint | null> {
  const listen = metricsAddress(options);
  if (listen === null) return null;
  const { metricsCert = null, metricsKey = null, metricsTokenFile: tokenFile = null } = options;
  return startEndpoint({
    ...others,
    listen,
    files: { cert: metricsCert, key: metricsKey, tokenFile },
    targets: options.metricsTargets ?? [],
  });
}
