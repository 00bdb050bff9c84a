import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import manifest from '../../package.json' with { type: 'json' };
import { type ShippedPackage, shippedPackageSchema } from '../../shared/model/shipped-package.ts';

let shipped: readonly ShippedPackage[];
beforeAll(() => {
  ensureBuilt('renderer');
  shipped = z
    .array(shippedPackageSchema)
    .parse(JSON.parse(readFileSync(join(root, 'out/renderer/licences.json'), 'utf8')));
});

test('every package that runs from the package, and every one that is in a bundle, is named with its licence', () => {
  const names = shipped.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
  // In the bundle of the pages alone, and a part of one that is.
  expect(names).toEqual(expect.arrayContaining(['react', 'react-dom', '@floating-ui/core']));
  // Needed by what runs, and by name in no file of ours.
  expect(names).toContain('polycrc');
  // Around all of it, in the desktop packages.
  expect(names).toContain('electron');
  expect(shipped.filter(({ licence }) => licence === '')).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('tools are not named', () => {
  const names = new Set(shipped.map(({ name }) => name));
  for (const tool of ['vitest', 'vite', '@biomejs/biome', 'electron-builder', 'typescript'])
    expect(names.has(tool)).toBe(false);
});

test('the bill of materials names what is shipped, and only that', () => {
  execFileSync(process.execPath, ['build/sbom.ts'], { cwd: root });
  const bill = JSON.parse(readFileSync(join(root, 'out/sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string; version: string; purl: string; hashes: unknown[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const named = (list: readonly { name: string; version: string }[]) =>
    list.map(({ name, version }) => `${name}@${version}`).sort();
  expect(named(bill.components)).toEqual(named(shipped));
  for (const { purl, hashes } of bill.components) {
    expect(purl).toMatch(/^pkg:npm\//);
    expect(hashes).not.toEqual([]);
  }
  const refs = new Set(bill.dependencies.map(({ ref }) => ref));
  expect(
    bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref)),
  ).toEqual([]);
});
