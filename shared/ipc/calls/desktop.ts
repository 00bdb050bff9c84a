import { z } from 'zod';
import { longestWindowAddress, parseWindowAddress } from '../../address/window-address.ts';
import { desktopStateSchema } from '../../model/desktop.ts';
import { consoleIdSchema } from '../../model/remote-console.ts';
import { boundedText } from '../../model/text.ts';

const done = z.null();

/** The calls of the contract that only the desktop app can do. */
export const desktopCalls = {
  /** Null where the console has no desktop, as in the web shell. */
  'desktop.state': {
    role: 'view',
    byWindow: true,
    input: z.object({}),
    output: desktopStateSchema.nullable(),
  },
  /** Shows an address of the app in a window of its own. Throws `invalid-input` where too many are open, `not-found` without a desktop. */
  'desktop.openWindow': {
    role: 'administer',
    input: z.object({
      address: boundedText(longestWindowAddress).refine(
        (text) => parseWindowAddress(text) !== null,
      ),
      /** Of which console: null is that of this machine; the one that the window shows which asks, where nothing is said. */
      console: consoleIdSchema.nullable().optional(),
    }),
    output: done,
  },
  /** Throws as the file system does, and `not-found` where there is nothing to start. */
  'desktop.setStartAtLogin': {
    role: 'administer',
    input: z.object({ on: z.boolean() }),
    output: done,
  },
} as const;
