import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { focusElement, usePath } from '../../api/page.ts';
import { Loading } from '../../components/view-states.tsx';
import { pageFor } from '../../pages.tsx';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { LostBanner } from './lost-banner.tsx';
import { NotFound } from './not-found.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { ViewBoundary } from './view-boundary.tsx';
import { ViewFailed } from './view-failed.tsx';

const contentId = 'content';

/** The frame around every view: menu, banners, and the view of the path. */
export function Shell() {
  const { t } = useTranslation();
  const path = usePath();
  const [opened, { toggle, close }] = useDisclosure(false);
  const shown = pageFor(path);
  const Page = shown?.page.component;
  // A menu that covers the view goes with the choice that was made in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what matters
  useEffect(close, [path, close]);
  return (
    <AppShell
      header={{ height: { base: 48, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      classNames={{ header: classes.header, navbar: classes.navbar, main: classes.main }}
      transitionDuration={0}
    >
      <button type="button" className="skip-link" onClick={() => focusElement(contentId)}>
        {t('skipToContent')}
      </button>
      <AppShell.Header hiddenFrom="sm" withBorder>
        <Group h="100%" px="sm" gap="sm">
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t(opened ? 'closeMenu' : 'openMenu')}
            aria-expanded={opened}
          />
          <Text fw={600}>{t('appName')}</Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('mainMenu')}>
        <Sidebar page={shown?.page.key ?? null} params={shown?.params ?? {}} />
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1}>
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
