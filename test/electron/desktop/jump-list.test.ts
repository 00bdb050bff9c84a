import { beforeEach, expect, test, vi } from 'vitest';
import { setJumpList } from '../../../electron/desktop/jump-list.ts';
import { readOptions } from '../../../electron/desktop/options.ts';
import { parseLink } from '../../../shared/address/app-link.ts';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { app } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

beforeEach(() => {
  app.tasks = [];
  app.isPackaged = true;
});

test('the jump list of Windows leads to pages by links that the app takes', () => {
  setJumpList(desktopTexts('es'), 'win32');
  app.isPackaged = false;
  expect(app.tasks.map(({ title }) => title)).toEqual(['La flota en la pared', 'Alertas']);
  for (const { arguments: line } of app.tasks) {
    const { link } = readOptions(line.split(' '));
    expect(parseLink(link ?? ''), line).not.toBeNull();
  }
});

test('there is none elsewhere, and none where the app is not installed', () => {
  setJumpList(desktopTexts('en'), 'linux');
  app.isPackaged = false;
  setJumpList(desktopTexts('en'), 'win32');
  expect(app.tasks).toEqual([]);
});
