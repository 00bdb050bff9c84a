import './styles.css';
import './schemas-without-eval.ts';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Client } from './api/client.ts';
import { createConsoleApi } from './api/console-api.ts';
import { ApiContext } from './api/context.ts';
import { rememberPlaces } from './api/places.ts';
import { App } from './app.tsx';
import { type Language, startTranslations } from './i18n.ts';
import { theme } from './theme.ts';
import { contentId } from './views/shell/content-id.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no #root');

const root = createRoot(container);

/** Draws the window, in a language that is loaded. */
export function draw(client: Client, language: Language): void {
  rememberPlaces(contentId);
  root.render(
    <StrictMode>
      <I18nextProvider i18n={startTranslations(language)}>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <ApiContext value={createConsoleApi(client)}>
            <App />
          </ApiContext>
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
