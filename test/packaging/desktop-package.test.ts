import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fusesOn, fusesThatAreOn } from '../../build/fuses.ts';
import { root } from '../../build/tool.ts';
import manifest from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { whySkipped } from '../support/why-skipped.ts';
import { type DesktopPackage, packDesktopApp } from './support/desktop-package.ts';

const run = promisify(execFile);
const missing = process.platform === 'linux' ? null : 'what is packed here is for Linux';

let packed: DesktopPackage;
let unpacked: string;
let paths: readonly string[];

/** Runs the app on the stub of Electron, with nothing of the checkout beside it. */
function onStub(script: string, args: readonly string[]) {
  return run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(root, 'test/build/electron-hook.ts')],
      script,
      ...args,
    ],
    { cwd: packed.directory, env: { ...process.env, LC_ALL: 'C' } },
  );
}

describe.skipIf(missing !== null)(`the packed desktop app${whySkipped(missing)}`, () => {
  beforeAll(async () => {
    packed = await packDesktopApp();
    paths = listPackage(packed.archive, { isPack: false }).filter(
      (path) => !('files' in statFile(packed.archive, path.slice(1))),
    );
    unpacked = join(packed.directory, 'elsewhere');
    await mkdir(unpacked);
    extractAll(packed.archive, unpacked);
    await cp(`${packed.archive}.unpacked`, unpacked, { recursive: true });
  });
  afterAll(() => packed.remove());

  test('its fuses are set, as they are read back from the program', async () => {
    expect(await fusesOn(packed.program)).toEqual(fusesThatAreOn);
  });

  test('holds what runs and nothing else', () => {
    const own = paths.filter((path) => !path.startsWith('/node_modules/'));
    const allowed =
      /^\/(package\.json|LICENSE|build\/icon\.png|out\/(main\/[\w-]+\.js|preload\/preload\.cjs|renderer\/(index\.html|licences\.json|assets\/[\w.-]+\.(js|css|json|woff2?|svg|png))))$/;
    expect(own.filter((path) => !allowed.test(path))).toEqual([]);
    const developed =
      /\.(map|[cm]?ts|tsx|cc|hh|inc|asm|md|yml|def|flow|tgz)$|\/(tests?|__tests__|examples?|\.github)\/|CMakeLists/;
    expect(paths.filter((path) => developed.test(path))).toEqual([]);
  });

  test('holds every production dependency that this system has', async () => {
    const wanted = Object.entries(lock.packages as Record<string, { dev?: boolean }>)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .map(([path]) => path);
    expect(wanted.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    for (const path of wanted) {
      const here = await stat(join(root, path)).catch(() => null);
      // What no other version of stands above is packed there.
      const name = path.slice(path.lastIndexOf('node_modules/'));
      const packs = paths.some((each) => each.endsWith(`/${name}/package.json`));
      if (here !== null) expect(packs, path).toBe(true);
    }
  });

  test("has koffi's native files of this platform outside of the archive, and no other platform's", () => {
    const native = paths.filter((path) => path.endsWith('.node'));
    expect(native.length).toBeGreaterThan(0);
    for (const path of native) {
      expect(path).toContain(`/koffi-${process.platform}-${process.arch}/`);
      expect(statFile(packed.archive, path.slice(1))).toMatchObject({ unpacked: true });
    }
  });

  test('comes with its bill of materials and the licences of all that is in it', async () => {
    const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
    const bill = (await read(join(packed.archive, '../sbom.cdx.json'))) as {
      components: { name: string }[];
    };
    const licences = (await read(join(unpacked, 'out/renderer/licences.json'))) as {
      name: string;
    }[];
    const names = licences.map(({ name }) => name).sort();
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(bill.components.map(({ name }) => name).sort()).toEqual(names);
  });

  test('is no larger than it has to be', async () => {
    expect((await stat(packed.archive)).size).toBeLessThan(14 * 2 ** 20);
  });

  test('serves its board and polls a proxy, taken out of its archive, with nothing of the checkout beside it', async () => {
    const data = join(packed.directory, 'data');
    const { stdout } = await onStub(join(root, 'test/packaging/run-packaged.ts'), [
      ...[unpacked, '--data-dir', data, '--demo'],
    ]);
    expect(JSON.parse(stdout)).toEqual({ page: 200, script: 200, ready: true });
  });

  test('answers the command line without a window', async () => {
    const script = join(root, 'test/packaging/run-packaged.ts');
    const { stdout } = await onStub(script, [unpacked, '--version']);
    expect(stdout).toBe(`${manifest.version}\n`);
    const help = await onStub(script, [unpacked, 'cli', '--help']);
    expect(help.stdout).toContain('transformation');
  });
});
