import { describe, expect, it, onTestFinished } from 'vitest';
import { createConsole } from '../../electron/console.ts';
import { startReferenceProxy } from '../../electron/reference-proxy/reference-proxy.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createEventLog } from '../../electron/store/logs/events.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { udpTarget } from '../support/udp-target.ts';
import { run } from './cli/program.ts';
import { openConsoleWindow } from './console-window.ts';
import { temporaryDirectory } from './store/temporary-directory.ts';

const password = 'correct horse battery';

/** A console that watches a proxy, and the command line beside it. */
async function startBoth() {
  const directory = temporaryDirectory();
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
  onTestFinished(() => proxy.close());
  const faults: string[] = [];
  const core = await createConsole({
    directory,
    shell: 'web',
    version: '1.2.3',
    vault: await openVaults({
      directory,
      logFault: (what, error) => faults.push(`${what}: ${error}`),
    }),
    logFault: (what, error) => faults.push(`${what}: ${error}`),
  });
  onTestFinished(() => core.close());
  const window = openConsoleWindow(core.router);
  const draft = { name: 'Madrid', ...udpTarget(proxy), user: proxy.user, pollSeconds: 0.5 };
  const { id } = await window.call('profiles.save', { draft, password });
  await window.untilState(id, 'ready');
  const cli = (...args: string[]) =>
    run([...args, '--profile', 'Madrid', '--data-dir', directory], {
      env: { SPCP_PASSWORD: password },
    });
  /** The profiles' events, once the console has told all that it has to tell. */
  const editsAtEnd = async () => {
    await core.close();
    const { database, close } = openDatabase(directory);
    const events = createEventLog(database).list({ limit: 100 });
    close();
    return events.filter(({ kind }) => kind.startsWith('profile-'));
  };
  const edit = (...args: string[]) => run(['profiles', 'edit', ...args, '--data-dir', directory]);
  return { window, proxy, id, cli, edit, editsAtEnd, faults };
}

describe('a change by the command line beside the app', () => {
  it('stands in the audit log and the events of every window, and in what is known of the proxy', async () => {
    const { window, id, cli, faults } = await startBoth();
    const row = window.until('audit.changed', (rows) =>
      rows.some(({ outcome }) => outcome === 'verified'),
    );
    const event = window.until('events.added', (events) =>
      events.some(({ kind }) => kind === 'changed'),
    );
    const shown = window.until('fleet.frames', ({ proxies }) =>
      proxies.some(({ settings }) => settings?.transformation?.value === 'tr a-z A-Z'),
    );
    expect(await cli('transformation', 'set', 'tr a-z A-Z')).toMatchObject({ code: 0 });
    expect(await row).toMatchObject([{ profileId: id, requested: 'tr a-z A-Z', undoable: true }]);
    expect((await event).find(({ kind }) => kind === 'changed')).toMatchObject({
      profileId: id,
      detail: { to: 'tr a-z A-Z' },
    });
    await shown;

    const size = window.until('fleet.frames', ({ proxies }) =>
      proxies.some(({ settings }) => settings?.bufferSize?.bytes === 8192),
    );
    expect(await cli('buffer-size', 'set', '8192')).toMatchObject({ code: 0 });
    await size;
    expect(faults).toEqual([]);
  });

  it('is told once, and what the app changes itself too', async () => {
    const { window, id, cli } = await startBoth();
    await cli('transformation', 'set', 'tr a-z A-Z');
    await window.call('change.transformation', { id, seen: 'tr a-z A-Z', next: null });
    await cli('buffer-size', 'set', '4096');
    const changes = await window.untilCall('events.list', { id, limit: 100 }, (events) =>
      events.some(
        ({ kind, detail }) =>
          kind === 'changed' && 'setting' in detail && detail.setting === 'bufferSize',
      ),
    );
    expect(changes.filter(({ kind }) => kind === 'changed')).toHaveLength(3);
  });
});

describe('an edit of a profile by the command line beside the app', () => {
  it('is told by the command line, and not by the app that sees the file', async () => {
    const { window, edit, editsAtEnd, faults } = await startBoth();
    const seen = window.until('profiles.changed', ({ changed }) =>
      changed.some(({ notes }) => notes === 'moved'),
    );
    expect(await edit('Madrid', '--set', 'notes=moved')).toMatchObject({ code: 0, err: '' });
    await seen;
    expect(await editsAtEnd()).toMatchObject([
      { kind: 'profile-edited', detail: { by: { case: 'here', shell: 'cli' } } },
      { kind: 'profile-added', detail: { by: { case: 'here', shell: 'web' } } },
    ]);
    expect(faults).toEqual([]);
  });
});
