import type { ConsoleShell } from '../../shared/model/change-words.ts';
import type { Consent } from '../core/consent.ts';
import type { Desktop } from '../core/desktop.ts';
import type { Roles } from '../core/roles/roles.ts';
import type { Updates, UpdateWishes } from '../core/updates.ts';
import type { BrowserSessions } from '../ipc/handlers/sessions.ts';
import type { ManagedStore } from '../store/managed/managed-store.ts';
import type { Vaults } from '../store/secrets/vaults.ts';
import type { ConsoleLog } from '../support/log.ts';

/** What a shell builds the core from: what only it has, and what it opened. */
export interface ConsoleParts {
  /** The data directory, open. */
  readonly directory: string;
  readonly shell: ConsoleShell;
  /** Whether a profile is of the part of the fleet that this console has, by its id; it has all of them without it. */
  readonly share?: (id: string) => boolean;
  readonly version: string;
  /** Where the user interface lies, built; the licences of what is shipped are not known without it. */
  readonly pages?: string;
  /** Open; closed with the console. */
  readonly vault: Vaults;
  /** What administrators ordain, open; nothing without it. It is closed with the console. */
  readonly managed?: ManagedStore;
  /** What users of this machine may do, open; without it nobody but its owner may do anything. It is closed with the console. */
  readonly roles?: Roles;
  /** The browsers that the shell lets in, where it does. */
  readonly sessions?: BrowserSessions;
  /** Asks the user where no page can answer; nobody is asked without it. */
  readonly consent?: Consent;
  /** Of the app itself, where the shell has them. */
  readonly updates?: (wishes: UpdateWishes) => Updates;
  /** What the shell does on a desktop, where it has one. */
  readonly desktop?: Desktop;
  /** Where the options of the command serve metrics; they do not without it. */
  readonly metricsAddress?: string | undefined;
  /** Takes what is a bug, or what went wrong and nobody can be told; must not throw. */
  readonly logFault: (what: string, error: unknown) => void;
  /** Takes what happened and is no fault; it is told to nobody without it. */
  readonly note?: ConsoleLog['note'];
  /** The last that `logFault` took; none without it. */
  readonly lastFaults?: ConsoleLog['faults'];
}
