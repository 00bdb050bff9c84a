import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { pageAddress, type WindowAddress } from '../../shared/address/window-address.ts';
import type { WindowPage } from '../../shared/address/window-pages.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import type { FaultLog } from '../support/log.ts';

export interface MenuParts {
  readonly directory: string;
  readonly texts: DesktopTexts;
  readonly logFault: FaultLog;
  readonly openNew: () => void;
  /** Shows a page in the window that was used last. */
  readonly go: (address: WindowAddress) => void;
  /** Shows a page in a window of its own. */
  readonly open: (address: WindowAddress) => void;
}

/** Sets the app's menu: what every desktop app has, the ways to the pages that are wanted most, and the way to the data folder. */
export function setMenu(parts: MenuParts): void {
  const { platform } = process;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, platform)));
  if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(newItems(parts)));
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** What opens another window; also the menu of the dock on macOS. */
function newItems({ texts, openNew, open }: MenuParts): MenuItemConstructorOptions[] {
  return [
    { id: 'new-window', label: texts.newWindow, accelerator: 'CmdOrCtrl+N', click: openNew },
    { id: 'wall', label: texts.wall, click: () => open(pageAddress('wall')) },
  ];
}

function menuTemplate(parts: MenuParts, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const { directory, texts, logFault, go } = parts;
  const about: MenuItemConstructorOptions = { role: 'about', label: texts.about };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit };
  const close: MenuItemConstructorOptions = { role: 'close', label: texts.close };
  const onMac = platform === 'darwin';
  const goTo = (page: WindowPage, label: string, accelerator?: string) => ({
    id: `go-${page}`,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => go(pageAddress(page)),
  });
  const settings = goTo('settings', texts.settings, 'CmdOrCtrl+,');
  const openDataFolder: MenuItemConstructorOptions = {
    id: 'open-data-folder',
    label: texts.openDataFolder,
    click: () => {
      void shell.openPath(directory).then((problem) => {
        if (problem !== '') logFault('opening the data folder', new Error(problem));
      });
    },
  };
  const file = [...newItems(parts), separator, ...(onMac ? [] : [settings, openDataFolder])];
  return [
    ...(onMac
      ? [
          {
            label: app.getName(),
            submenu: [
              about,
              separator,
              settings,
              separator,
              { role: 'hide' },
              { role: 'hideOthers' },
              { role: 'unhide' },
              separator,
              quit,
            ],
          } as MenuItemConstructorOptions,
        ]
      : []),
    { label: texts.file, submenu: onMac ? [...file, close] : [...file, separator, quit] },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        separator,
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        separator,
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.go,
      submenu: [
        goTo('board', texts.fleet),
        goTo('compare', texts.compare),
        goTo('alerts', texts.alertsPage),
      ],
    },
    {
      label: texts.window,
      role: 'window',
      submenu: [{ role: 'minimize', label: texts.minimize }, ...(onMac ? [] : [close])],
    },
    {
      label: texts.help,
      role: 'help',
      submenu: onMac ? [openDataFolder] : [about],
    },
  ];
}
