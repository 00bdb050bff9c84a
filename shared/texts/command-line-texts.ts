import type { Shell } from '../model/change-words.ts';
import type { DriftState } from '../model/drift.ts';
import type { Tooth } from '../model/environment-class-schema.ts';
import type { StepState } from '../model/plan.ts';
import type { PlanDeedWord } from '../model/plan-deed.ts';
import type { VaultKind, VaultRefusal } from '../model/vault.ts';

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** What the command line says beside facts: its help, its tables, its notes. */
export interface CommandLineTexts {
  /** The headings of help, by the ones that Commander has. */
  readonly headings: Readonly<Record<string, string>>;
  readonly choices: (list: string) => string;
  readonly byDefault: (value: string) => string;
  readonly help: Texts<'option' | 'command' | 'password' | 'exitCodes'>;
  readonly commands: Texts<
    | 'program'
    | 'metrics'
    | 'watch'
    | 'watchMore'
    | 'transformation'
    | 'transformationGet'
    | 'transformationSet'
    | 'transformationSetMore'
    | 'transformationClear'
    | 'bufferSize'
    | 'bufferSizeSet'
    | 'bufferSizeMore'
    | 'profiles'
    | 'profilesList'
    | 'profilesClasses'
    | 'profilesAdd'
    | 'profilesRemove'
    | 'profilesEdit'
    | 'profilesMove'
    | 'profilesExport'
    | 'profilesImport'
    | 'profilesRestore'
    | 'plan'
    | 'planCreate'
    | 'planMore'
    | 'planList'
    | 'planShow'
    | 'planApply'
    | 'planCanary'
    | 'planCanaryMore'
    | 'planResume'
    | 'planUndo'
    | 'planStop'
    | 'planRemove'
    | 'audit'
    | 'auditList'
    | 'drift'
    | 'alerts'
    | 'alertsList'
    | 'alertsAck'
    | 'alertsRules'
    | 'alertsTest'
    | 'report'
    | 'reportMore'
    | 'auditVerify'
    | 'auditExport'
    | 'events'
    | 'eventsList'
    | 'eventsExport'
    | 'vault'
    | 'vaultMore'
    | 'vaultStatus'
    | 'vaultForget'
    | 'backup'
    | 'backupMore'
    | 'backupCreate'
    | 'backupCheck'
    | 'backupRestore'
    | 'doctor'
    | 'doctorMore'
  >;
  /** What `spcp-console` says of itself, and the headings of the manual. */
  readonly console: Texts<
    | 'about'
    | 'more'
    | 'version'
    | 'serve'
    | 'collectSummary'
    | 'attach'
    | 'cli'
    | 'referenceProxy'
    | 'completion'
    | 'shell'
  > & {
    readonly collect: Texts<
      | 'about'
      | 'more'
      | 'shard'
      | 'listen'
      | 'leaseDir'
      | 'dataDir'
      | 'passphrase'
      | 'logJson'
      | 'noShard'
      | 'noAddress'
      | 'noDirectory'
    >;
    readonly headings: Texts<'name' | 'synopsis' | 'description' | 'options' | 'commands'>;
  };
  readonly arguments: Texts<
    | 'command'
    | 'bytes'
    | 'profileName'
    | 'exportFile'
    | 'backupDirectory'
    | 'profileNames'
    | 'namesAndFolder'
    | 'copy'
    | 'plan'
    | 'newPlan'
    | 'alert'
    | 'alertRule'
    | 'canaryDecision'
  >;
  readonly options: Texts<
    | 'profile'
    | 'host'
    | 'port'
    | 'transport'
    | 'udpPort'
    | 'sshDestination'
    | 'relayCommand'
    | 'user'
    | 'passwordStdin'
    | 'timeout'
    | 'alone'
    | 'dataDir'
    | 'json'
    | 'confirm'
    | 'expect'
    | 'interval'
    | 'count'
    | 'name'
    | 'class'
    | 'folder'
    | 'pollSeconds'
    | 'auditCount'
    | 'alertsPast'
    | 'alertsReason'
    | 'reportFolder'
    | 'reportTag'
    | 'reportSearch'
    | 'reportSpan'
    | 'reportLast'
    | 'reportFrom'
    | 'reportTo'
    | 'reportFormat'
    | 'reportOutput'
    | 'reportReplace'
    | 'auditFormat'
    | 'auditText'
    | 'auditBy'
    | 'auditSetting'
    | 'auditShell'
    | 'eventsSince'
    | 'eventsUntil'
    | 'eventsKind'
    | 'eventsSeverity'
    | 'eventsSearch'
    | 'eventsLimit'
    | 'eventsFormat'
    | 'exportFolder'
    | 'onExisting'
    | 'removeNewer'
    | 'confirmForget'
    | 'confirmRestore'
    | 'withSecrets'
    | 'withTags'
    | 'withoutSecrets'
    | 'passphraseStdin'
    | 'dryRun'
    | 'set'
    | 'inherit'
    | 'tag'
    | 'planFolder'
    | 'planTag'
    | 'planSearch'
    | 'planTransformation'
    | 'planNoTransformation'
    | 'planBufferSize'
    | 'planRead'
    | 'approve'
    | 'canary'
    | 'hold'
    | 'whenFine'
    | 'concurrency'
    | 'conflicts'
  >;
  /** Before a line of standard error. */
  readonly prefixes: Texts<'error' | 'warning'>;
  readonly metrics: Texts<
    'connections' | 'transferredBytes' | 'accesses' | 'roundTrip' | 'reached' | 'implausible'
  >;
  /** `by` is a kind of transport, `why` the reason of `auto`, null without one. */
  readonly reached: (description: string, by: string, why: string | null) => string;
  readonly watch: Texts<
    | 'time'
    | 'connections'
    | 'bytes'
    | 'bytesPerSecond'
    | 'accesses'
    | 'accessesPerSecond'
    | 'note'
    | 'restarted'
    | 'implausible'
    | 'connectedAgain'
  >;
  readonly nextAttempt: (seconds: string) => string;
  readonly profileColumns: Texts<
    | 'name'
    | 'host'
    | 'port'
    | 'transport'
    | 'udpPort'
    | 'user'
    | 'environment'
    | 'folder'
    | 'managedBy'
  >;
  readonly auditColumns: Texts<
    'id' | 'at' | 'actor' | 'profileName' | 'setting' | 'change' | 'outcome' | 'shell' | 'plan'
  >;
  readonly eventsColumns: Texts<'at' | 'profileName' | 'kind' | 'detail'>;
  readonly eventsEmpty: string;
  readonly auditEmpty: string;
  /** `head`: the hash of the last record. */
  readonly auditWhole: (records: number, head: string) => string;
  readonly vaultColumns: Texts<'vault' | 'state'>;
  readonly vaultKinds: Texts<VaultKind>;
  readonly vaultStates: Texts<'inUse' | 'locked' | 'opened' | 'notAgreed' | 'resting' | 'offered'>;
  readonly vaultRefused: (refusal: VaultRefusal) => string;
  /** `kept`: where the file of the vault is now; null where there was none. */
  readonly vaultForgotten: (kept: string | null) => string;
  /** A backup of so many files, saved at a time. */
  readonly backupCreated: (files: number, bytes: string, path: string) => string;
  readonly backupWhole: (files: number, bytes: string, savedAt: string) => string;
  /** `kept`: where what was there before is now; null where nothing was. */
  readonly backupRestored: (savedAt: string, kept: string | null) => string;
  readonly copyColumns: Texts<'copy' | 'profiles' | 'missing' | 'different' | 'newer'>;
  readonly noCopy: string;
  /** So many profiles. */
  readonly restored: (count: number) => string;
  readonly classColumns: Texts<'name' | 'teeth' | 'colour' | 'profiles'>;
  /** What a class asks for. */
  readonly teeth: Texts<Tooth>;
  readonly unknownClass: string;
  /** `names`: of profiles. */
  readonly unknownClasses: (names: string) => string;
  readonly noProfile: string;
  readonly added: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly replaced: (name: string) => string;
  readonly skipped: (name: string) => string;
  readonly nothingImported: string;
  readonly unchanged: (name: string) => string;
  readonly tagTaken: (tag: string) => string;
  readonly passwordsTaken: (count: number) => string;
  /** Entered for another place than their profiles lead to. */
  readonly passwordsLeftOut: (count: number) => string;
  /** No transformation. */
  readonly none: string;
  readonly change: Texts<'before' | 'inForce' | 'lastSet' | 'accepted' | 'unknown' | 'notVerified'>;
  readonly bytes: (count: string) => string;
  readonly forNewConnections: (bytes: string) => string;
  readonly stages: Texts<'resolve' | 'support' | 'reach' | 'handshake' | 'login' | 'read' | 'quit'>;
  readonly outcomes: Texts<'ok' | 'failed' | 'skipped'>;
  readonly stockCredentials: (name: string) => string;
  readonly passwordPrompt: (user: string, name: string) => string;
  readonly passphrasePrompt: string;
  readonly exportPassphrasePrompt: string;
  readonly exportPassphraseAgain: string;
  /** The password of the profile `name` is where the command line cannot go. */
  readonly inKeychain: (name: string) => string;
  readonly plan: PlanTexts;
  /** What it says of what is intended. */
  readonly drift: {
    readonly nothing: string;
    readonly states: Texts<DriftState>;
    readonly intended: (value: string) => string;
    readonly found: (value: string) => string;
    readonly here: (who: string, time: string) => string;
    readonly elsewhere: (since: string, until: string) => string;
    readonly disagree: (tags: string) => string;
  };
  /** What it says of alerts. */
  readonly alerts: {
    readonly none: string;
    readonly states: Texts<'firing' | 'acknowledged' | 'over'>;
    readonly ownNetwork: string;
    readonly acknowledged: (count: number) => string;
    readonly wouldFireNothing: string;
    readonly notKept: string;
  };
  /** A report was written to this file. */
  readonly reportWritten: (path: string) => string;
  readonly ending: string;
}

