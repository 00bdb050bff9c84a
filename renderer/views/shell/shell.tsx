import { AppShell, Burger, Group, Text } from '@mantine/core';
import { Matches, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusElement, showFocusAbove } from '../../api/page.ts';
import { paths } from '../../routes.ts';
import { Announcer } from './announcing/announcer.tsx';
import { Banners } from './banners/banners.tsx';
import { LockedBanner } from './banners/locked-banner.tsx';
import { LostBanner } from './banners/lost-banner.tsx';
import { contentId } from './content-id.ts';
import { BarMessages, Messages } from './messages/messages.tsx';
import { RemoteBar } from './remote/remote-bar.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar/sidebar.tsx';
import { WhoSign } from './sidebar/who-sign.tsx';
import { TroubleSigns } from './trouble/trouble-signs.tsx';
import { useSmallMenu } from './use-small-menu.ts';

/** Pixels, of the bar of a small window. */
const barHeight = 48;

/** The frame around every view: menu, banners, what was told, and the view of the address. */
export function Shell() {
  const { t } = useTranslation();
  const address = useLocation({ select: ({ href }) => href });
  const onWall = useLocation({ select: ({ pathname }) => pathname === paths.wall });
  const { small, opened, covers, toggle, close } = useSmallMenu(address);
  const [toldHeight, setToldHeight] = useState(0);
  useEffect(() => {
    if (!small) showFocusAbove(toldHeight);
  }, [small, toldHeight]);
  const burger = useRef<HTMLButtonElement>(null);
  return (
    <AppShell
      disabled={onWall}
      header={{ height: { base: barHeight + toldHeight, sm: 0 } }}
      footer={{ height: { base: 0, sm: toldHeight } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      classNames={{
        header: classes.header,
        footer: classes.footer,
        navbar: classes.navbar,
        main: classes.main,
      }}
      transitionDuration={0}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !covers) return;
        close();
        burger.current?.focus();
      }}
    >
      <button type="button" className="skip-link" onClick={() => focusElement(contentId)}>
        {t('skipToContent')}
      </button>
      <AppShell.Header hiddenFrom="sm" withBorder>
        <Group h={barHeight - 1} px="sm" gap="sm">
          <Burger
            ref={burger}
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t(opened ? 'closeMenu' : 'openMenu')}
            aria-expanded={opened}
          />
          <Text fw={600}>{t('appName')}</Text>
          {small && <WhoSign />}
        </Group>
        {small && !onWall && <BarMessages onHeight={setToldHeight} />}
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('mainMenu')} data-opened={opened || undefined}>
        <Sidebar />
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1} inert={covers}>
        <div className={classes.content}>
          <RemoteBar />
          <LostBanner />
          <LockedBanner />
          <Banners />
          <Matches />
        </div>
      </AppShell.Main>
      <AppShell.Footer role="presentation" visibleFrom="sm" withBorder={toldHeight > 0}>
        {!small && !onWall && <BarMessages onHeight={setToldHeight} />}
      </AppShell.Footer>
      {onWall && (
        <div className={classes.overWall}>
          <Messages />
        </div>
      )}
      <Announcer />
      <TroubleSigns />
    </AppShell>
  );
}
