import { useQuery } from '@tanstack/react-query';
import { useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../shared/model/change.ts';
import { teethOf } from '../../../../shared/model/environment-class.ts';
import { mayDo } from '../../../../shared/model/roles.ts';
import type { VaultState } from '../../../../shared/model/vault.ts';
import { AskerContext } from '../../../api/asker.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi, useIsOld, usePreferences } from '../../../api/context.ts';
import { monotonicNow } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { callQuery } from '../../../api/queries.ts';
import { shownConsole } from '../../../api/shown-console.ts';
import { useCall } from '../../../api/use-call.ts';
import { useVault } from '../../../api/vault.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { Offer } from './command.ts';
import { generalOffers } from './general-offers.tsx';
import { neededFor } from './needed-for.ts';
import { type ProxyNow, proxyOffers, type Tools } from './proxy-offers.tsx';

/** Changes that are older than so many are taken back on the page of their proxy. */
const changesKnown = 500;

/** So many of the proxies that were opened last stand before the others. */
const mostOpened = 5;

/**
 * All that the palette offers. States and locks are those of the moment in which it was opened: a list that moves is not chosen from. It is complete
 * once the changes that can be taken back are known, or cannot be read now.
 */
export function useOffers(): { readonly offers: readonly Offer[]; readonly complete: boolean } {
  const api = useApi();
  const preferences = usePreferences();
  const { paused } = preferences;
  const { t, i18n } = useTranslation();
  const { client, queries, setPreferences } = api;
  const { value: profiles } = useProfiles();
  const { data: changes, isFetching } = useQuery(
    callQuery(client, 'audit.list', { limit: changesKnown }),
    queries,
  );
  const { run } = useAction();
  const asker = useContext(AskerContext);
  const classes = useClasses();
  const vault = lockOf(useVault());
  const format = useFormat();
  const old = useIsOld();
  const consoles = useCall('consoles.list', {}, { live: true }).value?.consoles;
  const [{ snapshots, locks, at }] = useState(() => ({
    snapshots: api.fleet.snapshots.get(),
    locks: api.locks.get(),
    at: monotonicNow(),
  }));
  const proxies = useMemo(() => {
    const undoable = newestUndoable(changes ?? []);
    const { compare } = new Intl.Collator(i18n.resolvedLanguage ?? 'en', { numeric: true });
    return (profiles ?? [])
      .map((profile): ProxyNow => {
        const { id, environment } = profile;
        const unlocked = (locks.get(id) ?? at) > at;
        return {
          profile,
          kind: snapshots?.get(id)?.state.kind,
          old,
          paused: paused.includes(id),
          lock: teethOf(classes, environment).readOnly ? (unlocked ? 'unlocked' : 'locked') : null,
          undoable: undoable.get(id) ?? null,
        };
      })
      .sort(
        (a, b) =>
          Number(b.profile.favourite) - Number(a.profile.favourite) ||
          compare(a.profile.name, b.profile.name),
      );
  }, [profiles, changes, snapshots, locks, at, old, paused, classes, i18n.resolvedLanguage]);
  const { recentProxies } = preferences;
  const opened = useMemo(
    () => new Set(recentProxies.slice(0, mostOpened).map(({ id }) => id)),
    [recentProxies],
  );
  const offers = useMemo(() => {
    const tools: Tools = {
      t,
      client,
      classes,
      run,
      async undo({ id }, confirmName) {
        const done = await client.call('change.undo', { auditId: id, confirmName });
        notifyDone(
          t(`changes:outcomes.${done.outcome}.title`),
          t(`changes:outcomes.${done.outcome}.${done.setting}`),
        );
      },
      pause: (id, to) => run(() => client.call('fleet.pause', { ids: [id], paused: to })),
      tellChange: ({ setting, at: then }) =>
        `${t(`changes:settings.${setting}`)} · ${format.relative(then, Math.max(api.fleet.now(), then + 1))}`,
    };
    const offers = [
      ...generalOffers(proxies, {
        ...tools,
        preferences,
        setPreferences,
        vault,
        consoles: consoles ?? [],
        consoleHere: shownConsole(),
      }),
      ...proxyOffers(proxies, opened, tools),
    ];
    return offers.map((offer) => {
      const needed = neededFor(offer.id);
      const may = needed === null || asker === null || mayDo(asker.role, needed);
      return may ? offer : { ...offer, refused: t(`may.needs.${needed}`) };
    });
  }, [
    asker,
    proxies,
    opened,
    t,
    client,
    classes,
    run,
    format,
    api,
    preferences,
    setPreferences,
    vault,
    consoles,
  ]);
  return { offers, complete: old || !isFetching };
}

function lockOf(vault: VaultState | null): 'locked' | 'unlocked' | null {
  if (vault?.kind !== 'passphrase') return null;
  return vault.locked ? 'locked' : 'unlocked';
}

/** Of each proxy the newest change that can be taken back. */
function newestUndoable(newestFirst: readonly AuditRow[]): ReadonlyMap<string, AuditRow> {
  const undoable = new Map<string, AuditRow>();
  for (const row of newestFirst) {
    if (row.undoable && !undoable.has(row.profileId)) undoable.set(row.profileId, row);
  }
  return undoable;
}
