import { join } from 'node:path';
import { app } from 'electron';
import { systemClock } from '../../base/clock.ts';
import type { Updates, UpdateWishes } from '../../core/updates.ts';
import type { ConsoleLog } from '../../support/log.ts';
import { builtInUpdates } from './built-in.ts';
import { updateSource } from './update-source.ts';
import { createUpdates } from './updates.ts';

/** Updates of this app. What is fetched lies in `directory` until it is installed. */
export function installedUpdates(
  directory: string,
  log: ConsoleLog,
  { policy, chosen }: UpdateWishes,
): Updates {
  const { isPackaged } = app;
  const isStore = process.mas === true;
  const system = { platform: process.platform, env: process.env, isPackaged, isStore };
  const builtIn = builtInUpdates(app.getAppPath());
  return createUpdates({
    chosen,
    source: () => updateSource(system, builtIn, policy()),
    fetcher: async (source) => {
      // Only who looks for updates waits for the library.
      const { openFetcher } = await import('./fetcher.ts');
      return openFetcher({
        source,
        name: app.getName(),
        version: app.getVersion(),
        directory: join(directory, 'updates'),
        quit: () => app.quit(),
        log: (said) => log.note('updates', { said }),
      });
    },
    clock: systemClock,
    logFault: log.fault,
  });
}
