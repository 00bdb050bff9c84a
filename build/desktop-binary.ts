import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { engineFlags } from '../electron/desktop/engine-flags.ts';
import { binOf, root } from './tool.ts';

/** The Electron program, or why the desktop app cannot start here. */
export type DesktopBinary = { readonly path: string } | { readonly missing: string };

const releases = 'https://github.com/electron/electron/releases';
/** Without a network this long is waited, and no longer, milliseconds. */
const answerTime = 10_000;
/** A hundred megabytes over a slow line, milliseconds. */
const downloadTime = 900_000;

/** Whoever names a mirror or a proxy is taken at their word. */
const detours = [
  'ELECTRON_MIRROR',
  'NPM_CONFIG_ELECTRON_MIRROR',
  'npm_config_electron_mirror',
  'ELECTRON_GET_USE_PROXY',
];

/** What keeps the desktop app from starting whether or not its binary is there; undefined where nothing does. */
export function hindrance({
  platform,
  uid,
  env,
  sandboxed,
}: {
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** With Chromium's sandbox, as users run it. */
  readonly sandboxed: boolean;
}): string | undefined {
  if (platform !== 'linux') return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (sandboxed && uid === 0) return 'Chromium does not run as root, log in as another user for it';
  return undefined;
}

function releasesAnswer(): boolean {
  if (detours.some((name) => process.env[name])) return true;
  const ask = 'await fetch(process.argv[1], { method: "HEAD" });';
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', ask, releases], {
    stdio: 'ignore',
    timeout: answerTime,
  });
  return status === 0;
}

function installed(folder: string): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8'),
  );
  return existsSync(path) ? path : undefined;
}

/**
 * Finds Electron's binary. With `download`, fetches it on first use, as Electron 42 and later do. `sandboxed` as for `hindrance`: the
 * end-to-end tests run without.
 */
export function desktopBinary({
  download,
  sandboxed,
}: {
  readonly download: boolean;
  readonly sandboxed: boolean;
}): DesktopBinary {
  const { platform, env } = process;
  const missing = hindrance({ platform, env, uid: process.getuid?.(), sandboxed });
  if (missing !== undefined) return { missing };
  const installer = binOf('electron', 'install-electron');
  const folder = dirname(installer);
  const present = installed(folder);
  if (present !== undefined) return { path: present };
  if (!download) return { missing: "Electron's binary is not here; npm start fetches it" };
  process.stderr.write('Fetching Electron (first start only) …\n');
  if (releasesAnswer()) {
    spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: downloadTime });
  }
  const fetched = installed(folder);
  return fetched === undefined
    ? { missing: "Electron's binary could not be downloaded" }
    : { path: fetched };
}

/** What Electron's binary is started with for the app of this checkout, with arguments of the app's own. */
export function desktopArguments(args: readonly string[]): string[] {
  return [root, ...engineFlags, ...args];
}
