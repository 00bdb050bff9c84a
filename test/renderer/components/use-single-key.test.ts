// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { useSingleKeys } from '../../../renderer/components/use-single-key.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import { renderHookWith } from '../hooks.tsx';

afterEach(() => document.body.replaceChildren());

function listening(singleKeys: boolean) {
  const act = vi.fn((key: string) => key === 'g');
  const preferences = createStore({ ...preferencesSchema.parse({}), singleKeys });
  renderHookWith({ preferences }, () => useSingleKeys(act), {});
  return act;
}

it('hears a key pressed alone, and keeps it from the page where it was a shortcut', () => {
  const act = listening(true);
  // `fireEvent` answers false where the default was prevented.
  expect(fireEvent.keyDown(document.body, { key: 'g' })).toBe(false);
  expect(fireEvent.keyDown(document.body, { key: 'x' })).toBe(true);
  expect(act.mock.calls).toEqual([['g'], ['x']]);
});

it('hears none that is pressed with Ctrl, Alt or Cmd', () => {
  const act = listening(true);
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
    fireEvent.keyDown(document.body, { key: 'g', [modifier]: true });
  expect(act).not.toHaveBeenCalled();
});

it('hears none while somebody types, or something is open over the page', () => {
  const act = listening(true);
  document.body.innerHTML = '<input><dialog open><button>b</button></dialog>';
  for (const element of document.querySelectorAll('input, button'))
    fireEvent.keyDown(element, { key: 'g' });
  expect(act).not.toHaveBeenCalled();
});

it.each(['true', '', 'plaintext-only'])(
  'hears none while somebody types into contenteditable="%s"',
  (value) => {
    const act = listening(true);
    document.body.innerHTML = `<div contenteditable="${value}"><p>a</p></div>`;
    for (const element of document.querySelectorAll('div, p'))
      fireEvent.keyDown(element, { key: 'g' });
    expect(act).not.toHaveBeenCalled();
  },
);

it('hears those that are pressed where nothing can be edited', () => {
  const act = listening(true);
  document.body.innerHTML = '<div contenteditable="false"></div>';
  fireEvent.keyDown(document.querySelector('div') as Element, { key: 'g' });
  expect(act).toHaveBeenCalled();
});

it('hears none where single keys are switched off', () => {
  const act = listening(false);
  fireEvent.keyDown(document.body, { key: 'g' });
  expect(act).not.toHaveBeenCalled();
});
