import { expect, test, vi } from 'vitest';
import { setMenu } from '../../../electron/desktop/menu.ts';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { app, Menu, type StubMenuItem, shell } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

const openNew = vi.fn();
const go = vi.fn();
const open = vi.fn();

function menuIn(locale: string): StubMenuItem[] {
  const texts = desktopTexts(locale);
  setMenu({ directory: '/data', texts, logFault: () => {}, openNew, go, open });
  return Menu.set.flatMap((item) => [item, ...(item.submenu ?? [])]);
}

test.each([
  ['en', ['File', 'Edit', 'View', 'Go', 'Window', 'Help']],
  ['es', ['Archivo', 'Edición', 'Ver', 'Ir', 'Ventana', 'Ayuda']],
])('the menu has its parts in the language %s', (locale, labels) => {
  vi.stubGlobal('process', { ...process, platform: 'linux' });
  menuIn(locale);
  vi.unstubAllGlobals();
  expect(Menu.set.map(({ label }) => label)).toEqual(labels);
});

test('the data folder is opened by the system', () => {
  menuIn('en')
    .find(({ id }) => id === 'open-data-folder')
    ?.click?.({ checked: false });
  expect(shell.opened).toEqual(['/data']);
});

test('the developer tools are offered only where the app is not packaged', () => {
  const offered = () => menuIn('en').some(({ role }) => role === 'toggleDevTools');
  expect(offered()).toBe(true);
  app.isPackaged = true;
  expect(offered()).toBe(false);
  app.isPackaged = false;
});

test('another window, the wall and the pages that are wanted most are a click away', () => {
  const items = menuIn('en');
  const click = (id: string) => items.find((item) => item.id === id)?.click?.({ checked: false });
  click('new-window');
  expect(openNew).toHaveBeenCalledOnce();
  click('wall');
  expect(open).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ page: 'wall' }));
  for (const page of ['board', 'compare', 'alerts', 'settings']) click(`go-${page}`);
  expect(go.mock.calls.map(([{ page }]) => page)).toEqual([
    'board',
    'compare',
    'alerts',
    'settings',
  ]);
});

test('on macOS the app has a menu of its own, with its settings, and the dock offers another window', () => {
  vi.stubGlobal('process', { ...process, platform: 'darwin' });
  menuIn('en');
  vi.unstubAllGlobals();
  expect(Menu.set[0]?.label).toBe('SPCP Console');
  expect(Menu.set[0]?.submenu?.map(({ id }) => id)).toContain('go-settings');
  expect(app.dock.menu.map(({ id }) => id)).toEqual(['new-window', 'wall']);
});
