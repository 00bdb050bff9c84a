import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { ShippedPackage } from '../shared/model/shipped-package.ts';
import { root } from './tool.ts';

/** What is read of a package's own description. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The folder of the package that a module belongs to; null for our own. A folder of a package may describe itself without a name. */
function packageOf(module: string): string | null {
  if (!module.includes(`${sep}node_modules${sep}`)) return null;
  for (let folder = dirname(module); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    if (manifestIn(folder).name !== undefined) return folder;
  }
  return null;
}

/** The folders of what runs from `node_modules`: the dependencies of `folder`, and theirs. What is optional and for other systems is not installed. */
function dependenciesOf(folder: string, found = new Set<string>()): Set<string> {
  const from = createRequire(join(folder, 'package.json'));
  const { dependencies = {}, optionalDependencies = {} } = manifestIn(folder);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = (from.resolve.paths(name) ?? [])
      .map((path) => join(path, name))
      .find((path) => existsSync(join(path, 'package.json')));
    if (place === undefined && name in optionalDependencies) continue;
    if (place === undefined) throw new Error(`${name}, which ${folder} needs, is not installed`);
    if (found.has(place)) continue;
    found.add(place);
    dependenciesOf(place, found);
  }
  return found;
}

function shippedPackage(folder: string): ShippedPackage {
  const { name = '', version = '', license } = manifestIn(folder);
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? ''),
    text: texts.join('\n\n'),
  };
}

/** The packages of which something is in a bundle of these modules, or runs beside it, by name. */
export function shippedPackages(modules: Iterable<string>): readonly ShippedPackage[] {
  const folders = dependenciesOf(root);
  // The desktop packages bring it along, with Chromium and Node, whose licences lie beside the program in LICENSES.chromium.html.
  folders.add(join(root, 'node_modules/electron'));
  for (const module of modules) {
    const folder = packageOf(module.split('?')[0] ?? '');
    if (folder !== null) folders.add(folder);
  }
  const byName = new Map(
    [...folders].map(shippedPackage).map((each) => [`${each.name}@${each.version}`, each]),
  );
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes `licences.json` beside the pages: every package that is shipped, with its licence. */
export const licences: Plugin = {
  name: 'licences',
  apply: 'build',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? file.moduleIds : [],
    );
    const source = JSON.stringify(shippedPackages(modules));
    this.emitFile({ type: 'asset', fileName: 'licences.json', source });
  },
};
