import { basename } from 'node:path';
import { type AllPublishOptions, CancellationError, CancellationToken } from 'builder-util-runtime';
import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { replaceAppImage } from './app-image.ts';
import { NodeNetwork } from './node-network.ts';
import { SignedFeed, type SignedFeedOptions } from './signed-feed.ts';
import { prepareUpdateDirectory } from './update-directory.ts';
import { UpdateFault } from './update-fault.ts';
import type { UpdateSource, UpdateWay } from './update-source.ts';

/** Looks once for an update, and fetches that. */
export interface Fetcher {
  /** The version that the feed names, where it is newer; null where it is not. Rejects with what `failureOf` tells. */
  check(): Promise<string | null>;
  /** Fetches what `check` found, and compares it with its hash. `onPart` is told from 0 to 1. */
  download(onPart: (part: number) => void): Promise<void>;
  /** Ends what is under way: nothing more is asked for it. What was found can be downloaded afresh. */
  cancel(): void;
  /**
   * Puts what was fetched in the app's place. To be called when the app ends. Throws where it cannot, and an AppImage is then the old one. On macOS
   * the system's own updater has had it since it was fetched, as it wants time that an app which ends does not have, and takes it from there.
   */
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
  const config = await prepareUpdateDirectory(directory);
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
  const network = new NodeNetwork();
  (updater as Inside).httpExecutor = network;
  updater.autoDownload = false;
  // The library removes the old AppImage before the new one is there.
  updater.autoInstallOnAppQuit = source.way !== 'appimage';
  updater.allowDowngrade = false;
  // What is installed may be of another signature: the hash of the whole is looked at, and nothing of the old is kept.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  updater.logger = { info: parts.log, warn: parts.log, error: parts.log };
  const checking = new AbortController();
  const feed: SignedFeedOptions = {
    provider: 'custom',
    updateProvider: SignedFeed as unknown as SignedFeedOptions['updateProvider'],
    feed: source.feed,
    key: source.key,
    extension: extensions[source.way],
    network,
    signal: checking.signal,
  };
  updater.setFeedURL(feed as AllPublishOptions);
  let cancelling = new CancellationToken();
  let last: Promise<unknown> = Promise.resolve();
  let hashes = new Map<string, string>();
  let fetched: string | null = null;

  /** The library takes a download that was given up for the next one, until it has ended. */
  async function downloadAfter(before: Promise<unknown>, token: CancellationToken): Promise<void> {
    await before;
    if (token.cancelled) throw new CancellationError();
    const [file = null] = await updater.downloadUpdate(token);
    fetched = file;
  }
  return {
    async check() {
      const result = await updater.checkForUpdates();
      if (result?.isUpdateAvailable !== true) return null;
      hashes = new Map(result.updateInfo.files.map((file) => [file.url, file.sha512]));
      return result.updateInfo.version;
    },
    async download(onPart) {
      const token = new CancellationToken();
      cancelling = token;
      const told = ({ percent }: { percent: number }): void => {
        if (!token.cancelled) onPart(percent / 100);
      };
      updater.on('download-progress', told);
      const own = downloadAfter(last, token);
      last = own.catch(() => undefined);
      try {
        await own;
      } finally {
        updater.off('download-progress', told);
      }
    },
    cancel() {
      checking.abort();
      cancelling.cancel();
    },
    install() {
      if (source.way === 'appimage') {
        const hash = fetched === null ? undefined : hashes.get(basename(fetched));
        const installed = process.env.APPIMAGE;
        if (fetched === null || hash === undefined || !installed) throw new UpdateFault('file');
        replaceAppImage(fetched, installed, hash);
      }
      for (const end of ends) end(0);
    },
  };
}

/** What a package of each way is called. */
const extensions = { appimage: '.AppImage', nsis: '.exe', mac: '.zip' } as const;

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
