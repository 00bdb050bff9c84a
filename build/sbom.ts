import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedPackage } from '../shared/model/shipped-package.ts';
import { ensureBuilt } from './ensure-built.ts';
import { root } from './tool.ts';

/** What is read and written of a bill of materials (CycloneDX 1.5). */
interface BillOfMaterials {
  components: { readonly 'bom-ref': string; readonly name: string; readonly version: string }[];
  dependencies: { readonly ref: string; dependsOn?: readonly string[] }[];
}

/**
 * Writes `out/sbom.cdx.json`: npm's bill of materials of the lock file, of which what is not shipped is left out. Throws where a package is
 * shipped that the lock file does not name.
 */
function writeBillOfMaterials(): void {
  ensureBuilt('renderer');
  const shipped = JSON.parse(
    readFileSync(join(root, 'out/renderer/licences.json'), 'utf8'),
  ) as ShippedPackage[];
  const bill = JSON.parse(
    execFileSync(
      'npm',
      ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        shell: process.platform === 'win32',
      },
    ),
  ) as BillOfMaterials;
  const wanted = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
  const components = bill.components.filter(({ name, version }) =>
    wanted.delete(`${name}@${version}`),
  );
  if (wanted.size > 0) throw new Error(`The lock file does not name ${[...wanted].join(', ')}.`);
  const kept = new Set(components.map((component) => component['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }, index) => index === 0 || kept.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn?.filter((ref) => kept.has(ref)) ?? [] }));
  const text = JSON.stringify({ ...bill, components, dependencies }, null, 2);
  writeFileSync(join(root, 'out/sbom.cdx.json'), `${text}\n`);
}

writeBillOfMaterials();
