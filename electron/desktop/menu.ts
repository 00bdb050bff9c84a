import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import type { FaultLog } from './fault-log.ts';

export interface MenuParts {
  readonly directory: string;
  readonly texts: DesktopTexts;
  readonly logFault: FaultLog;
}

/** Sets the app's menu: what every desktop app has, and the way to the data folder. */
export function setMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, process.platform)));
}

function menuTemplate(
  { directory, texts, logFault }: MenuParts,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const about: MenuItemConstructorOptions = { role: 'about', label: texts.about };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit };
  const onMac = platform === 'darwin';
  const openDataFolder: MenuItemConstructorOptions = {
    id: 'open-data-folder',
    label: texts.openDataFolder,
    click: () => {
      void shell.openPath(directory).then((problem) => {
        if (problem !== '') logFault('opening the data folder', new Error(problem));
      });
    },
  };
  return [
    onMac
      ? {
          label: app.getName(),
          submenu: [
            about,
            separator,
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            separator,
            quit,
          ],
        }
      : { label: texts.file, submenu: [openDataFolder, separator, quit] },
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
      label: texts.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: texts.minimize },
        { role: 'close', label: texts.close },
      ],
    },
    {
      label: texts.help,
      role: 'help',
      submenu: onMac ? [openDataFolder] : [about],
    },
  ];
}
