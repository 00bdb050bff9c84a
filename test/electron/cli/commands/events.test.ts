import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import type { NewEvent, ProxyEvent } from '../../../../shared/model/event.ts';
import { lima } from '../../store/audit-entry.ts';
import { draftOf } from '../../store/profile-drafts.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const hour = 3_600_000;

/** A data directory with a profile in a folder, and events of it and of another proxy. */
async function filled(others = 2) {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const { id } = await store.add({ ...draftOf('Madrid'), folder: 'Europe' });
  store.close();
  const { database, close } = openDatabase(directory);
  const now = Date.now();
  const of = { profileId: lima, profileName: 'Lima' };
  createEventLog(database).add([
    {
      at: now - 50 * hour,
      profileId: id,
      profileName: '=Madrid',
      kind: 'disconnected',
      detail: { code: 'reply-timeout' },
    },
    ...Array.from(
      { length: others },
      (_, n): NewEvent => ({ ...of, at: now - hour, kind: 'restarted', detail: { restarts: n } }),
    ),
  ]);
  close();
  const events = (...args: string[]) => run(['events', ...args, '--data-dir', directory]);
  const idsOf = async (...args: string[]): Promise<number[]> => {
    const { out } = await events('list', '--json', ...args);
    return JSON.parse(out).events.map((event: ProxyEvent) => event.id);
  };
  return { events, idsOf };
}

describe('the events on the command line', () => {
  it('are printed newest first', async () => {
    const { events } = await filled();
    const { code, out } = await events('list');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/=Madrid +disconnected +No reply/);
  });

  it('are filtered as by the page', async () => {
    const { events, idsOf } = await filled();
    expect(await idsOf()).toEqual([3, 2, 1]);
    expect(await idsOf('--limit', '1')).toEqual([3]);
    expect(await idsOf('--since', '2d')).toEqual([3, 2]);
    expect(await idsOf('--until', '2d')).toEqual([1]);
    expect(await idsOf('--since', '2001-01-01', '--until', '2001-02-01T10:00:00Z')).toEqual([]);
    expect(await idsOf('--kind', 'disconnected', '--kind', 'connected')).toEqual([1]);
    expect(await idsOf('--severity', 'problem')).toEqual([1]);
    expect(await idsOf('--profile', 'Madrid')).toEqual([1]);
    expect(await idsOf('--folder', 'europe')).toEqual([1]);
    expect(await idsOf('--folder', ' Europe/')).toEqual([1]);
    expect((await events('list', '--folder', 'Asia')).err).toContain('There is no folder “Asia”.');
    expect(await idsOf('--search', 'REPLY-timeout')).toEqual([1]);
  });

  it('say that none fits, and what a wrong value has to be', async () => {
    const { events } = await filled();
    expect(await events('list', '--search', 'nowhere')).toMatchObject({
      code: 0,
      out: 'No event fits.\n',
    });
    for (const wrong of [
      ['--since', 'yesterday'],
      ['--since', '2026-13-01'],
      ['--until', '5'],
      ['--kind', 'enlightened'],
      ['--limit', '0'],
    ])
      expect(await events('list', ...wrong)).toMatchObject({ code: 2, out: '' });
  });

  it('are exported whole, page by page, with no field that a spreadsheet runs', async () => {
    const { events } = await filled(1500);
    const { code, out } = await events('export');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1502);
    expect(lines[0]).toBe('id,at,severity,kind,profileName,profileId,text,detail');
    expect(lines.at(-1)).toMatch(/^1,\d{4}-.*,problem,disconnected,'=Madrid,/);
    const json = JSON.parse((await events('export', '--format', 'json', '--limit', '1200')).out);
    expect(json).toHaveLength(1200);
    expect(json[0]).toMatchObject({ id: 1501, kind: 'restarted' });
  });
});
