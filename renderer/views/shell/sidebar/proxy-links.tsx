import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { inFolders } from './in-folders.ts';
import classes from './sidebar.module.css';

/** Every proxy by folder, with the sign of its state: a way from any page to any proxy. */
export function ProxyLinks({ current }: { current: string | null }) {
  const { value } = useProfiles();
  const { t, i18n } = useTranslation();
  if (value === null || value.length === 0) return null;
  return (
    <nav aria-label={t('proxies')}>
      {inFolders(value, i18n.resolvedLanguage ?? 'en').map(({ folder, profiles }) => (
        <div key={folder}>
          <h2 className={classes.folder}>{folder === '' ? t('proxies') : folder}</h2>
          <ul className={classes.list}>
            {profiles.map((profile) => (
              <ProxyLink key={profile.id} profile={profile} current={profile.id === current} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function ProxyLink({ profile, current }: { profile: ProfileEntry; current: boolean }) {
  const { t } = useTranslation();
  const kind = useStateKind(profile.id);
  return (
    <li className={classes.proxy}>
      <a
        className={classes.link}
        href={hrefOf(paths.proxy(profile.id))}
        aria-current={current ? 'page' : undefined}
      >
        {kind !== undefined && <StateIcon kind={kind} size={15} />}
        <span className={classes.proxyName} title={profile.name}>
          {profile.name}
        </span>
        {kind !== undefined && <span className="visually-hidden">{t(`states:${kind}.name`)}</span>}
      </a>
    </li>
  );
}

/** Renders again only when the state is another one, not with every reading. */
function useStateKind(id: string) {
  const { fleet } = useApi();
  const subscribe = useCallback(
    (listener: () => void) => fleet.onSnapshot(id, listener),
    [fleet, id],
  );
  return useSyncExternalStore(subscribe, () => fleet.snapshot(id)?.state.kind);
}
