import { useEffect } from 'react';
import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import type { AppInfo } from '../../shared/model/app-info.ts';
import type { Fetched } from './fetched.ts';
import { onWindowFocus } from './page.ts';
import { useCall } from './use-call.ts';

/** The saved proxies, as they are now. */
export function useProfiles(): Fetched<readonly ProfileEntry[]> {
  return useCall('profiles.list', {}, { live: true });
}

/** What the app is and keeps; null until it is known. */
export function useInfo(): AppInfo | null {
  return useCall('app.info', {}, { live: true }).value;
}

/**
 * The same for views that say what this machine can do: asked for anew when the view opens and when the user comes back to the window, as
 * from the terminal in which a module was loaded.
 */
export function useFreshInfo(): Fetched<AppInfo> {
  const info = useCall('app.info', {});
  const { reload } = info;
  useEffect(() => onWindowFocus(reload), [reload]);
  return info;
}
