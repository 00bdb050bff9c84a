import type { protocolRules } from '../facts/session-errors.ts';
import type { AlertCondition, AlertNumber } from '../model/alert-rule.ts';
import type { CanaryMeasure } from '../model/canary.ts';
import type { AuditEntry } from '../model/change.ts';
import type { Shell } from '../model/change-words.ts';
import type { KernelSctpReason } from '../model/kernel-sctp.ts';
import type { ProfileDraft } from '../model/profile.ts';
import type { TransportChoice, UsualClass } from '../model/profile-words.ts';
import type { Role } from '../model/roles.ts';
import type { ProxyStateKind } from '../model/state-kinds.ts';
import type { MessageName } from '../spcp/message.ts';
import type { StatusName } from '../spcp/status.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** What a language calls that of which the protocol and the app have names. */
export interface WordList {
  /** Messages of SPCP. */
  readonly commands: Words<MessageName>;
  readonly statuses: Words<StatusName>;
  /** Why bytes are no SPCP reply, or a value no argument of SPCP. */
  readonly rules: Words<(typeof protocolRules)[number]>;
  /** Fields of a profile and of a change. */
  readonly fields: Words<keyof ProfileDraft | 'password' | 'next' | 'bytes' | 'confirmName'>;
  readonly settings: Words<AuditEntry['setting']>;
  /** What a change came to. */
  readonly outcomes: Words<AuditEntry['outcome']>;
  /** Of the app, by which somebody did something. */
  readonly shells: Words<Shell>;
  /** What a rule of alerts is about. */
  readonly alerts: Words<AlertCondition['kind']>;
  /** What a rule can have a limit for, and on which side of it the number was. */
  readonly alertNumbers: Words<AlertNumber>;
  readonly alertSides: Words<'above' | 'below'>;
  /** What a canary is held against the untouched in. */
  readonly canaryFindings: Words<'session' | CanaryMeasure>;
  readonly states: Words<ProxyStateKind>;
  readonly environments: Words<UsualClass>;
  /** Of a field that is on or off, or empty, or that takes whatever there is. */
  readonly values: Words<'on' | 'off' | 'empty' | 'anything' | 'noTransformation'>;
  readonly transports: Words<TransportChoice>;
  /** What somebody may do on a console. */
  readonly roles: Words<Role>;
  /** Whether this machine has SCTP in its kernel; behind a colon or “because”. */
  readonly kernelSctp: Words<KernelSctpReason>;
}
