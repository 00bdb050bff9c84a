import { MantineProvider } from '@mantine/core';
import {
  act,
  cleanup,
  type RenderHookResult,
  type RenderResult,
  render,
  renderHook,
} from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach } from 'vitest';
import type { ConsoleApi } from '../../renderer/api/console-api.ts';
import { ApiContext } from '../../renderer/api/context.ts';
import { createQueries } from '../../renderer/api/queries.ts';
import { type Language, startTranslations } from '../../renderer/i18n.ts';

// Testing Library does this itself only where the test functions are global.
afterEach(cleanup);

const spoken = { en: startTranslations('en'), es: startTranslations('es') };

/** What is around a view: a language, Mantine without fading, and as much of the console as it uses. */
function within(api: Partial<ConsoleApi>, language: Language = 'en') {
  const whole = { queries: createQueries(), ...api } as ConsoleApi;
  return ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={spoken[language]}>
      <MantineProvider env="test">
        <ApiContext value={whole}>{children}</ApiContext>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** Renders a view, as `renderHookWith` does a hook; in English, unless another language is wanted. */
export function renderWith(
  api: Partial<ConsoleApi>,
  view: ReactNode,
  language?: Language,
): RenderResult {
  return render(view, { wrapper: within(api, language) });
}

/**
 * Renders a hook as a view would: in English, within Mantine, and with as much of the console as the hook uses. The file that calls this
 * starts with `// @vitest-environment happy-dom`.
 */
export function renderHookWith<Result, Props>(
  api: Partial<ConsoleApi>,
  hook: (props: Props) => Result,
  initialProps: Props,
): RenderHookResult<Result, Props> {
  return renderHook(hook, { wrapper: within(api), initialProps });
}

/** Lets what was fetched come to the view: an answer, and its way through the cache, are turns of the event loop. */
export function settled(): Promise<void> {
  return act(async () => {
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve));
  });
}