/** What it says of plans. */
export interface PlanTexts {
  readonly columns: Texts<'id' | 'plan' | 'made' | 'proxy' | 'seen' | 'wanted' | 'state'>;
  readonly states: Texts<StepState>;
  readonly none: string;
  /** Why a target was not reached; and of whom the password is missing, for so many. */
  readonly noPassword: string;
  readonly noPasswordFor: (user: string, count: number) => string;
  readonly notRead: string;
  /** Behind a target that its class keeps from being changed unapproved. */
  readonly locked: string;
  /** What the targets were chosen by. */
  readonly folder: (path: string) => string;
  readonly tag: (tag: string) => string;
  readonly search: (search: string) => string;
  /** `id`: how the id of the plan begins that it takes back. */
  readonly undoes: (id: string) => string;
  readonly approve: (approval: string, guarded: number) => string;
  readonly goOn: (command: string) => string;
  /** Of so many nobody had looked at the value before. */
  readonly onlyRead: (count: number, command: string) => string;
  /** Nothing was begun. */
  readonly nothingToDo: string;
  /** The reading was cut off. */
  readonly readOn: (command: string) => string;
  /** A canary waits for a decision, or goes on. */
  readonly decideBy: (command: string) => string;
  readonly noCanary: string;
  /** Another process was asked to stop, or none is at the plan. */
  readonly stopping: (name: string) => string;
  readonly atRest: (name: string) => string;
  /** What was done with a plan; `by` says who did it, by which shell, and is empty for what came by itself. */
  readonly deeds: Readonly<Record<PlanDeedWord, (by: string) => string>>;
  readonly doer: (actor: string, remote: string | null, shell: Shell | null) => string;
}
