import { UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useInfo } from '../../../api/profiles.ts';
import icon from '../../../icon.svg';
import { pageOf, pages } from '../../../pages.tsx';
import { hrefOf } from '../../../routes.ts';
import { AlertLink } from '../alerts/alert-link.tsx';
import { idIn } from '../id-in.ts';
import { openPalette } from '../palette/opened.ts';
import { TroubleLink } from '../trouble/trouble-link.tsx';
import { Appearance } from './appearance.tsx';
import { LockSign } from './lock-sign.tsx';
import { PlanLink } from './plan-link.tsx';
import { ProxyTree } from './proxy-tree.tsx';
import classes from './sidebar.module.css';
import { WhoSign } from './who-sign.tsx';

/** Pages that are reached from one in the menu stand under it. */
const parents: Readonly<Record<string, string>> = {
  newProfile: 'profiles',
  profile: 'profiles',
  paste: 'profiles',
  import: 'profiles',
  restore: 'profiles',
  folders: 'profiles',
  folder: 'profiles',
  newFolder: 'profiles',
  plan: 'plans',
  newPlan: 'plans',
};

/** The menu of pages and proxies, the palette's button, and how the window looks. */
export function Sidebar() {
  const { t } = useTranslation();
  const info = useInfo();
  const os = useOs();
  const page = pageOf(useMatches({ select: (matches) => matches.at(-1)?.routeId }))?.key ?? '';
  const id = useMatches({ select: (matches) => idIn(matches.at(-1)?.params) });
  const current = parents[page] ?? page;
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <img src={icon} alt="" width={24} height={24} />
        <span className={classes.name}>{t('appName')}</span>
      </div>
      <WhoSign />
      <UnstyledButton
        className={classes.search}
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={15} aria-hidden />
        <span>{t('palette.open')}</span>
        <kbd className={classes.key} aria-hidden>
          {t(os === 'macos' ? 'palette.keyOnMac' : 'palette.key')}
        </kbd>
      </UnstyledButton>
      <div className={classes.menu}>
        <ul className={classes.list}>
          {pages.map(({ key, path, icon: Sign }) =>
            Sign === undefined ? null : (
              <li key={key} className={classes.item}>
                <a
                  className={classes.link}
                  href={hrefOf(path)}
                  aria-current={current === key ? 'page' : undefined}
                >
                  <Sign size={17} stroke={1.7} aria-hidden />
                  {t(`pages.${key}`)}
                </a>
                {key === 'board' && <TroubleLink />}
                {key === 'alerts' && <AlertLink />}
                {key === 'plans' && <PlanLink />}
              </li>
            ),
          )}
        </ul>
      </div>
      <div className={classes.proxies}>
        <ProxyTree current={page === 'proxy' ? id : null} />
      </div>
      <div className={classes.foot}>
        <Appearance />
        <LockSign />
        {info !== null && (
          <span className={classes.version}>{t('version', { version: info.version })}</span>
        )}
      </div>
    </div>
  );
}
