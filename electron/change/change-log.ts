import type { AuditEntry, Origin } from '../../shared/model/change.ts';
import type { Clock } from '../base/clock.ts';
import type { AuditLog } from '../store/logs/audit.ts';

/** What the audit log offers to whoever makes a change. */
export type ChangeLog = Pick<
  AuditLog,
  'together' | 'conclude' | 'get' | 'lastBufferSize' | 'bufferSizes' | 'recent' | 'unsettled'
>;

/** What making a change needs beside a session. */
export interface ApplyParts {
  readonly audit: ChangeLog;
  /** The operating system's user name. */
  readonly actor: string;
  /** By which shell, and who sat elsewhere. */
  readonly origin: Origin;
  readonly clock: Pick<Clock, 'wall'>;
  /** Hears every entry that was concluded or found out, when it was. */
  readonly onConcluded: (entry: AuditEntry) => void;
}

/** Which proxy. */
export interface Subject {
  /** Its profile's id, or one made of its address. */
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/** Why a change is made: what it takes back, and the plan that it is a step of. */
export interface Why {
  readonly undoes: number | null;
  readonly plan: string | null;
}

export type Setting = AuditEntry['setting'];
