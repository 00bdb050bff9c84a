import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  locateManaged,
  NoAnswer,
  registryValue,
  thisSystem,
} from '../../../../electron/store/managed/locate.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** As `reg query "HKLM\Software\Policies\SPCP Console" /v ManagedFile` prints it. */
const printedByReg =
  '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\SPCP Console\r\n    ManagedFile    REG_SZ    C:\\ProgramData\\SPCP Console\\managed.json\r\n\r\n';

function system(more: Partial<typeof thisSystem>) {
  return {
    ...thisSystem,
    env: { SPCP_CONSOLE_MANAGED: '/home/ana/managed.json' },
    run: async () => null,
    ...more,
  };
}

describe('the file of what is managed', () => {
  it('is the one of the system, before one that the environment names', async () => {
    const systemFile = import.meta.filename;
    expect(await locateManaged(system({ platform: 'linux', systemFile }))).toEqual({
      path: systemFile,
      source: 'system',
    });
    expect(await locateManaged(system({ platform: 'linux', systemFile: '/no/such' }))).toEqual({
      path: '/home/ana/managed.json',
      source: 'environment',
    });
  });

  it('is a link of the system that leads nowhere, too: a variable does not get around it', async () => {
    const systemFile = join(temporaryDirectory(), 'managed.json');
    symlinkSync('/no/such', systemFile);
    expect(await locateManaged(system({ platform: 'linux', systemFile }))).toEqual({
      path: systemFile,
      source: 'system',
    });
  });

  it('is none where nobody names one', async () => {
    const none = { platform: 'linux', systemFile: '/no/such', env: {} } as const;
    expect(await locateManaged(system(none))).toBeNull();
  });

  it('is what the registry names', async () => {
    const asked: string[] = [];
    const run = async (program: string, args: readonly string[]) => {
      asked.push([program, ...args].join(' '));
      return printedByReg;
    };
    const env = { SystemRoot: 'D:\\Windows' };
    expect(await locateManaged(system({ platform: 'win32', env, run }))).toEqual({
      path: 'C:\\ProgramData\\SPCP Console\\managed.json',
      source: 'system',
    });
    expect(asked).toEqual([
      'D:\\Windows\\System32\\reg.exe query HKLM\\Software\\Policies\\SPCP Console /v ManagedFile',
    ]);
  });

  it.each(['C:\\Users\\ana\\Windows', '\\\\host\\Windows', 'Windows', 'C:\\Windows\\..\\ana'])(
    'is not known where the environment takes %s for the directory of Windows',
    async (SystemRoot) => {
      const run = () => expect.unreachable('a program of the user');
      const asked = locateManaged(system({ platform: 'win32', env: { SystemRoot }, run }));
      await expect(asked).rejects.toMatchObject({ code: 'SystemRoot' });
    },
  );

  it('has the variables of the machine in it, and is not known where others are', () => {
    const pathOf = (value: string) =>
      registryValue(`    ManagedFile    REG_EXPAND_SZ    ${value}\r\n`, 'D:');
    expect(pathOf('%ProgramData%\\SPCP Console\\managed.json')).toBe(
      'D:\\ProgramData\\SPCP Console\\managed.json',
    );
    expect(pathOf('%SYSTEMROOT%\\spcp.json')).toBe('D:\\Windows\\spcp.json');
    expect(() => pathOf('%USERPROFILE%\\spcp.json')).toThrow(NoAnswer);
    expect(registryValue('    ManagedFile    REG_SZ    C:\\100%.json\r\n')).toBe('C:\\100%.json');
  });

  it.each(['win32', 'darwin'] as const)(
    'is not known on %s where the system does not answer',
    async (platform) => {
      const run = () => thisSystem.run(process.execPath, ['-e', 'process.exit(3)']);
      await expect(locateManaged(system({ platform, run }))).rejects.toMatchObject({ code: '3' });
      const missing = () => thisSystem.run('/no/such/program', []);
      const asked = locateManaged(system({ platform, run: missing }));
      await expect(asked).rejects.toMatchObject({ code: 'ENOENT' });
      const none = () => thisSystem.run(process.execPath, ['-e', 'process.exit(1)']);
      expect(await locateManaged(system({ platform, run: none }))).toMatchObject({
        source: 'environment',
      });
    },
  );

  it('is none of a registry value that is no text', () => {
    expect(registryValue('    ManagedFile    REG_DWORD    0x1\r\n')).toBeNull();
    expect(registryValue('    OtherFile    REG_SZ    C:\\x.json\r\n')).toBeNull();
    expect(registryValue('    ManagedFile    REG_EXPAND_SZ    C:\\x y.json  \r\n')).toBe(
      'C:\\x y.json',
    );
  });

  it('is what device management sets on a Mac, else what the machine’s own preferences do', async () => {
    const read = (file: string) =>
      system({
        platform: 'darwin',
        run: async (program, args) =>
          program === '/usr/bin/defaults' && args[0] === 'read' && args[1] === file
            ? '/Library/Application Support/spcp.json\n'
            : null,
      });
    for (const file of [
      '/Library/Managed Preferences/org.spcp.console',
      '/Library/Preferences/org.spcp.console',
    ]) {
      expect(await locateManaged(read(file))).toEqual({
        path: '/Library/Application Support/spcp.json',
        source: 'system',
      });
    }
  });
});
