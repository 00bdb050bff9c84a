import { app } from 'electron';
import { linkScheme } from '../../shared/address/app-link.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';

/** What a right click on the app's button in the Windows taskbar offers. Each is a second start with a link, which the running app takes over. */
export function setJumpList(
  texts: DesktopTexts,
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform !== 'win32' || !app.isPackaged) return;
  const task = (page: string, title: string, description: string) => ({
    program: process.execPath,
    arguments: `-- ${linkScheme}://${page}`,
    iconPath: process.execPath,
    iconIndex: 0,
    title,
    description,
  });
  app.setUserTasks([
    task('wall', texts.wall, texts.wallText),
    task('alerts', texts.alertsPage, texts.alertsText),
  ]);
}
