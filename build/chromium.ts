import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A Chromium for the end-to-end tests, or why there is none. */
export type FoundChromium =
  | { readonly path: string; readonly source: string }
  | { readonly missing: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

function installDebianPackage(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  process.stderr.write("Installing Debian's chromium for the end-to-end tests …\n");
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  );
}

/** CHROMIUM_PATH, else Playwright's own, else the system's, else (as root on Debian) the package. */
export function findChromium(): FoundChromium {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return existsSync(named)
      ? { path: named, source: 'CHROMIUM_PATH' }
      : { missing: `CHROMIUM_PATH names ${named}, which does not exist` };
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { path: own, source: "Playwright's own" };
  const system = onPath();
  if (system !== undefined) return { path: system, source: "the system's" };
  if (installDebianPackage()) {
    const installed = onPath();
    if (installed !== undefined) return { path: installed, source: "Debian's package" };
  }
  return {
    missing: 'no Chromium was found; set CHROMIUM_PATH, or run: npx playwright install chromium',
  };
}
