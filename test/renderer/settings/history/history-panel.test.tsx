// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createQueries } from '../../../../renderer/api/queries.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { HistoryPanel } from '../../../../renderer/views/settings/history/history-panel.tsx';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import type { HistoryKept } from '../../../../shared/model/history-kept.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

afterEach(cleanup);

const day = 24 * 3_600_000;
const ago = (ms: number): number => Date.now() - ms;
const MiB = 1024 * 1024;

function keptOf(minutesBack: number): HistoryKept {
  return {
    levels: [
      { level: 'raw', since: ago(3_600_000), rows: 3600, bytes: 200_000 },
      { level: 'minute', since: ago(minutesBack), rows: 17_280, bytes: 4_000_000 },
      { level: 'hour', since: ago(20 * day), rows: 480, bytes: 100_000 },
      { level: 'day', since: null, rows: 0, bytes: 0 },
    ],
    proxies: 250,
    counted: 100,
    fileBytes: 8 * MiB,
    freeBytes: 2 * MiB,
  };
}

async function setUp(minutesBack: number, locked: readonly string[] = []) {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) => {
    if (name === 'history.kept') return keptOf(minutesBack);
    if (name === 'profiles.list') return [profileOf('Madrid'), profileOf('Toledo')];
    return locked.length === 0
      ? null
      : { by: 'ACME', file: '/etc/x', source: 'default', policy: {}, locked };
  });
  const setPreferences = vi.fn();
  const preferences = createStore(preferencesSchema.parse({}));
  const queries = createQueries();
  const feed = createStore<Feed>({ kind: 'fed' });
  const fleet = { now: () => Date.now(), onClock: () => () => undefined };
  renderWith(
    { client, queries, preferences, setPreferences, fleet, feed } as never,
    <HistoryPanel />,
  );
  await settled();
  const choose = async (value: string): Promise<void> => {
    fireEvent.change(screen.getByLabelText('Minutes: kept for'), { target: { value } });
    await settled();
  };
  return { setPreferences, choose };
}

describe('the history of the settings', () => {
  it('says what is held, what it takes, and that not all of it was counted', async () => {
    await setUp(12 * day);
    expect(screen.getByRole('row', { name: /^Minutes .*17,280/ })).toBeTruthy();
    expect(screen.getByText(/takes 8.00 MiB of the disk, 2.00 MiB of it free/)).toBeTruthy();
    expect(screen.getByText(/2 proxies come to about/)).toBeTruthy();
    expect(screen.getByText(/Counted of 100 of 250 proxies/)).toBeTruthy();
  });

  it('asks before anything is dropped, and drops nothing when it is cancelled', async () => {
    const { setPreferences, choose } = await setUp(12 * day);
    await choose('7');
    expect(screen.getByRole('dialog').textContent).toContain('dropped for good');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settled();
    expect(setPreferences).not.toHaveBeenCalled();
    await choose('7');
    fireEvent.click(screen.getByRole('button', { name: 'Drop them' }));
    await settled();
    expect(setPreferences).toHaveBeenCalledExactlyOnceWith({ minutesKeptDays: 7 });
  });

  it('asks nothing where nothing goes', async () => {
    const { setPreferences, choose } = await setUp(2 * day);
    await choose('7');
    await choose('90');
    expect(setPreferences.mock.calls).toEqual([
      [{ minutesKeptDays: 7 }],
      [{ minutesKeptDays: 90 }],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says who locks it', async () => {
    await setUp(2 * day, ['minutesKeptDays']);
    expect(screen.getByLabelText<HTMLSelectElement>('Minutes: kept for').disabled).toBe(true);
    expect(screen.getByLabelText<HTMLSelectElement>('Hours: kept for').disabled).toBe(false);
    expect(screen.getByText(/ACME/)).toBeTruthy();
  });
});
