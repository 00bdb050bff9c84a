import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engineFlags } from '../../../../electron/desktop/engine-flags.ts';
import { autostartEntry } from '../../../../electron/desktop/login/autostart-entry.ts';
import { createStartAtLogin } from '../../../../electron/desktop/login/start-at-login.ts';
import { readOptions } from '../../../../electron/desktop/options.ts';
import { app } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

let config: string;
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'spcp-login-'));
  app.isPackaged = true;
  app.loginItem = undefined;
});
afterEach(() => {
  app.isPackaged = false;
  rmSync(config, { recursive: true, force: true });
});

const file = () => join(config, 'autostart', 'spcp-console.desktop');
const onLinux = (env: NodeJS.ProcessEnv = {}) =>
  createStartAtLogin('linux', { XDG_CONFIG_HOME: config, ...env });

test('on Linux a file of the desktop starts the app, without a window', () => {
  const login = onLinux();
  expect(login.state()).toBe('off');
  login.set(true);
  expect(login.state()).toBe('on');
  expect(readFileSync(file(), 'utf8')).toContain(
    `Exec="${process.execPath}" "--js-flags=--max-semi-space-size=24" "--at-login"\n`,
  );
  expect(readOptions([...engineFlags, '--at-login'])).toMatchObject({ atLogin: true });
  login.set(false);
  login.set(false);
  expect(login.state()).toBe('off');
  expect(existsSync(file())).toBe(false);
});

test('an AppImage is started by its own file', () => {
  onLinux({ APPIMAGE: '/opt/My Apps/spcp.AppImage' }).set(true);
  expect(readFileSync(file(), 'utf8')).toContain('Exec="/opt/My Apps/spcp.AppImage" ');
});

test('what the desktop switched off is off', () => {
  const login = onLinux();
  login.set(true);
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('enabled=true', 'enabled=false'));
  expect(login.state()).toBe('off');
});

test('a path is one argument of the entry, whatever signs it has', () => {
  expect(autostartEntry('A', ['/a "b" $c `d` 100% \\e'])).toContain(
    'Exec="/a \\\\"b\\\\" \\\\$c \\\\`d\\\\` 100%% \\\\\\\\e"\n',
  );
});

test('a place that cannot be written to is told as such', () => {
  mkdirSync(join(config, 'inner'));
  writeFileSync(join(config, 'inner', 'autostart'), 'a file is in the way');
  const login = createStartAtLogin('linux', { XDG_CONFIG_HOME: join(config, 'inner') });
  expect(() => login.set(true)).toThrow(expect.objectContaining({ code: 'storage-failed' }));
  expect(login.state()).toBe('off');
});

test('on macOS and Windows the system keeps it', () => {
  const login = createStartAtLogin('win32', {});
  login.set(true);
  expect(app.loginItem).toMatchObject({ openAtLogin: true, args: ['--at-login'] });
  expect(login.state()).toBe('on');
  login.set(false);
  expect(login.state()).toBe('off');
});

test('an app that was started from its sources cannot be started by the system', () => {
  app.isPackaged = false;
  expect(onLinux().state()).toBe('not-installed');
  expect(() => onLinux().set(true)).toThrow(expect.objectContaining({ code: 'not-found' }));
});
