import {
  chmodSync,
  chownSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openManaged } from '../../../../electron/store/managed/managed-store.ts';
import { strictestPolicy } from '../../../../shared/model/policy.ts';
import { managedContent, managedSystem } from './managed-file.ts';

const isRoot = process.getuid?.() === 0;

async function opened(system: Parameters<typeof openManaged>[0], watch = false) {
  const store = await openManaged(system, { watch });
  onTestFinished(store.close);
  return store;
}

describe('what is managed', () => {
  it('is nothing where nobody names a file', async () => {
    const { system } = managedSystem();
    const store = await opened({ ...system, env: {} });
    expect(store.get()).toBeNull();
    expect(store.notices()).toEqual([]);
  });

  it('is what the file says, with who says so', async () => {
    const { system, file } = managedSystem({ policy: { exportSecrets: false } });
    const store = await opened(system);
    expect(store.get()).toMatchObject({
      file,
      source: 'environment',
      by: 'Example Corp',
      policy: { exportSecrets: false },
    });
    expect(store.get()?.book.profiles).toMatchObject([{ name: 'Madrid' }]);
    expect(store.notices()).toEqual([]);
  });

  it.each([0o666, 0o664, 0o646])('is not taken from a file of mode %o', async (mode) => {
    const { system, file } = managedSystem();
    chmodSync(file, mode);
    const store = await opened(system);
    expect(store.get()).toMatchObject({
      by: file,
      policy: strictestPolicy,
      book: { profiles: [] },
    });
    expect(store.notices()).toMatchObject([
      {
        code: 'managed-refused',
        detail: { path: file, reason: 'open-to-others', cause: mode.toString(8), before: false },
      },
    ]);
  });

  it('is not taken from where others can put another file, also behind a link', async () => {
    const { system, file } = managedSystem();
    const link = managedSystem();
    rmSync(link.file);
    symlinkSync(file, link.file);
    chmodSync(dirname(file), 0o777);
    for (const each of [system, link.system]) {
      expect((await opened(each)).notices()).toMatchObject([
        { detail: { path: dirname(file), reason: 'open-to-others', cause: '777' } },
      ]);
    }
  });

  it.runIf(isRoot)('is not taken from a file of another user', async () => {
    const { system, file } = managedSystem();
    chownSync(file, 1234, 1234);
    expect((await opened(system)).notices()).toMatchObject([
      { detail: { reason: 'foreign', cause: 'uid 1234' } },
    ]);
  });

  it('is not taken from a file of more than ten megabytes, a directory or a file that is not there', async () => {
    const { system, file } = managedSystem();
    writeFileSync(file, ' '.repeat(10 * 2 ** 20 + 1));
    const reason = async () => (await opened(system)).notices()[0]?.detail;
    expect(await reason()).toMatchObject({ reason: 'long' });
    rmSync(file);
    expect(await reason()).toMatchObject({ reason: 'unreadable', cause: 'ENOENT' });
    mkdirSync(file);
    expect(await reason()).toMatchObject({ reason: 'unreadable', cause: 'is-directory' });
  });

  it('is not what the environment names where the system’s file cannot be read', async () => {
    const { system } = managedSystem();
    writeFileSync(system.systemFile, 'half a fi');
    const store = await opened(system);
    expect(store.get()).toMatchObject({ source: 'system', policy: strictestPolicy });
    expect(store.notices()).toMatchObject([{ detail: { reason: 'no-json' } }]);
  });

  it('is the strictest policy where the system does not say whether it names a file', async () => {
    const { system } = managedSystem();
    const run = async () => {
      throw Object.assign(new Error('it took too long'), { killed: true, code: null });
    };
    const store = await opened({ ...system, platform: 'darwin', run });
    expect(store.get()).toMatchObject({ source: 'system', policy: strictestPolicy });
    expect(store.notices()).toMatchObject([
      { code: 'managed-refused', detail: { reason: 'unreadable', cause: 'ETIMEDOUT' } },
    ]);
  });

  it('names each place that is wrong', async () => {
    const { system } = managedSystem({
      profiles: [{ name: 'Madrid' }, { host: 'x.example' }],
      policy: { exports: false },
    });
    expect((await opened(system)).notices()).toMatchObject([
      {
        code: 'managed-faults',
        detail: {
          by: 'Example Corp',
          faults: [
            { place: 'profiles[0].host', fault: 'missing' },
            { place: 'profiles[1].name', fault: 'missing' },
            { place: 'policy.exports', fault: 'unknown' },
          ],
          others: 0,
          policy: true,
        },
      },
    ]);
  });
});

describe('what is managed while the app runs', () => {
  const until = async (wanted: () => boolean): Promise<void> => {
    await expect.poll(wanted, { interval: 20 }).toBe(true);
  };

  it('is what the file says by now, and nothing once it is gone', async () => {
    const { system, write } = managedSystem();
    writeFileSync(system.systemFile, JSON.stringify(managedContent));
    const store = await opened(system, true);
    expect(store.get()?.source).toBe('system');
    writeFileSync(
      `${system.systemFile}.new`,
      JSON.stringify({ ...managedContent, organisation: 'Other Corp' }),
    );
    renameSync(`${system.systemFile}.new`, system.systemFile);
    await until(() => store.get()?.by === 'Other Corp');
    write({ ...managedContent, organisation: 'A user' });
    rmSync(system.systemFile);
    await until(() => store.get()?.by === 'A user');
    expect(store.get()?.source).toBe('environment');
  });

  it('stays while the file cannot be read, without exports of secrets, and the notice goes with the fault', async () => {
    const { system, write } = managedSystem({ policy: { vaults: ['command'] } });
    const store = await opened(system, true);
    const told: number[] = [];
    store.onChange(() => told.push(store.notices().length));
    write('{ "format": ');
    await until(() => store.notices().length === 1);
    expect(store.get()).toMatchObject({ policy: { vaults: ['command'], exportSecrets: false } });
    expect(store.get()?.book.profiles).toHaveLength(1);
    expect(store.notices()).toMatchObject([{ detail: { reason: 'no-json', before: true } }]);
    write({ ...managedContent, profiles: [] });
    await until(() => store.get()?.book.profiles.length === 0);
    expect(store.notices()).toEqual([]);
    expect(told).toEqual([1, 0]);
  });

  it('stays what it was while the system does not answer, without exports of secrets', async () => {
    const { system, file, write } = managedSystem({ policy: { vaults: ['command'] } });
    let answers = true;
    const run = async () => {
      if (answers) return `${file}\n`;
      throw Object.assign(new Error('it took too long'), { killed: true, code: null });
    };
    const store = await opened({ ...system, platform: 'darwin', run }, true);
    expect(store.get()).toMatchObject({ source: 'system', by: 'Example Corp' });
    answers = false;
    write({ ...managedContent, organisation: 'Other Corp' });
    await until(() => store.notices().length === 1);
    expect(store.get()).toMatchObject({
      by: 'Example Corp',
      policy: { vaults: ['command'], exportSecrets: false },
    });
  });

  it('is followed on after the file could not even be looked at', async () => {
    const { system, file, write } = managedSystem();
    const store = await opened(system, true);
    rmSync(file);
    symlinkSync(file, file);
    await until(() => store.notices().length === 1);
    expect(store.notices()).toMatchObject([{ detail: { reason: 'unreadable', cause: 'ELOOP' } }]);
    rmSync(file);
    write({ ...managedContent, organisation: 'Other Corp' });
    await until(() => store.get()?.by === 'Other Corp');
  });
});
