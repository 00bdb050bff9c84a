import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AllPublishOptions, CancellationToken } from 'builder-util-runtime';
import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { NodeNetwork } from './node-network.ts';
import { SignedFeed, type SignedFeedOptions } from './signed-feed.ts';
import type { UpdateSource, UpdateWay } from './update-source.ts';

/** Fetches one update. */
export interface Fetcher {
  /** The version that the feed names, where it is newer; null where it is not. Rejects with what `failureOf` tells. */
  check(): Promise<string | null>;
  /** Fetches what `check` found, and compares it with its hash. `onPart` is told from 0 to 1. */
  download(onPart: (part: number) => void): Promise<void>;
  cancel(): void;
  /** Puts what was fetched in the app's place. To be called when the app ends. */
  install(): void;
}

export interface FetcherParts {
  readonly source: UpdateSource;
  readonly name: string;
  readonly version: string;
  /** Where what is fetched lies until it is installed. */
  readonly directory: string;
  readonly quit: () => void;
  readonly log: (what: string) => void;
}

/** What of the library's updater is set and not declared. */
type Inside = AppUpdater & { httpExecutor: NodeNetwork };

/** Loads the library for this system, its network replaced by Node's. */
export async function openFetcher(parts: FetcherParts): Promise<Fetcher> {
  const { source, directory } = parts;
  const ends: ((code: number) => void)[] = [];
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const config = join(directory, 'app-update.yml');
  await writeFile(config, 'updaterCacheDirName: fetched\n', { mode: 0o600 });
  const app: AppAdapter = {
    version: parts.version,
    name: parts.name,
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: directory,
    baseCachePath: directory,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: parts.quit,
    onQuit: (handler) => {
      ends.push(handler);
    },
  };
  const updater = await updaterFor(source.way, app);
  (updater as Inside).httpExecutor = new NodeNetwork();
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  // What is installed may be of another signature: the hash of the whole is looked at, and nothing of the old is kept.
  updater.disableDifferentialDownload = true;
  updater.logger = { info: parts.log, warn: parts.log, error: parts.log };
  const feed: SignedFeedOptions = {
    provider: 'custom',
    updateProvider: SignedFeed as unknown as SignedFeedOptions['updateProvider'],
    feed: source.feed,
    key: source.key,
  };
  updater.setFeedURL(feed as AllPublishOptions);
  let cancelling = new CancellationToken();
  return {
    async check() {
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable === true ? result.updateInfo.version : null;
    },
    async download(onPart) {
      cancelling = new CancellationToken();
      const told = ({ percent }: { percent: number }): void => onPart(percent / 100);
      updater.on('download-progress', told);
      try {
        await updater.downloadUpdate(cancelling);
      } finally {
        updater.off('download-progress', told);
      }
    },
    cancel: () => cancelling.cancel(),
    install() {
      for (const end of ends) end(0);
    },
  };
}

async function updaterFor(way: UpdateWay, app: AppAdapter): Promise<AppUpdater> {
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  switch (way) {
    case 'appimage':
      return new AppImageUpdater(null, app);
    case 'nsis':
      return new NsisUpdater(null, app);
    case 'mac':
      // It takes no adapter: it hands over to the system's own.
      return new MacUpdater(undefined, app);
  }
}
