// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { english } from '../../../renderer/components/help/english.ts';
import { HowItWorks } from '../../../renderer/components/help/how-it-works.tsx';
import { spanish } from '../../../renderer/components/help/spanish.ts';
import { helpTopics } from '../../../renderer/components/help/topics.ts';
import { languages } from '../../../renderer/i18n.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith } from '../hooks.tsx';

afterEach(cleanup);

const texts = { en: english, es: spanish };

describe.each(languages)('the help in %s', (language) => {
  it.each(helpTopics)('says how it works: %s', async (topic) => {
    const onKeyDown = vi.fn();
    const feed = createStore<Feed>({ kind: 'fed' });
    renderWith(
      { client: createFakeClient(), feed },
      // biome-ignore lint/a11y/noStaticElementInteractions: hears what the help lets through
      <div onKeyDown={onKeyDown}>
        <HowItWorks of={topic} name="Plans" />
      </div>,
      language,
    );
    const name = language === 'en' ? 'How it works: Plans' : 'Cómo funciona: Plans';
    fireEvent.click(screen.getByRole('button', { name }));
    const help = await screen.findByRole('dialog', { name });
    for (const sentence of texts[language][topic]) await within(help).findByText(sentence);
    fireEvent.keyDown(help, { key: 'Escape' });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(onKeyDown).not.toHaveBeenCalled();
  });
});

it.each(helpTopics)('is short, and has a sentence in Spanish for each in English: %s', (topic) => {
  expect(english[topic].length).toBeGreaterThanOrEqual(5);
  expect(english[topic].length).toBeLessThanOrEqual(10);
  expect(spanish[topic]).toHaveLength(english[topic].length);
});
