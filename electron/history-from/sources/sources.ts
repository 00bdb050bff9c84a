import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import type { HistorySourceEntry } from '../../../shared/ipc/calls/history-from.ts';
import {
  type HistoryFault,
  type HistorySource,
  type HistoryTest,
  mostHistorySources,
} from '../../../shared/model/history-from.ts';
import type { Clock } from '../../base/clock.ts';
import { createTurns } from '../../base/turns.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import { historySecretId } from '../../store/secrets/apart.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import type { Vaults } from '../../store/secrets/vaults.ts';
import { webPlace } from '../../store/secrets/web-place.ts';
import { createApi, type PrometheusApi } from '../api/api.ts';
import { createReader, type Reader } from '../reader.ts';
import { type Held, type SourceOf, sourceFor } from './source-of.ts';
import { testSource } from './test-source.ts';

export interface HistorySourcesParts {
  readonly preferences: Pick<PreferencesStore, 'get' | 'edit' | 'set'>;
  readonly vault: Pick<SecretVault, 'state' | 'get' | 'set' | 'delete'> & Pick<Vaults, 'refused'>;
  /** Administrators may forbid it: those that are set are then as none, and are kept. Answers who does; null where nobody does. */
  readonly forbiddenBy: () => string | null;
  /** The ids of the folders that a profile lies in, the inmost first. */
  readonly foldersOf: (profileId: string) => readonly string[];
  readonly profileIds: () => readonly string[];
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

/** The Prometheus servers that history comes from: which there are, and what asks them. */
export interface HistorySources {
  readonly sourceOf: SourceOf<Reader>;
  list(): HistorySourceEntry[];
  /**
   * Adds, or changes; a secret of null keeps the one that was entered for this host. Throws `managed` where administrators say otherwise,
   * `invalid-input` for a second one of a folder and for too many, and what preferences and vault throw; all is then as before.
   */
  save(source: HistorySource, secret: string | null): Promise<void>;
  /** Throws as `save`; does nothing where it is not there. */
  remove(id: string): Promise<void>;
  /** Throws `not-found`. Rejects with the signal's reason. */
  test(id: string, signal: AbortSignal): Promise<HistoryTest>;
  again(): void;
}

interface Open {
  readonly of: HistorySource;
  readonly api: PrometheusApi;
  readonly reader: Reader;
}

export function createHistorySources(parts: HistorySourcesParts): HistorySources {
  const { preferences, vault, forbiddenBy, foldersOf, clock } = parts;
  const open = new Map<string, Open>();
  const turns = createTurns();

  const all = (): readonly HistorySource[] =>
    forbiddenBy() === null ? preferences.get().historyFrom : [];
  const openOf = (source: Held<unknown>['source']): Open => {
    const before = open.get(source.id);
    if (before !== undefined && isDeepStrictEqual(before.of, source)) return before;
    const timing = parts.timeoutMs === undefined ? {} : { timeoutMs: parts.timeoutMs };
    const authorization = () => authorizationOf(source, vault);
    // A command's answer is kept for a while, and a token may have been changed meanwhile.
    const onUnauthorized = () => vault.refused(historySecretId(source.id));
    const api = createApi({ source, authorization, onUnauthorized, clock, ...timing });
    const opened = { of: source, api, reader: createReader(api, clock) };
    open.set(source.id, opened);
    return opened;
  };
  const requireAllowed = (): void => {
    const by = forbiddenBy();
    if (by !== null)
      throw new AppError('managed', { case: 'preference', field: 'historyFrom', by });
  };
  return {
    sourceOf(profileId) {
      const source = sourceFor(all(), foldersOf(profileId));
      return source === null ? null : { source, reader: openOf(source).reader };
    },
    list: () =>
      all().map((source): HistorySourceEntry => {
        const { id, url, signIn } = source;
        const secret =
          url === null || signIn === 'none'
            ? 'none'
            : vault.state(historySecretId(id), webPlace(url, 'prometheus'));
        return { source, secret, fault: open.get(id)?.api.fault() ?? null };
      }),
    save: (source, secret) =>
      turns('sources', async () => {
        requireAllowed();
        const before = preferences.get().historyFrom;
        await preferences.set({ historyFrom: withSource(before, source) });
        try {
          if (secret !== null && source.url !== null && source.signIn !== 'none')
            await vault.set(historySecretId(source.id), secret, webPlace(source.url, 'prometheus'));
        } catch (error) {
          await preferences.set({ historyFrom: before });
          throw error;
        }
        open.delete(source.id);
      }),
    remove: (id) =>
      turns('sources', async () => {
        requireAllowed();
        const { historyFrom } = preferences.get();
        await preferences.set({ historyFrom: historyFrom.filter((each) => each.id !== id) });
        open.delete(id);
        await vault.delete(historySecretId(id));
      }),
    async test(id, signal) {
      const source = all().find((each) => each.id === id);
      if (source === undefined || source.url === null)
        throw new AppError('not-found', { case: 'history-source' });
      const { url } = source;
      const { api } = openOf({ ...source, url });
      api.rested();
      const ids = parts.profileIds().filter((each) => sourceFor(all(), foldersOf(each))?.id === id);
      return testSource(api, ids, clock.wall(), signal);
    },
    again() {
      for (const { api } of open.values()) api.rested();
    },
  };
}

/** Throws `invalid-input`. */
function withSource(
  sources: readonly HistorySource[],
  source: HistorySource,
): readonly HistorySource[] {
  const others = sources.filter(({ id }) => id !== source.id);
  if (others.some(({ folderId }) => folderId === source.folderId))
    throw new AppError('invalid-input', { case: 'field', field: 'folderId', rule: 'taken' });
  if (others.length >= mostHistorySources)
    throw new AppError('invalid-input', { case: 'field', field: 'historyFrom', rule: 'too_big' });
  if (others.length === sources.length) return [...sources, source];
  return sources.map((each) => (each.id === source.id ? source : each));
}

async function authorizationOf(
  { id, url, signIn, user }: Held<unknown>['source'],
  vault: HistorySourcesParts['vault'],
): Promise<string | null | HistoryFault> {
  if (signIn === 'none') return null;
  try {
    const secret = await vault.get(historySecretId(id), {
      ...webPlace(url, 'prometheus'),
      name: 'prometheus',
    });
    if (secret === null) return { kind: 'no-secret' };
    if (signIn === 'bearer') return `Bearer ${secret}`;
    return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'password-needed-again') return { kind: 'no-secret' };
    return { kind: 'vault', error: error.toValue() };
  }
}
