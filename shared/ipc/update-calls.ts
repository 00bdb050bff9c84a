import { z } from 'zod';
import { updateStateSchema } from '../model/updates.ts';

const nothing = z.object({});
const done = z.null();

/** Each throws `unsupported` where updates are off, but for what they are. */
export const updateCalls = {
  'updates.state': { byWindow: true, input: nothing, output: updateStateSchema },
  /** Begins to ask the feed. */
  'updates.check': { input: nothing, output: done },
  /** Begins to fetch what is available; it takes the app's place when that is quit. */
  'updates.download': { input: nothing, output: done },
  /** Gives up fetching. */
  'updates.cancel': { input: nothing, output: done },
} as const;

export const updateTopics = {
  'updates.changed': { params: nothing, value: updateStateSchema },
} as const;
