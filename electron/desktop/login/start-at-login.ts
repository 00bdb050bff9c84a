import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { DesktopState } from '../../../shared/model/desktop.ts';
import { hasCode } from '../../store/files/has-code.ts';
import { storageError } from '../../store/storage-error.ts';
import { engineFlags } from '../engine-flags.ts';
import { autostartEntry, autostartName, isStarting } from './autostart-entry.ts';

/** What the app is started with at login: it shows no window where it has a sign in the tray. */
export const atLogin = '--at-login';

export interface StartAtLogin {
  /** As the system has it, where its user may have changed it. */
  state(): DesktopState['startAtLogin'];
  /** Throws `not-found` where the app is not installed, and `storage-failed` and `storage-full`. */
  set(on: boolean): void;
}

/** Starting this app at login, by what the system has for it. */
export function createStartAtLogin(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): StartAtLogin {
  const settings = { path: process.execPath, args: [atLogin] };
  const file = join(configDirectory(env), 'autostart', autostartName);
  return {
    state() {
      if (!app.isPackaged) return 'not-installed';
      const on =
        platform === 'linux' ? isInFile(file) : app.getLoginItemSettings(settings).openAtLogin;
      return on ? 'on' : 'off';
    },
    set(on) {
      if (!app.isPackaged) throw new AppError('not-found', { case: 'desktop' });
      if (platform !== 'linux') app.setLoginItemSettings({ ...settings, openAtLogin: on });
      // An AppImage runs from a place that is gone at the next start.
      else {
        const program = env.APPIMAGE ?? process.execPath;
        writeFile(file, on ? [program, ...engineFlags, atLogin] : null);
      }
    },
  };
}

function configDirectory({ XDG_CONFIG_HOME: named }: NodeJS.ProcessEnv): string {
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.config');
}

function isInFile(file: string): boolean {
  try {
    return isStarting(readFileSync(file, 'utf8'));
  } catch {
    // What cannot be read is not started either.
    return false;
  }
}

/** Null removes it. */
function writeFile(file: string, command: readonly string[] | null): void {
  try {
    if (command === null) {
      rmSync(file, { force: true });
      return;
    }
    mkdirSync(join(file, '..'), { recursive: true });
    rmSync(`${file}.new`, { force: true });
    writeFileSync(`${file}.new`, autostartEntry(app.getName(), command), { flag: 'wx' });
    renameSync(`${file}.new`, file);
  } catch (cause) {
    if (!hasCode(cause, 'ENOENT') || command !== null) throw storageError(file, cause);
  }
}
