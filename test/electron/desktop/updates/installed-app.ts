import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openFetcher } from '../../../../electron/desktop/updates/fetcher.ts';
import { failureOf } from '../../../../electron/desktop/updates/update-fault.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { publicKey } from './feed.ts';

/** An installed AppImage that says `old`, and what fetches its updates. `prepare` may lay things into its directory before. */
export async function openInstalled(
  feed: string,
  { version = '1.0.0', prepare = (_directory: string): void => undefined } = {},
) {
  const directory = temporaryDirectory();
  const installed = join(directory, 'Console.AppImage');
  writeFileSync(installed, 'old', { mode: 0o755 });
  vi.stubEnv('APPIMAGE', installed);
  prepare(directory);
  const fetcher = await openFetcher({
    source: { way: 'appimage', feed, key: publicKey },
    name: 'SPCP Console',
    version,
    directory: join(directory, 'updates'),
    quit: () => undefined,
    log: () => undefined,
  });
  return { fetcher, installed, directory };
}

/** Why it came to nothing. */
export async function whyOf(step: Promise<unknown>): Promise<string> {
  return step.then(() => 'nothing is wrong', failureOf);
}
