import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { completionFor } from '../electron/command/completion/completion.ts';
import { describeConsole, describeShort } from '../electron/command/describe.ts';
import { manualPage } from '../electron/command/manual.ts';
import { outlineOf } from '../electron/command/outline.ts';
import manifest from '../package.json' with { type: 'json' };
import { consoleTexts as english } from '../shared/texts/en/command-line-console.ts';
import { consoleTexts as spanish } from '../shared/texts/es/command-line-console.ts';
import { ensureBuilt } from './ensure-built.ts';
import { root } from './tool.ts';

const share = join(root, 'out/share');

/** Where each shell looks for what completes the words of a program, below a prefix's `share`. */
const completionPlaces = {
  bash: (name: string) => `bash-completion/completions/${name}`,
  zsh: (name: string) => `zsh/site-functions/_${name}`,
  fish: (name: string) => `fish/vendor_completions.d/${name}.fish`,
} as const;

/** What lies in a prefix's `share`: manual, completions, and the unit of systemd, by path. */
async function sharedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [locale, folder, words] of [
    ['en', 'man/man1', english],
    ['es', 'man/es/man1', spanish],
  ] as const) {
    for (const describe of [describeConsole, describeShort]) {
      const outline = outlineOf(await describe(locale, process));
      files.set(`${folder}/${outline.name}.1`, manualPage(outline, words, manifest.version));
      if (locale !== 'en') continue;
      for (const shell of ['bash', 'zsh', 'fish'] as const)
        files.set(completionPlaces[shell](outline.name), completionFor(shell, outline));
    }
  }
  return files;
}

/** `npm pack`: builds what the package holds. */
async function prepack(): Promise<void> {
  for (const stale of ['out/command', 'out/spcp.js', 'out/share'])
    rmSync(join(root, stale), { recursive: true, force: true });
  ensureBuilt('renderer');
  ensureBuilt('programs');
  for (const [path, text] of await sharedFiles()) {
    mkdirSync(dirname(join(share, path)), { recursive: true });
    writeFileSync(join(share, path), text);
  }
  cpSync(join(root, 'build/systemd'), join(share, 'systemd'), { recursive: true });
}

await prepack();
