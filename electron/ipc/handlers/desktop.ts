import { parseWindowAddress } from '../../../shared/address/window-address.ts';
import { AppError } from '../../../shared/errors.ts';
import type { desktopCalls } from '../../../shared/ipc/calls/desktop.ts';
import type { Desktop } from '../../core/desktop.ts';
import type { Handlers } from '../parts.ts';

/** The calls about the desktop; a shell that has none refuses all but the question for it. */
export function desktopHandlers(
  desktop: Desktop | undefined,
): Pick<Handlers, keyof typeof desktopCalls> {
  const required = (): Desktop => {
    if (desktop === undefined) throw noDesktop();
    return desktop;
  };
  return {
    'desktop.state': async () => (await desktop?.state()) ?? null,
    'desktop.openWindow': async ({ address, console = null }) => {
      const parsed = parseWindowAddress(address);
      // The contract lets no other text through.
      if (parsed !== null) await required().openWindow(parsed, console);
      return null;
    },
    'desktop.setStartAtLogin': async ({ on }) => {
      await required().setStartAtLogin(on);
      return null;
    },
  };
}

function noDesktop(): AppError {
  return new AppError('not-found', { case: 'desktop' });
}
