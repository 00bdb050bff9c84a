import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleParts } from '../../../electron/assembly/console-parts.ts';
import { createConsole } from '../../../electron/console.ts';
import { ownWindow } from '../../../electron/core/actor.ts';
import type { Router } from '../../../electron/ipc/router.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { openVaults } from '../../../electron/store/secrets/vaults.ts';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import type { ProxyLine } from './peer.ts';

/** The app's core without a shell, on a data directory of its own. It connects to every proxy as it starts, and nobody looks at it. */
export interface BenchConsole {
  readonly router: Router;
  /** Its data directory. */
  readonly directory: string;
  /** Of the profiles, in the order of their proxies. */
  readonly ids: readonly string[];
  /** Opens a window that is looked at and shows the fleet. Returns closing it. */
  openWindow(onFrame: (frame: FleetFrame) => void): () => void;
  stop(): Promise<void>;
}

/** Starts it with a profile for each of these, polled once a second. A fault ends the process, unless somebody takes it. */
export async function startConsole(
  proxies: readonly ProxyLine[],
  logFault: ConsoleParts['logFault'] = (what, error) => {
    throw new Error(what, { cause: error });
  },
): Promise<BenchConsole> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const vault = await openVaults({ directory, logFault });
  const { store } = await openProfiles(directory);
  const ids: string[] = [];
  for (const [index, { password, ...proxy }] of proxies.entries()) {
    const name = `proxy ${index + 1}`;
    const draft = profileDraftSchema.parse({ ...proxy, name, transport: 'udp' });
    const { id } = await store.add(draft);
    await vault.set(id, password, draft);
    ids.push(id);
  }
  store.close();
  const core = await createConsole({
    directory,
    shell: 'web',
    version: 'bench',
    vault,
    logFault,
  });
  return {
    router: core.router,
    directory,
    ids,
    openWindow(onFrame) {
      const window = core.router.connect((message) => {
        if (message.type === 'event') onFrame(message.value as FleetFrame);
        else throw new Error(JSON.stringify(message.result));
      }, ownWindow());
      window.receive({ type: 'subscribe', id: 1, topic: 'fleet.frames', params: {} });
      return () => window.close();
    },
    async stop() {
      await core.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
