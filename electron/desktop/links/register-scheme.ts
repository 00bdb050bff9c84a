import { app } from 'electron';
import { linkScheme } from '../../../shared/address/app-link.ts';

/**
 * Tells Windows that links of our scheme are opened by this app: its installer does not. macOS and Linux know it by the package. What follows `--` is no
 * option, whatever quotes the link has in it.
 */
export function registerScheme(platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32' && app.isPackaged)
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
