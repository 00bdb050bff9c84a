import { expect, test, vi } from 'vitest';
import { setMenu } from '../../../electron/desktop/menu.ts';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { app, Menu, type StubMenuItem, shell } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

function menuIn(locale: string): StubMenuItem[] {
  setMenu({ directory: '/data', texts: desktopTexts(locale), logFault: () => {} });
  return Menu.set.flatMap((item) => [item, ...(item.submenu ?? [])]);
}

test.each([
  ['en', ['File', 'Edit', 'View', 'Window', 'Help']],
  ['es', ['Archivo', 'Edición', 'Ver', 'Ventana', 'Ayuda']],
])('the menu has its five parts in the language %s', (locale, labels) => {
  vi.stubGlobal('process', { ...process, platform: 'linux' });
  menuIn(locale);
  vi.unstubAllGlobals();
  expect(Menu.set.map(({ label }) => label)).toEqual(labels);
});

test('the data folder is opened by the system', () => {
  menuIn('en')
    .find(({ id }) => id === 'open-data-folder')
    ?.click?.();
  expect(shell.opened).toEqual(['/data']);
});

test('the developer tools are offered only where the app is not packaged', () => {
  const offered = () => menuIn('en').some(({ role }) => role === 'toggleDevTools');
  expect(offered()).toBe(true);
  app.isPackaged = true;
  expect(offered()).toBe(false);
  app.isPackaged = false;
});
