import { z } from 'zod';
import { updateStateSchema } from '../../model/updates.ts';

const nothing = z.object({});
const done = z.null();

/** Each throws `unsupported` where updates are off, but for what they are. */
export const updateCalls = {
  'updates.state': { role: 'view', byWindow: true, input: nothing, output: updateStateSchema },
  /** Begins to ask the feed. */
  'updates.check': { role: 'administer', input: nothing, output: done },
  /** Begins to fetch what is available; it takes the app's place when that is quit. */
  'updates.download': { role: 'administer', input: nothing, output: done },
  /** Gives up fetching. */
  'updates.cancel': { role: 'administer', input: nothing, output: done },
} as const;

export const updateTopics = {
  'updates.changed': { role: 'view', params: nothing, value: updateStateSchema },
} as const;
