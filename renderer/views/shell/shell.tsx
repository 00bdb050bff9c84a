import { AppShell, Burger, Group, Text } from '@mantine/core';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusElement, usePath } from '../../api/page.ts';
import { Loading } from '../../components/view-states.tsx';
import { pageFor } from '../../pages.tsx';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { contentId } from './content-id.ts';
import { LostBanner } from './lost-banner.tsx';
import { NotFound } from './not-found.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { useSmallMenu } from './use-small-menu.ts';
import { ViewBoundary } from './view-boundary.tsx';
import { ViewFailed } from './view-failed.tsx';

/** The frame around every view: menu, banners, and the view of the path. */
export function Shell() {
  const { t } = useTranslation();
  const path = usePath();
  const shown = pageFor(path);
  const Page = shown?.page.component;
  const { opened, covers, toggle, close } = useSmallMenu(path);
  const burger = useRef<HTMLButtonElement>(null);
  return (
    <AppShell
      header={{ height: { base: 48, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      classNames={{ header: classes.header, navbar: classes.navbar, main: classes.main }}
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
        <Group h="100%" px="sm" gap="sm">
          <Burger
            ref={burger}
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t(opened ? 'closeMenu' : 'openMenu')}
            aria-expanded={opened}
          />
          <Text fw={600}>{t('appName')}</Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('mainMenu')} data-opened={opened || undefined}>
        <Sidebar page={shown?.page.key ?? null} params={shown?.params ?? {}} />
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1} inert={covers}>
        <div className={classes.content}>
          <LostBanner />
          <Banners />
          <ViewBoundary resetKey={path} fallback={(retry) => <ViewFailed retry={retry} />}>
            <Suspense fallback={<Loading />}>
              {shown === undefined || Page === undefined ? (
                <NotFound />
              ) : (
                <Page key={path} params={shown.params} />
              )}
            </Suspense>
          </ViewBoundary>
        </div>
      </AppShell.Main>
      <Announcer />
    </AppShell>
  );
}
