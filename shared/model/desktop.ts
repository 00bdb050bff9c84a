import { z } from 'zod';

/** What the desktop of this machine has for an app beside its windows, as it is now. */
export const desktopStateSchema = z.object({
  /** `none`: nobody would see a sign of the app there, as on GNOME. `lives-on`: the app needs none to live without a window, as on macOS. */
  tray: z.enum(['there', 'none', 'lives-on']),
  /** `not-installed`: it was started from its sources, and the system has nothing to start. */
  startAtLogin: z.enum(['on', 'off', 'not-installed']),
  /** Whether the system shows notifications. */
  notifications: z.boolean(),
});
export type DesktopState = z.infer<typeof desktopStateSchema>;
