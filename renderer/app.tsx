import { MantineThemeProvider, useMantineColorScheme } from '@mantine/core';
import { RouterContextProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createAddressHistory } from './api/address-history.ts';
import { useIsOld, usePreferences } from './api/context.ts';
import { onceStarted, userLanguages } from './api/page.ts';
import { AskerProvider } from './components/may/asker-provider.tsx';
import { chooseLanguage, showLanguage } from './i18n.ts';
import { createPageRouter, preloadPages } from './pages.tsx';
import { Heirs } from './views/profiles/moving/heirs.tsx';
import { SelectionTools } from './views/profiles/selection/selection-bar.tsx';
import { DeedQuestion } from './views/shell/deed/deed-question.tsx';
import { Shortcuts } from './views/shell/keys/shortcuts.tsx';
import { Palette, PaletteContent } from './views/shell/palette/palette.tsx';
import { Shell } from './views/shell/shell.tsx';
import { Switcher } from './views/shell/switcher/switcher.tsx';
import { Unlock } from './views/vault/unlock.tsx';

/** Loads what is asked for most, then the pages. */
async function preload(): Promise<void> {
  for (const view of [PaletteContent, SelectionTools]) await view.preload();
  await preloadPages();
}

/** The whole window: what the preferences say of colours and language, the frame, and what floats above it. */
export function App() {
  const { colorScheme, language } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  const { i18n, t } = useTranslation();
  const [router] = useState(() => createPageRouter(createAddressHistory()));
  const shown = chooseLanguage(language, userLanguages());
  useEffect(() => onceStarted(() => void preload()), []);
  useEffect(() => setColorScheme(colorScheme), [colorScheme, setColorScheme]);
  const old = useIsOld();
  useEffect(() => {
    // It comes from the console: a console that is back is asked anew.
    if (old || i18n.language === shown) return;
    let wanted = true;
    showLanguage(i18n, shown, () => wanted).catch((error: unknown) => {
      console.warn('a language could not be loaded', error);
    });
    return () => {
      wanted = false;
    };
  }, [shown, old, i18n]);
  // Names of buttons that components bring along.
  const named = useMemo(() => {
    const closeButtonProps = { 'aria-label': t('close') };
    const defaults = { defaultProps: { closeButtonProps } };
    return { components: { Notification: defaults, Modal: defaults, Drawer: defaults } };
  }, [t]);
  return (
    <MantineThemeProvider theme={named}>
      <AskerProvider>
        <RouterContextProvider router={router}>
          <Shell />
          <Palette />
          <Switcher />
          <DeedQuestion />
        </RouterContextProvider>
        <Shortcuts />
        <Unlock />
        <Heirs />
      </AskerProvider>
    </MantineThemeProvider>
  );
}
