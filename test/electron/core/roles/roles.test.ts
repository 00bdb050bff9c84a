import { chmodSync, chownSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openRoles, ownersAlone, requireRoleOf } from '../../../../electron/core/roles/roles.ts';
import { thisSystem } from '../../../../electron/store/managed/locate.ts';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'roles-'));
  made.push(path);
  return path;
}

async function setUp() {
  const [data, etc] = [directory(), directory()];
  const system = { ...thisSystem, env: {}, systemFile: join(etc, 'managed.json') };
  const open = async () => {
    const roles = await openRoles(data, system);
    onTestFinished(roles.close);
    return roles;
  };
  return { own: join(data, 'roles.json'), system: join(etc, 'roles.json'), open };
}

const owner = { uid: process.getuid?.() ?? null, name: 'owner', groups: [] };
const ana = { uid: 123_456, name: 'ana', groups: ['noc'] };
const said = (more: object) => JSON.stringify({ version: 1, ...more });

/** Another one takes its place, as editors do it. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

describe.skipIf(process.platform === 'win32')('the roles of a console', () => {
  it('are, without a file, of its owner alone', async () => {
    const { open } = await setUp();
    for (const roles of [await open(), ownersAlone]) {
      expect(roles.roleOf(owner)).toBe('administer');
      expect(roles.roleOf(ana)).toBeNull();
      expect(() => requireRoleOf(roles, ana)).toThrow('ana');
      expect(roles.file()).toBeNull();
      expect(roles.notices()).toEqual([]);
    }
  });

  it('come from its directory, and from the administrators of the machine where they say', async () => {
    const { own, system, open } = await setUp();
    writeFileSync(own, said({ users: { ana: 'administer' } }));
    const roles = await open();
    expect([roles.file(), roles.roleOf(ana)]).toEqual([own, 'administer']);
    writeFileSync(system, said({ groups: { noc: 'view' }, users: { owner: 'view' } }));
    const ordained = await open();
    expect([ordained.file(), ordained.roleOf(ana)]).toEqual([system, 'view']);
    expect(ordained.roleOf(owner)).toBe('administer');
    expect(requireRoleOf(ordained, ana)).toBe('view');
  });

  it.each([
    ['{', 'no-json', ''],
    ['{"version":1,"users":{"ana":"all"}}', 'wrong', 'users.ana'],
    ['{"version":2}', 'newer', '2'],
  ])(
    'are of its owner alone while the file is %s, and that is told',
    async (text, reason, cause) => {
      const { own, open } = await setUp();
      writeFileSync(own, text);
      const roles = await open();
      expect(roles.roleOf(ana)).toBeNull();
      expect(roles.roleOf(owner)).toBe('administer');
      expect(roles.notices()).toMatchObject([
        { code: 'roles-refused', detail: { file: own, path: own, reason, cause } },
      ]);
    },
  );

  it('do not come from a file that others may write, or that is another user’s', async () => {
    const { own, system, open } = await setUp();
    writeFileSync(own, said({ users: { ana: 'administer' } }));
    chmodSync(own, 0o666);
    const writable = await open();
    expect(writable.roleOf(ana)).toBeNull();
    expect(writable.notices()).toMatchObject([{ detail: { reason: 'open-to-others' } }]);
    if (process.getuid?.() !== 0) return;
    writeFileSync(system, said({ users: { ana: 'administer' } }));
    chownSync(system, 65_534, 65_534);
    const foreign = await open();
    expect(foreign.roleOf(ana)).toBeNull();
    expect(foreign.notices()).toMatchObject([{ detail: { reason: 'foreign', file: system } }]);
  });

  it('follow the file, also when it is damaged, mended and gone', async () => {
    const { own, open } = await setUp();
    writeFileSync(own, said({ users: { ana: 'operate' } }));
    const roles = await open();
    let told = 0;
    roles.onChange(() => told++);
    const becomes = async (role: string | null, notices: number) => {
      await expect.poll(() => [roles.roleOf(ana), roles.notices().length]).toEqual([role, notices]);
      expect(told).toBeGreaterThan(0);
      told = 0;
    };
    replace(own, said({ users: { ana: 'view' } }));
    await becomes('view', 0);
    replace(own, '{"version": 1, "users"');
    await becomes(null, 1);
    replace(own, said({ groups: { noc: 'administer' } }));
    await becomes('administer', 0);
    rmSync(own);
    await becomes(null, 0);
  });

  it('follow who may write to the file', async () => {
    const { own, open } = await setUp();
    writeFileSync(own, said({ users: { ana: 'operate' } }), { mode: 0o644 });
    const roles = await open();
    const patient = { timeout: 60_000 };
    // The watch begins with what it finds.
    await roles.reread();
    for (const [mode, role] of [
      [0o666, null],
      [0o600, 'operate'],
    ] as const) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      chmodSync(own, mode);
      await expect.poll(() => roles.roleOf(ana), patient).toBe(role);
      expect(roles.notices()).toHaveLength(role === null ? 1 : 0);
    }
  });
});
