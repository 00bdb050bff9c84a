// @vitest-environment happy-dom
import { cleanNotifications, notificationsStore } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../../../renderer/api/store.ts';
import { ToolRow } from '../../../../renderer/views/profiles/selection/tool-row.tsx';
import { usePauseTools } from '../../../../renderer/views/profiles/selection/use-pause-tools.ts';
import { type Preferences, preferencesSchema } from '../../../../shared/model/app-info.ts';
import { pausedAfter } from '../../../../shared/model/paused.ts';
import { mostPaused } from '../../../../shared/model/preference-words.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

afterEach(cleanup);
beforeEach(() => cleanNotifications());

const profiles = ['a', 'b', 'c'].map((name) => profileOf(name));

function Tools() {
  return <ToolRow tools={usePauseTools(profiles, profiles)} rest={() => null} />;
}

describe('pausing many', () => {
  it('pauses those that are connected, says what that means, and can be taken back', async () => {
    const preferences = createStore<Preferences>({
      ...preferencesSchema.parse({}),
      paused: ['c'],
    });
    const client = createFakeClient();
    // As the core does it: of what is saved now, not of what this window knows.
    client.call.mockImplementation(async (_name, input) =>
      preferences.set({
        ...preferences.get(),
        ...pausedAfter(preferences.get(), input.ids, input.paused),
      }),
    );
    const api = { client, preferences };
    renderWith(api, <Tools />);
    expect(screen.getByRole('button', { name: 'Resume 1' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Pause 2' }));
    await settled();
    expect(client.call).toHaveBeenCalledWith('fleet.pause', { ids: ['a', 'b'], paused: true });
    expect(preferences.get().paused).toEqual(['c', 'a', 'b']);
    expect(screen.queryByRole('button', { name: /Pause/ })).toBeNull();
    const [told] = notificationsStore.getState().notifications;
    expect(told?.title).toBe('2 proxies paused');
    renderWith(api, told?.message);
    expect(screen.getByText('Read once a minute only; the sessions stay open.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await settled();
    expect(preferences.get().paused).toEqual(['c']);
  });

  it('never pauses more than can be kept', () => {
    const full = Array.from({ length: mostPaused }, (_, index) => String(index));
    const { paused } = pausedAfter({ paused: full }, ['new'], true);
    expect(paused).toHaveLength(mostPaused);
    expect(paused?.at(-1)).toBe('new');
  });
});
