import { spawnSync } from 'node:child_process';
import manifest from '../../../package.json' with { type: 'json' };
import { usersEnvironment } from './users-environment.ts';

/** Without a network npm tries this long to reach the registry, and no longer, milliseconds. */
const patience = 60_000;

/** Why npm cannot install what the package depends on, or null: its cache has it after `npm ci`, else the registry is asked. */
export function missingForInstall(): string | null {
  const { koffi } = manifest.dependencies;
  const { status, error } = spawnSync(
    'npm',
    ['view', `koffi@${koffi}`, 'version', '--prefer-offline', '--fetch-retries=0'],
    { encoding: 'utf8', timeout: patience, env: usersEnvironment() },
  );
  if (error !== undefined) return `npm cannot be started: ${error.message}`;
  return status === 0 ? null : "neither npm's registry nor its cache has the dependencies";
}
