import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/tool.ts';
import { engineFlags } from '../../electron/desktop/engine-flags.ts';
import { parseLink } from '../../shared/address/app-link.ts';

/** What is used of electron-builder's insides, which it does not export. */
interface BuilderParts {
  readonly Packager: new (options: object) => { validateConfig(): Promise<void> };
  readonly LinuxPackager: new (
    packager: object,
  ) => {
    createTargets(names: string[], take: (name: string, make: Make) => void): void;
  };
}
type Make = (outDir: string) => {
  readonly desktopEntry: { readonly value: Promise<string> };
  readonly helper: { computeDesktopEntry(options: object): Promise<string> };
  readonly options: object;
};

const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const builder = require('app-builder-lib') as BuilderParts;

/** The desktop entry that electron-builder writes into the AppImage. */
async function appImageEntry(config: string | object): Promise<string> {
  const packager = new builder.Packager({ projectDir: root, config });
  await packager.validateConfig();
  const entries: Promise<string>[] = [];
  new builder.LinuxPackager(packager).createTargets(['appimage'], (_, make) => {
    entries.push(make(join(root, 'out')).desktopEntry.value);
  });
  return entries[0] ?? '';
}

/** The desktop entry that it installs by another package. */
async function installedEntry(config: string, target: 'deb' | 'rpm'): Promise<string> {
  const packager = new builder.Packager({ projectDir: root, config });
  await packager.validateConfig();
  const entries: Promise<string>[] = [];
  new builder.LinuxPackager(packager).createTargets([target], (_, make) => {
    const { helper, options } = make(join(root, 'out'));
    entries.push(helper.computeDesktopEntry(options));
  });
  return entries[0] ?? '';
}

const execOf = (entry: string) => entry.match(/^Exec=(.*)$/m)?.[1];

describe('the AppImage', () => {
  it('is started with the sandbox', async () => {
    expect(execOf(await appImageEntry('build/electron-builder.yml'))).toBe(
      `AppRun ${engineFlags.join(' ')} %U`,
    );
  });

  it('would not be, were electron-builder not told', async () => {
    expect(execOf(await appImageEntry({}))).toBe('AppRun --no-sandbox %U');
  });
});

describe('the desktop entry', () => {
  it.each(['deb', 'rpm'] as const)(
    'of the .%s starts the app as `npm start` does',
    async (target) => {
      expect(execOf(await installedEntry('build/electron-builder.yml', target))).toBe(
        `"/opt/SPCP Console/spcp-console" ${engineFlags.join(' ')} %U`,
      );
    },
  );

  it('takes links into the app, and offers the wall and the alerts, by links of known forms', async () => {
    const entry = await appImageEntry('build/electron-builder.yml');
    expect(entry).toContain('MimeType=x-scheme-handler/spcp-console;');
    const actions = entry.match(/^Actions=(.*);$/m)?.[1]?.split(';') ?? [];
    expect(actions).toEqual(['Wall', 'Alerts']);
    for (const action of actions) {
      const [, part = ''] = entry.split(`[Desktop Action ${action}]`);
      expect(part).toMatch(/^Name\[es\]=\S/m);
      expect(parseLink(execOf(part)?.replace('xdg-open ', '') ?? ''), action).not.toBeNull();
    }
  });
});
