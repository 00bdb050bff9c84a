// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { createConsoleApi } from '../../../../renderer/api/console-api.ts';
import { openPalette, paletteOpened } from '../../../../renderer/views/shell/palette/opened.ts';
import { Palette } from '../../../../renderer/views/shell/palette/palette.tsx';
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
