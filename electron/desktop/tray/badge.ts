import { app, BrowserWindow, nativeImage } from 'electron';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { FleetAttention } from '../../core/attention.ts';
import { countPainted } from './painted-count.ts';

/** Shows how many proxies want a look on the app's own button: by a number on macOS and Linux, by a picture over it on Windows. */
export function showBadge(
  { trouble }: Pick<FleetAttention, 'trouble'>,
  texts: DesktopTexts,
  platform: NodeJS.Platform = process.platform,
): void {
  const count = trouble.length;
  if (platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  const painted = count === 0 ? null : countPainted(count);
  const image =
    painted &&
    nativeImage.createFromBitmap(Buffer.from(painted.pixels), {
      width: painted.width,
      height: painted.height,
    });
  const said = count === 0 ? '' : texts.fleetTrouble(count);
  for (const window of BrowserWindow.getAllWindows()) window.setOverlayIcon(image, said);
}
