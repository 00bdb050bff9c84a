// @vitest-environment happy-dom
import { useQuery } from '@tanstack/react-query';
import { createMemoryHistory, RouterContextProvider } from '@tanstack/react-router';
import { act, fireEvent, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createConsoleApi } from '../../../../renderer/api/console-api.ts';
import { callQuery } from '../../../../renderer/api/queries.ts';
import { createPageRouter } from '../../../../renderer/pages.tsx';
import { openPalette, paletteOpened } from '../../../../renderer/views/shell/palette/opened.ts';
import { Palette } from '../../../../renderer/views/shell/palette/palette.tsx';
import { type CallName, calls, profileEntrySchema } from '../../../../shared/ipc/contract.ts';
import { usualClasses } from '../../../../shared/model/environment-class.ts';
import { sampleOf } from '../../../support/contract-sample.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith } from '../../hooks.tsx';

function openedBeforeItsField(): HTMLElement {
  onTestFinished(() => act(() => paletteOpened.set(false)));
  renderWith(createConsoleApi(createFakeClient()), <Palette />);
  act(openPalette);
  expect(screen.queryByRole('combobox')).toBeNull();
  return screen.getByRole('dialog');
}

it.each(['u', 'Enter', 'ArrowDown', 'Backspace'])(
  'keeps %s for its field, which does not get it a second time where it comes with the key',
  (key) => {
    // False is the browser's word for an event whose usual effect is prevented.
    expect(fireEvent.keyDown(openedBeforeItsField(), { key })).toBe(false);
  },
);

it.each([
  ['Escape', {}],
  ['Tab', {}],
  ['r', { ctrlKey: true }],
])('leaves %s to the window', (key, held) => {
  expect(fireEvent.keyDown(openedBeforeItsField(), { key, ...held })).toBe(true);
});

it('puts a key behind those that wait, though it comes when what they waited for is there', async () => {
  onTestFinished(() => act(() => paletteOpened.set(false)));
  const client = createFakeClient();
  const changes = Promise.withResolvers<unknown>();
  const { production } = usualClasses;
  const answers: Partial<Record<CallName, unknown>> = {
    'audit.list': changes.promise,
    // To take a change back asks for the name of the proxy.
    'classes.list': [{ ...production, teeth: { ...production.teeth, readOnly: false } }],
    'profiles.list': [{ ...(sampleOf(profileEntrySchema) as object), name: 'Demo' }],
  };
  client.call.mockImplementation(
    async (name: CallName) => answers[name] ?? sampleOf(calls[name].output),
  );
  const api = createConsoleApi(client);
  const onDrawn = vi.fn();
  /** Is told once the changes are drawn, in the same turn. */
  function AfterThem() {
    const { data } = useQuery(callQuery(client, 'audit.list', { limit: 500 }), api.queries);
    useLayoutEffect(() => {
      if (data !== undefined) queueMicrotask(onDrawn);
    }, [data]);
    return null;
  }
  renderWith(
    api,
    <RouterContextProvider router={createPageRouter(createMemoryHistory())}>
      <Palette />
      <AfterThem />
    </RouterContextProvider>,
  );
  act(openPalette);
  const field = await screen.findByRole('combobox');
  fireEvent.change(field, { target: { value: 'undo' } });
  for (const key of ['Enter', 'D', 'e']) expect(fireEvent.keyDown(field, { key })).toBe(false);
  // As in a browser: what React leaves for its next turn is not done ahead of it.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  onTestFinished(() => void vi.unstubAllGlobals());
  const left = Promise.withResolvers<boolean>();
  onDrawn.mockImplementation(() => {
    const pressed = new KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true });
    left.resolve(document.activeElement?.dispatchEvent(pressed) === true);
  });
  changes.resolve(sampleOf(calls['audit.list'].output));
  // A browser puts a key into the field itself where nobody prevents it.
  const byBrowser = (await left.promise) ? 'm' : '';
  const name = await screen.findByRole<HTMLInputElement>('textbox');
  expect(name.value + byBrowser).toBe('Dem');
});
