import { z } from 'zod';
import {
  appInfoSchema,
  noticeSchema,
  preferencesChangeSchema,
  preferencesSchema,
} from '../../model/app-info.ts';
import { browserSessionSchema } from '../../model/browser-session.ts';
import { whoAmISchema } from '../../model/caller.ts';
import { boundedText } from '../../model/text.ts';

const nothing = z.object({});
const done = z.null();

/** The calls of the contract about the app itself, the browsers that it lets in, and preferences. */
export const appCalls = {
  'app.info': { role: 'view', byWindow: true, input: nothing, output: appInfoSchema },
  /** What the connection that asks may do; the same for as long as it is open. */
  'app.whoAmI': { role: 'view', byWindow: true, input: nothing, output: whoAmISchema },
  'app.notices': { role: 'view', byWindow: true, input: nothing, output: z.array(noticeSchema) },
  'app.dismissNotice': { role: 'operate', input: z.object({ id: boundedText(200) }), output: done },
  /** The browsers that the web shell let in, oldest first, and which of them asks. The desktop shell has none. */
  'app.sessions': {
    role: 'administer',
    byWindow: true,
    input: nothing,
    output: z.array(browserSessionSchema.extend({ own: z.boolean() })),
  },
  /** Closes its windows, and lets it in no more. */
  'app.endSession': { role: 'administer', input: z.object({ id: z.uuid() }), output: done },
  /** Ends all but the one that asks. */
  'app.endOtherSessions': { role: 'administer', input: nothing, output: done },
  'preferences.get': { role: 'view', byWindow: true, input: nothing, output: preferencesSchema },
  'preferences.set': {
    role: 'administer',
    input: preferencesChangeSchema,
    output: preferencesSchema,
  },
} as const;

export const appTopics = {
  /** At once and then every `heartbeatMs`: a window that hears none any more shows old things, and says so. `at` is the console's clock. */
  'app.heartbeat': { role: 'view', params: nothing, value: z.object({ at: z.number() }) },
  'app.notices': { role: 'view', params: nothing, value: z.array(noticeSchema) },
  /** Tells that `app.sessions` answers otherwise now. */
  'app.sessionsChanged': { role: 'administer', params: nothing, value: z.null() },
  'preferences.changed': { role: 'view', params: nothing, value: preferencesSchema },
} as const;
