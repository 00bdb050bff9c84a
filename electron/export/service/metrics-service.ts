import { hostname } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { AppError, appErrorOf, type ErrorValue, toErrorValue } from '../../../shared/errors.ts';
import type { MetricsSettings, MetricsState } from '../../../shared/model/metrics-service.ts';
import { placeSchema } from '../../../shared/model/place.ts';
import type { Clock } from '../../base/clock.ts';
import { createTopic, type Topic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import type { ManagedPart } from '../../core/managed/managed-part.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import { metricsTokenId } from '../../store/secrets/apart.ts';
import type { Vaults } from '../../store/secrets/vaults.ts';
import type { MetricsEndpoint } from '../endpoint/endpoint.ts';
import type { Exporter } from '../exporter.ts';
import { type WantedMetrics, wantedMetrics } from './wanted.ts';

/** What it is bound to. It is shown by who asks and goes nowhere, so that it is the same wherever the console listens. */
const tokenPlace = { ...placeSchema.parse({ host: 'localhost', user: 'metrics' }), port: 9460 };
/** A port that was taken, and a file that was not as it should be, are tried again so often, milliseconds. */
const retryMs = 10_000;
/** Certificates are renewed while a console runs: their files are read again so often, milliseconds. */
const rereadMs = 3_600_000;
/** Where they could not: a certificate may be there, and its key still be written. */
const unreadMs = 60_000;

export interface MetricsServiceParts {
  readonly preferences: Pick<PreferencesStore, 'get' | 'set' | 'onChange'>;
  readonly vault: Pick<Vaults, 'state' | 'get' | 'set' | 'delete' | 'onChange'>;
  readonly managed: Pick<ManagedPart, 'policy' | 'state' | 'onChange'>;
  readonly startExport: () => Promise<Exporter>;
  /** Where the options of the command serve them; null where they do not. */
  readonly byOptions: string | null;
  readonly clock: Clock;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Serves `/metrics` as preferences and administrators say, from the moment that they say so. */
export interface MetricsService {
  /** Begins; what cannot be served says the state. */
  start(): void;
  state(): MetricsState;
  readonly changes: Pick<Topic<MetricsState>, 'listen'>;
  /**
   * A token of null keeps the one that there is; settings without one forget it. Resolves once that holds, or has failed as the state says. Throws `managed`
   * where administrators say otherwise, and what preferences and vault throw; all is then as before.
   */
  save(settings: MetricsSettings, token: string | null): Promise<void>;
  /** Tries again what failed. */
  again(): Promise<void>;
  /** Reads certificate, key and token again. Resolves with whether that went well; what fails is logged and told by the state, and what was read before holds. */
  reread(): Promise<boolean>;
  /** Frees the port. */
  close(): Promise<void>;
}

export function createMetricsService(parts: MetricsServiceParts): MetricsService {
  const { preferences, vault, managed, byOptions, clock, logFault } = parts;
  const changes = createTopic<MetricsState>();
  const turns = createTurns();
  /** As it was to be when it was made so, or failed. */
  let tried: WantedMetrics | null = null;
  let running: MetricsEndpoint | null = null;
  let failed: AppError | null = null;
  /** Why what the one that runs has read is not read anew. */
  let notRenewed: ErrorValue | null = null;
  let exporter: Exporter | null = null;
  let cancel: () => void = () => undefined;
  let told: MetricsState | null = null;
  let isBegun = false;
  let isClosed = false;

  const now = () =>
    wantedMetrics({
      chosen: preferences.get().metrics,
      isLocked: managed.state()?.locked.includes('metrics') ?? false,
      policy: managed.policy().metrics,
      byOptions: byOptions !== null,
    });
  const serving = (): MetricsState['serving'] => {
    if (byOptions !== null) return { kind: 'on', address: reached(byOptions), notRenewed: null };
    if (failed !== null) return { kind: 'failed', error: failed.toValue() };
    if (running === null) return { kind: 'off' };
    return { kind: 'on', address: reached(running.address), notRenewed };
  };
  const state = (): MetricsState => ({
    settings: preferences.get().metrics,
    hasToken: vault.state(metricsTokenId, tokenPlace) === 'here',
    said: now().said,
    by: managed.state()?.by ?? '',
    serving: serving(),
  });
  const tokenOf = async (): Promise<string> => {
    const token = await vault.get(metricsTokenId, { ...tokenPlace, name: 'metrics' });
    if (token === null) throw new AppError('invalid-input', { case: 'metrics-token' });
    return token;
  };
  const open = async (wanted: WantedMetrics): Promise<MetricsEndpoint> => {
    // Most consoles serve none, and need not load what does.
    const { startEndpoint } = await import('../endpoint/endpoint.ts');
    const { listen, cert, key, token } = wanted;
    const endpoint = await startEndpoint({
      listen,
      field: 'metrics-port',
      files: { cert, key, tokenFile: token?.in === 'file' ? token.path : null },
      ...(token?.in === 'vault' ? { readToken: tokenOf } : {}),
      logFault,
    });
    try {
      exporter ??= await parts.startExport();
      endpoint.serve(exporter);
    } catch (error) {
      await endpoint.close();
      throw error;
    }
    return endpoint;
  };
  const end = async (): Promise<void> => {
    const before = running;
    running = null;
    notRenewed = null;
    await before?.close();
  };
  /** Makes it as it is to be; `anew` also where it is so already. */
  const apply = async (anew: boolean): Promise<void> => {
    const { wanted } = now();
    if (isClosed || (!anew && isDeepStrictEqual(tried, wanted))) return;
    tried = wanted;
    cancel();
    await end();
    failed = null;
    if (wanted === null) {
      exporter?.close();
      exporter = null;
    } else {
      try {
        running = await open(wanted);
        later(rereadMs, reread);
      } catch (error) {
        if (!(error instanceof AppError)) logFault('metrics could not be served', error);
        failed = appErrorOf(toErrorValue(error));
        // A vault says by itself when it can be read again.
        if (!failed.code.startsWith('vault')) later(retryMs, retry);
      }
    }
  };
  const later = (ms: number, task: () => Promise<unknown>): void => {
    cancel();
    cancel = clock.after(ms, () => void task());
  };
  const tell = (): void => {
    const next = state();
    if (isClosed || isDeepStrictEqual(told, next)) return;
    told = next;
    changes.publish(next);
  };
  /** `anew` is asked in its turn: what was before may have mended it. */
  const inTurn = (anew: () => boolean): Promise<void> =>
    turns('metrics', async () => {
      await apply(anew());
      tell();
    });
  const retry = (): Promise<void> => inTurn(() => failed !== null);
  const reread = async (): Promise<boolean> => {
    const asked = running;
    const why = (await asked?.reread()) ?? null;
    if (isClosed || running === null || running !== asked) return true;
    notRenewed = why === null ? null : toErrorValue(why);
    tell();
    later(why === null ? rereadMs : unreadMs, reread);
    return why === null;
  };
  // Also while something is under way, which read before what it is to be: where that is the same, this does nothing.
  const follow = (): void => {
    if (isBegun) void inTurn(() => false);
  };
  const ends = [
    preferences.onChange(follow),
    managed.onChange(follow),
    // A token that was read is asked for on, also while its vault is locked.
    vault.onChange(() => {
      if (isBegun) void retry();
    }),
  ];
  const requireAllowed = (): void => {
    if (managed.policy().metrics === undefined) return;
    const by = managed.state()?.by ?? '';
    throw new AppError('managed', { case: 'preference', field: 'metrics', by });
  };
  const write = async (settings: MetricsSettings, token: string | null): Promise<void> => {
    requireAllowed();
    const before = preferences.get().metrics;
    await preferences.set({ metrics: settings });
    try {
      if (token !== null && settings.token) await vault.set(metricsTokenId, token, tokenPlace);
      else if (!settings.token && before.token) await vault.delete(metricsTokenId);
    } catch (error) {
      await preferences.set({ metrics: before });
      throw error;
    }
  };
  return {
    start() {
      isBegun = true;
      follow();
    },
    state,
    changes,
    save: (settings, token) =>
      turns('metrics', async () => {
        await write(settings, token);
        await apply(true);
        tell();
      }),
    again: retry,
    reread,
    close: () =>
      turns('metrics', async () => {
        isClosed = true;
        cancel();
        for (const each of ends) each();
        await end();
        changes.end();
      }),
  };
}

/** An address that Prometheus can be told: where a console listens everywhere, by the name of the machine. */
function reached(address: string): string {
  const url = new URL(address);
  if (url.hostname !== '0.0.0.0' && url.hostname !== '[::]') return address;
  url.hostname = hostname();
  return url.href;
}
