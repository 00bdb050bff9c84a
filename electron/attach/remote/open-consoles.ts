import type { WindowAddress } from '../../../shared/address/window-address.ts';
import { parseWindowAddress } from '../../../shared/address/window-address.ts';
import { systemClock } from '../../base/clock.ts';
import type { WindowRouter } from '../../ipc/router.ts';
import { openConsolesFile } from '../../store/documents/consoles.ts';
import { thisSystem } from '../../store/managed/locate.ts';
import { openManaged } from '../../store/managed/managed-store.ts';
import { type Consoles, createConsoles } from './consoles.ts';
import { openRemote } from './open-remote.ts';

export interface OpenConsolesParts {
  readonly directory: string;
  /** The console of this machine. */
  readonly local: WindowRouter;
  /** Of the app. */
  readonly version: string;
  /** Opens a window of a console by its id, where the shell has windows. */
  readonly openWindow?: (address: WindowAddress, console: string | null) => Promise<void>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** The consoles that this shell can show, with what the data directory keeps of them. */
export async function openConsoles(parts: OpenConsolesParts): Promise<Consoles> {
  const { directory, local, version, openWindow, logFault } = parts;
  // Whoever has the core may be another process: what administrators ordain here is read here.
  const managed = await openManaged(thisSystem, { watch: true });
  const document = await openConsolesFile(directory);
  for (const { code, detail } of document.notices)
    logFault('the list of remote consoles', { code, detail });
  const consoles = createConsoles({
    document,
    local,
    policy: () => managed.get()?.policy ?? {},
    by: () => managed.get()?.by ?? '',
    onPolicy: managed.onChange,
    open: (remote, signal) => openRemote(remote, { version, signal }),
    ...(openWindow && {
      openWindow: async (text, console) => {
        const address = parseWindowAddress(text);
        // The contract lets no other text through.
        if (address !== null) await openWindow(address, console);
      },
    }),
    logFault,
    clock: systemClock,
  });
  return {
    ...consoles,
    async close() {
      managed.close();
      await consoles.close();
    },
  };
}
