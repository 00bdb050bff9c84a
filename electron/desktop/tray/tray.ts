import { join } from 'node:path';
import { app, Menu, type NativeImage, nativeImage, Tray } from 'electron';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { FleetAttention } from '../../core/attention.ts';
import type { FaultLog } from '../../support/log.ts';
import { findTray } from './find-tray.ts';
import { type FleetDeeds, fleetMenu, fleetSaid } from './fleet-sign.ts';
import { withDot } from './painted-count.ts';

/** Height and width of the sign, pixels: macOS has less room. */
const sizes: Partial<Record<NodeJS.Platform, number>> = { darwin: 18, win32: 16 };
const usualSize = 22;

export interface TrayParts {
  readonly texts: DesktopTexts;
  readonly deeds: FleetDeeds;
  readonly now: () => FleetAttention;
  readonly logFault: FaultLog;
  readonly platform?: NodeJS.Platform;
  readonly find?: () => Promise<boolean>;
}

/** The app's sign in the tray. */
export interface FleetTray {
  /** Whether anybody sees it, looked at anew; puts it there if somebody would. */
  look(): Promise<boolean>;
  tell(fleet: FleetAttention): void;
}

/** Puts nothing into the tray yet. A tray that fails counts as none, and is told to the log. */
export function createFleetTray(parts: TrayParts): FleetTray {
  const { texts, deeds, logFault, platform = process.platform, find = findTray } = parts;
  let tray: Tray | null = null;
  let icons: { readonly calm: NativeImage; readonly trouble: NativeImage } | null = null;

  const attempt = (what: string, task: () => void): boolean => {
    try {
      task();
      return true;
    } catch (error) {
      logFault(what, error);
      return false;
    }
  };
  const draw = (fleet: FleetAttention): void => {
    if (tray === null) return;
    icons ??= iconsOf(platform);
    const { length } = fleet.trouble;
    tray.setImage(length > 0 ? icons.trouble : icons.calm);
    tray.setToolTip(`${app.getName()}\n${fleetSaid(fleet, texts)}`);
    if (platform === 'darwin') tray.setTitle(length > 0 ? String(length) : '');
    // On Linux a menu that is changed is not shown: another one is given.
    tray.setContextMenu(Menu.buildFromTemplate(fleetMenu(fleet, texts, deeds)));
  };
  const put = (): void => {
    icons ??= iconsOf(platform);
    tray = new Tray(icons.calm);
    // On macOS a click opens the menu.
    if (platform !== 'darwin') tray.on('click', deeds.show);
    draw(parts.now());
  };
  return {
    async look() {
      return (await find()) && (tray !== null || attempt('putting a sign into the tray', put));
    },
    tell(fleet) {
      attempt('changing the sign in the tray', () => draw(fleet));
    },
  };
}

function iconsOf(platform: NodeJS.Platform) {
  const size = sizes[platform] ?? usualSize;
  const file = join(app.getAppPath(), 'build/icon.png');
  const calm = nativeImage.createFromPath(file).resize({ width: size, height: size });
  const painted = withDot({ width: size, height: size, pixels: calm.toBitmap() });
  const trouble = nativeImage.createFromBitmap(Buffer.from(painted.pixels), {
    width: size,
    height: size,
  });
  return { calm, trouble };
}
