import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, root, runToStandardError } from './tool.ts';

/** What the web shell serves, what it runs, what the package's programs run, and what the desktop shell runs. */
export type Artifact = 'renderer' | 'server' | 'programs' | 'desktop';

const names = {
  renderer: 'user interface',
  server: 'web shell',
  programs: 'programs',
  desktop: 'desktop app',
} satisfies Record<Artifact, string>;

const artifacts = {
  renderer: {
    proof: 'out/renderer/index.html',
    sources: ['renderer', 'shared', 'build', 'package-lock.json'],
    tool: () =>
      [
        binOf('vite'),
        ['build', '--config', 'build/renderer.vite.config.ts', '--logLevel', 'warn'],
      ] as const,
  },
  server: {
    proof: 'out/serve.js',
    sources: ['electron', 'shared', 'build', 'package-lock.json'],
    tool: () =>
      [
        binOf('vite'),
        ['build', '--config', 'build/server.vite.config.ts', '--logLevel', 'warn'],
      ] as const,
  },
  programs: {
    proof: 'out/spcp.js',
    sources: ['electron', 'shared', 'build', 'package-lock.json'],
    tool: () =>
      [
        binOf('vite'),
        ['build', '--config', 'build/command.vite.config.ts', '--logLevel', 'warn'],
      ] as const,
  },
  desktop: {
    proof: 'out/main/main.js',
    sources: ['electron', 'renderer', 'shared', 'build', 'package-lock.json'],
    tool: () =>
      [
        binOf('electron-vite'),
        ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
      ] as const,
  },
} satisfies Record<Artifact, unknown>;

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

/** Builds an artifact when it is missing or older than its sources. Throws when the build fails. */
export function ensureBuilt(artifact: Artifact): void {
  const { proof, sources, tool } = artifacts[artifact];
  const built = join(root, proof);
  if (existsSync(built)) {
    const time = statSync(built).mtimeMs;
    if (sources.every((source) => newest(join(root, source)) <= time)) return;
  }
  process.stderr.write(`Building the ${names[artifact]} …\n`);
  const [script, args] = tool();
  // Also where a test asks for it: what is built is what is shipped.
  const code = runToStandardError(script, args, { NODE_ENV: 'production' });
  if (code !== 0) throw new Error(`The build of the ${names[artifact]} ended with code ${code}.`);
}
