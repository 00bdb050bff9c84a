import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ProxyEvent } from '../../../../shared/model/event.ts';
import { managedSystem } from '../../store/managed/managed-file.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

function setUp(env: Record<string, string> = {}) {
  const directory = temporaryDirectory();
  const cli = (...args: string[]) =>
    run([...args], { env: { SPCP_CONSOLE_HOME: directory, ...env } });
  const events = async (): Promise<readonly ProxyEvent[]> =>
    JSON.parse((await cli('events', 'list', '--json')).out).events.toReversed();
  return { directory, cli, events };
}

const by = { case: 'here', who: expect.any(String), shell: 'cli' };

it('tells of each profile that it adds, edits, imports or removes, and by whose hand', async () => {
  const { directory, cli, events } = setUp();
  await cli('profiles', 'add', '--host', 'a.example', '--user', 'ana', '--name', 'Madrid');
  await cli('profiles', 'edit', 'Madrid', '--set', 'port=9091', '--class', 'staging');
  await cli('profiles', 'edit', 'Madrid', '--set', 'port=9091');
  await cli('profiles', 'edit', 'Madrid', '--set', 'port=9092', '--dry-run');
  const file = join(directory, 'export.json');
  writeFileSync(file, (await cli('profiles', 'export')).out);
  await cli('profiles', 'remove', 'Madrid', '--confirm', 'Madrid');
  expect(await cli('profiles', 'import', file)).toMatchObject({ code: 0, err: '' });
  expect(await events()).toMatchObject([
    { kind: 'profile-added', profileName: 'Madrid', detail: { by } },
    {
      kind: 'profile-edited',
      detail: {
        by,
        changes: [
          { field: 'port', from: 9090, to: 9091 },
          { field: 'environment', from: 'development', to: 'staging' },
        ],
      },
    },
    { kind: 'profile-removed', detail: { by } },
    { kind: 'profile-added', detail: { by } },
  ]);
  expect((await cli('events', 'list')).out).toMatch(/9090 → 9091.*command line/);
});

it('tells of what is personal of a managed profile', async () => {
  const { file } = managedSystem();
  const { cli, events } = setUp({ SPCP_CONSOLE_MANAGED: file });
  expect(await cli('profiles', 'edit', 'Madrid', '--set', 'notes=mine')).toMatchObject({ code: 0 });
  expect(await events()).toMatchObject([
    { kind: 'profile-edited', detail: { by, changes: [{ field: 'notes', to: 'mine' }] } },
  ]);
});

it('writes nothing where it changes nothing', async () => {
  const { cli, events } = setUp();
  await cli('profiles', 'list');
  expect(await events()).toEqual([]);
});
