// @vitest-environment happy-dom
import { cleanNotifications, notificationsStore } from '@mantine/notifications';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pausedAfter } from '../../../../renderer/api/paused.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { PauseButtons } from '../../../../renderer/views/board/selection/pause-buttons.tsx';
import {
  mostPaused,
  type Preferences,
  preferencesSchema,
} from '../../../../shared/model/app-info.ts';
import { renderWith } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

afterEach(cleanup);
beforeEach(() => cleanNotifications());

const profiles = ['a', 'b', 'c'].map((name) => profileOf(name));

describe('pausing many', () => {
  it('pauses those that are connected, says what that means, and can be taken back', () => {
    const preferences = createStore<Preferences>({
      ...preferencesSchema.parse({}),
      paused: ['c'],
    });
    const setPreferences = (change: Partial<Preferences>): void =>
      act(() => preferences.set({ ...preferences.get(), ...change }));
    renderWith(
      { preferences, setPreferences },
      <PauseButtons profiles={profiles} connected={profiles} />,
    );
    expect(screen.getByRole('button', { name: 'Resume 1' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Pause 2' }));
    expect(preferences.get().paused).toEqual(['c', 'a', 'b']);
    expect(screen.queryByRole('button', { name: /Pause/ })).toBeNull();
    const [told] = notificationsStore.getState().notifications;
    expect(told?.title).toBe('2 proxies paused');
    renderWith({}, told?.message);
    expect(screen.getByText('Read once a minute only; the sessions stay open.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(preferences.get().paused).toEqual(['c']);
  });

  it('never pauses more than can be kept', () => {
    const full = Array.from({ length: mostPaused }, (_, index) => String(index));
    const { paused } = pausedAfter({ paused: full }, ['new'], true);
    expect(paused).toHaveLength(mostPaused);
    expect(paused?.at(-1)).toBe('new');
  });
});
