import { execFile } from 'node:child_process';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { binOf, root } from '../../../build/tool.ts';

const run = promisify(execFile);
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { load } = createRequire(builder.resolve('app-builder-lib'))('js-yaml') as {
  load(text: string): { readonly files: readonly string[] } & Readonly<Record<string, unknown>>;
};

/** How Electron's binary says where its fuses are: the mark, version 1, how many, and all of them off. */
const fuses = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009000000000';

/** Beside `out/`, which others may be using; in the checkout, where electron-builder looks. */
const built = 'out/packaging-test';

/** The packed app for this platform, its program a Node in the place of Electron. */
export interface DesktopPackage {
  readonly directory: string;
  readonly program: string;
  readonly archive: string;
  remove(): Promise<void>;
}

/** A folder as Electron's download unpacks to, with the Node of the tests under Electron's name. */
async function standIn(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  await copyFile(process.execPath, join(folder, 'electron'));
  await appendFile(join(folder, 'electron'), fuses, 'latin1');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak'])
    await writeFile(join(folder, name), '');
}

/** The configuration of the project, but for where the built files come from. */
async function configuration(
  output: string,
  electronDist: string,
): Promise<Readonly<Record<string, unknown>>> {
  const config = load(await readFile(join(root, 'build/electron-builder.yml'), 'utf8'));
  const ofBuild = /^(!?)out\//;
  return {
    ...config,
    electronDist,
    directories: { output, buildResources: 'build' },
    files: [
      {
        from: `${built}/out`,
        to: 'out',
        filter: config.files
          .filter((pattern) => ofBuild.test(pattern))
          .map((pattern) => pattern.replace(ofBuild, '$1')),
      },
      ...config.files.filter((pattern) => !ofBuild.test(pattern)),
    ],
  };
}

/** Builds the desktop app and packs it, as `npm run dist` does but for the installers. */
export async function packDesktopApp(): Promise<DesktopPackage> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-desktop-package-'));
  const [electron, output, config] = ['electron', 'output', 'config.json'].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  const options = {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 2 ** 26,
  };
  await run(
    process.execPath,
    [
      binOf('electron-vite'),
      ...['build', '--config', 'build/electron.vite.config.ts'],
      ...['--outDir', join(root, built, 'out')],
    ],
    options,
  );
  await run(process.execPath, ['build/sbom.ts'], options);
  await standIn(electron);
  await writeFile(config, JSON.stringify(await configuration(output, electron)));
  await run(
    process.execPath,
    [binOf('electron-builder'), '--linux', 'dir', '--publish', 'never', '--config', config],
    options,
  );
  const unpacked = join(output, 'linux-unpacked');
  return {
    directory,
    program: join(unpacked, 'spcp-console'),
    archive: join(unpacked, 'resources/app.asar'),
    remove: async () => {
      await rm(directory, { recursive: true, force: true });
      await rm(join(root, built), { recursive: true, force: true });
    },
  };
}
