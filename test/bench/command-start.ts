import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Report } from './support/benchmark.ts';
import { timeEach } from './support/measure.ts';
import { startProxy } from './support/peer.ts';
import { ofPair } from './support/row.ts';
import { alternately, inTurns } from './support/steady.ts';

/**
 * The command line's `metrics` from its start to its end, a session with a proxy included, as it is installed and from its sources, each beside a Node
 * that has nothing to do.
 */
export async function commandStart(report: Report): Promise<void> {
  ensureBuilt('programs');
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { proxy, stop } = await startProxy();
  const { host, port, udpPort, user, password } = proxy;
  const programs = {
    'as installed': ['--disable-warning=ExperimentalWarning', manifest.bin.spcp],
    // As `npm run cli` starts it.
    'from its sources': manifest.scripts.cli.split(' ').slice(1),
  };
  const place = ['--host', host, '--port', `${port}`, '--transport', 'udp'];
  const login = ['--udp-port', `${udpPort}`, '--user', user, '--data-dir', directory];
  // What the program keeps compiled lies with its data.
  const env = { ...process.env, SPCP_PASSWORD: password, XDG_CACHE_HOME: directory };
  const run = async (args: readonly string[]): Promise<void> => {
    const options = {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    } satisfies SpawnOptions;
    const [code] = await once(spawn(process.execPath, args, options), 'exit');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  };
  const timed = async (task: () => Promise<void>) => (await timeEach(1, task))[0] ?? Number.NaN;
  try {
    for (const [where, program] of Object.entries(programs)) {
      const metrics = () => run([...program, 'metrics', ...place, ...login]);
      // What is compiled at the first start is kept for those that follow.
      await metrics();
      const pair = await inTurns(
        alternately(
          () => timed(metrics),
          () => timed(() => run(['--eval', '0'])),
        ),
      );
      const what = `metrics of one proxy, ${where}, p50`;
      report({ what, unit: 'ms', ...ofPair(pair, 'node --eval 0') });
    }
  } finally {
    await stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
