import { z } from 'zod';
import { diagnosticsSchema } from '../../model/diagnostics.ts';
import { fleetFrameSchema } from '../../model/fleet-frame.ts';
import { metricsReadSchema } from '../../model/metrics-read.ts';
import { mostTargets } from '../../model/plan.ts';
import { mostPaused } from '../../model/preference-words.ts';
import { profileIdSchema } from '../../model/profile.ts';
import { proxyStateKinds } from '../../model/state-kinds.ts';

const nothing = z.object({});
const one = z.object({ id: profileIdSchema });
const done = z.null();

/** The calls of the contract about the sessions with proxies, and what is read on them. */
export const fleetCalls = {
  'fleet.connect': { role: 'operate', input: one, output: done },
  'fleet.disconnect': { role: 'operate', input: one, output: done },
  /** Every proxy that waits for its next attempt is tried now. */
  'fleet.probe': { role: 'operate', input: nothing, output: done },
  /** Reads these once a minute only, their sessions kept, or again as often as their profiles say; `preferences.changed` tells. */
  'fleet.pause': {
    role: 'operate',
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostPaused),
      paused: z.boolean(),
    }),
    output: done,
  },
  /** Reads its metrics now, on the session that polls share; a script does, which is to open no second one. `not-connected` where there is none. */
  'fleet.read': { role: 'view', byWindow: true, input: one, output: metricsReadSchema },
  /** How it stands with each of these that it watches, for a script that is to open no sessions beside it. */
  'fleet.states': {
    role: 'view',
    byWindow: true,
    input: z.object({ ids: z.array(profileIdSchema).max(mostTargets) }),
    output: z.array(z.object({ id: profileIdSchema, kind: z.enum(proxyStateKinds) })),
  },
  /** What the guard of the proxy's association let through and dropped. */
  'fleet.diagnostics': { role: 'view', byWindow: true, input: one, output: diagnosticsSchema },
  /** A hidden window polls slower. */
  'fleet.visible': {
    role: 'view',
    byWindow: true,
    input: z.object({ visible: z.boolean() }),
    output: done,
  },
} as const;

export const fleetTopics = {
  /** At most four frames a second. */
  'fleet.frames': { role: 'view', params: nothing, value: fleetFrameSchema },
} as const;
