import { execFile } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { resolve, win32 } from 'node:path';
import { promisify } from 'node:util';
import type { ManagedSource } from '../../../shared/model/managed.ts';

/** The file of what is managed here, and who named it. */
export interface ManagedPlace {
  readonly path: string;
  readonly source: ManagedSource;
}

/** What `locateManaged` asks the system around it. */
export interface ManagedSystem {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Where the file lies on systems that are configured by files. */
  readonly systemFile: string;
  /** Runs a program. Answers what it printed, null where it ended with the code 1, by which both of them say that there is nothing; rejects for every other end. */
  readonly run: (program: string, args: readonly string[]) => Promise<string | null>;
}

/** The environment variable that names the file where the system's configuration names none. */
export const managedVariable = 'SPCP_CONSOLE_MANAGED';

export const thisSystem: ManagedSystem = {
  platform: process.platform,
  env: process.env,
  systemFile: '/etc/spcp-console/managed.json',
  async run(program, args) {
    try {
      return (await promisify(execFile)(program, [...args], { timeout: 5000 })).stdout;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 1) return null;
      throw error;
    }
  },
};

/** Whether the system names a file is not known: it may. `asked` is the registry's key or the file of preferences, `code` the system's, or the one that its program ended with. */
export class NoAnswer extends Error {
  readonly asked: string;
  readonly code: string;
  constructor(asked: string, error: unknown) {
    super(`whether ${asked} names a file cannot be told`);
    this.asked = asked;
    this.code = codeOf(error);
  }
}

/** A program that was ended for its time has no code. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('killed' in error && error.killed) return 'ETIMEDOUT';
  return 'code' in error ? String(error.code) : error.message;
}

/** The value's name, the same in the registry and in preferences. */
const key = 'ManagedFile';
const registryKey = 'HKLM\\Software\\Policies\\SPCP Console';
/** Both are root's to write: what a profile of device management sets, and what `defaults` does. */
const preferenceFiles = [
  '/Library/Managed Preferences/org.spcp.console',
  '/Library/Preferences/org.spcp.console',
] as const;

/**
 * Where what is managed lies: what the system's configuration names, else what the environment does; null where neither does. The former is
 * for administrators alone, so nobody gets around it by a variable. Rejects with `NoAnswer` where the system does not say whether it names one.
 */
export async function locateManaged(system: ManagedSystem): Promise<ManagedPlace | null> {
  const configured = await systemPath(system);
  if (configured !== null) return { path: configured, source: 'system' };
  const named = system.env[managedVariable];
  return named ? { path: resolve(named), source: 'environment' } : null;
}

/**
 * The system's own program, whatever lies on the user's path or in the directory that the app was started in. The environment is the user's to
 * write: of `SystemRoot` only the directory that Windows is installed in on a drive is believed, and nobody but an administrator writes there.
 * Throws `NoAnswer` for any other, so that the strict policy holds.
 */
function regOf({ env }: Pick<ManagedSystem, 'env'>): string {
  const root = env.SystemRoot ?? 'C:\\Windows';
  if (!/^[a-z]:\\windows\\?$/i.test(root)) throw new NoAnswer(registryKey, new Error('SystemRoot'));
  return win32.join(root, 'System32', 'reg.exe');
}

/** What administrators name directories by, and no user has another of; by the names that Windows is installed with. */
function expanded(value: string, drive: string): string {
  const known: Readonly<Record<string, string>> = {
    '%systemdrive%': drive,
    '%systemroot%': `${drive}\\Windows`,
    '%windir%': `${drive}\\Windows`,
    '%programdata%': `${drive}\\ProgramData`,
    '%allusersprofile%': `${drive}\\ProgramData`,
    '%programfiles%': `${drive}\\Program Files`,
  };
  const path = value.replace(/%[a-z]+%/gi, (name) => known[name.toLowerCase()] ?? name);
  // One that stays may mean a file that a user chooses.
  if (path.includes('%')) throw new NoAnswer(registryKey, new Error('REG_EXPAND_SZ'));
  return path;
}

async function systemPath(system: ManagedSystem): Promise<string | null> {
  const { platform, systemFile } = system;
  const ask = async (asked: string, program: string, args: readonly string[]) => {
    try {
      return await system.run(program, args);
    } catch (error) {
      throw new NoAnswer(asked, error);
    }
  };
  if (platform === 'win32') {
    const reg = regOf(system);
    const printed = await ask(registryKey, reg, ['query', registryKey, '/v', key]);
    return printed === null ? null : registryValue(printed, reg.slice(0, 2));
  }
  if (platform === 'darwin') {
    for (const file of preferenceFiles) {
      const printed = (await ask(file, '/usr/bin/defaults', ['read', file, key]))?.trim();
      if (printed) return printed;
    }
    return null;
  }
  return isThere(systemFile) ? systemFile : null;
}

/**
 * The value that `reg query` printed: `    ManagedFile    REG_SZ    C:\…`, where Windows lies on this drive. Null where it is none of text. Throws
 * `NoAnswer` for one with variables that cannot be told.
 */
export function registryValue(printed: string, drive = 'C:'): string | null {
  for (const line of printed.split(/\r?\n/)) {
    const [name, type, ...value] = line.trim().split(/ {4}|\t/);
    if (name !== 'ManagedFile' || (type !== 'REG_SZ' && type !== 'REG_EXPAND_SZ')) continue;
    const text = value.join('    ').trim();
    return (type === 'REG_EXPAND_SZ' ? expanded(text, drive) : text) || null;
  }
  return null;
}

/** One that may not be looked at is there, and a link that leads nowhere: its policy holds as one that cannot be read. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
