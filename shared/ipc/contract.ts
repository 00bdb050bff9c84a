import type { z } from 'zod';
import type { Role } from '../model/roles.ts';
import { alertCalls, alertTopics } from './calls/alert.ts';
import { appCalls, appTopics } from './calls/app.ts';
import { changeCalls, changeTopics } from './calls/change.ts';
import { classCalls, classTopics } from './calls/class.ts';
import { commandCalls, commandTopics } from './calls/command.ts';
import { consoleCalls, consoleTopics } from './calls/console.ts';
import { copyCalls } from './calls/copy.ts';
import { demoCalls } from './calls/demo.ts';
import { desktopCalls } from './calls/desktop.ts';
import { driftCalls, driftTopics } from './calls/drift.ts';
import { exportCalls } from './calls/export.ts';
import { fleetCalls, fleetTopics } from './calls/fleet.ts';
import { historyFromCalls } from './calls/history-from.ts';
import { managedCalls, managedTopics } from './calls/managed.ts';
import { metricsCalls, metricsTopics } from './calls/metrics.ts';
import { pastCalls, pastTopics } from './calls/past.ts';
import { planCalls, planTopics } from './calls/plan.ts';
import { profileCalls, profileTopics } from './calls/profile.ts';
import { reportTopics } from './calls/report.ts';
import { supportCalls } from './calls/support.ts';
import { testTopics } from './calls/test.ts';
import { updateCalls, updateTopics } from './calls/update.ts';
import { vaultCalls, vaultTopics } from './calls/vault.ts';

export { type ProfileEntry, profileEntrySchema } from './calls/profile.ts';

interface CallEntry {
  /** The least that who asks must be allowed; asked before the input is looked at. Whoever may only look gets no secret, runs no program, and has nothing connect to a new place. */
  readonly role: Role;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Windows ask it by themselves: when they open, as time goes by, and when something changed. Every other call is somebody who uses the app. */
  readonly byWindow?: true;
}

interface TopicEntry {
  /** As of a call. */
  readonly role: Role;
  readonly params: z.ZodType;
  readonly value: z.ZodType;
}

/** Every call. `input` is validated before a handler sees it; each may answer with an `ErrorValue` instead. */
export const calls = {
  ...appCalls,
  ...supportCalls,
  ...updateCalls,
  ...managedCalls,
  ...copyCalls,
  ...profileCalls,
  ...classCalls,
  ...exportCalls,
  ...vaultCalls,
  ...historyFromCalls,
  ...metricsCalls,
  ...fleetCalls,
  ...pastCalls,
  ...changeCalls,
  ...planCalls,
  ...commandCalls,
  ...driftCalls,
  ...alertCalls,
  ...desktopCalls,
  ...consoleCalls,
  ...demoCalls,
} as const satisfies Record<string, CallEntry>;

/** Every topic that a window can listen to. */
export const topics = {
  ...appTopics,
  ...fleetTopics,
  ...updateTopics,
  ...managedTopics,
  ...metricsTopics,
  ...profileTopics,
  ...classTopics,
  ...vaultTopics,
  ...pastTopics,
  ...changeTopics,
  ...planTopics,
  ...commandTopics,
  ...driftTopics,
  ...alertTopics,
  ...reportTopics,
  ...consoleTopics,
  ...testTopics,
} as const satisfies Record<string, TopicEntry>;

export type CallName = keyof typeof calls;
/** The calls that may be asked again without anybody who does something. */
export type WindowCallName = {
  [N in CallName]: (typeof calls)[N] extends { byWindow: true } ? N : never;
}[CallName];
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
/** What a handler receives: defaults filled in. */
export type CallValidated<N extends CallName> = z.output<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type TopicName = keyof typeof topics;
export type TopicParams<N extends TopicName> = z.output<(typeof topics)[N]['params']>;
export type TopicValue<N extends TopicName> = z.output<(typeof topics)[N]['value']>;
