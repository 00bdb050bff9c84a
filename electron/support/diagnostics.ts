import type { AppInfo } from '../../shared/model/app-info.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { LoggedFault } from './log.ts';
import type { SystemFacts } from './system-facts.ts';
import { type KnownNames, withoutNames } from './without-names.ts';

/** What is known of the app, for who is to find out what is wrong with it. */
export interface DiagnosticsFacts {
  readonly info: AppInfo;
  readonly system: SystemFacts;
  readonly profiles: readonly Profile[];
  readonly folders: readonly string[];
  readonly states: readonly ProxyState[];
  readonly paused: number;
  readonly missedPolls: number;
  readonly openAlerts: number;
  readonly plans: number;
  /** By their codes. */
  readonly notices: readonly string[];
  readonly policy: boolean;
  readonly faults: readonly LoggedFault[];
}

/** A fault's text, characters, as it is told. */
const longestFault = 2000;

/**
 * The facts as plain text, in English as for the people who mend the app. Never a password; with `named` false no host, no name of a profile,
 * folder, tag or user, and no path of this user's.
 */
export function sayDiagnostics(facts: DiagnosticsFacts, named: boolean): string {
  const { info, system } = facts;
  const text = [
    ...section('SPCP Console', {
      version: info.version,
      shell: info.shell,
      'up for': `${system.upSeconds} s`,
      'told at': system.at,
    }),
    ...section('System', {
      platform: system.platform,
      release: system.release,
      processors: system.processors,
      ...system.versions,
      language: system.language,
    }),
    ...section('Memory', {
      'resident set': bytes(system.residentBytes),
      'heap in use': bytes(system.heapBytes),
    }),
    ...section('Data directory', {
      path: info.dataDirectory,
      ...Object.fromEntries(system.files.map(({ name, size }) => [name, bytes(size)])),
    }),
    ...section('Ways to a proxy', {
      'kernel SCTP': info.kernelSctp.available ? 'here' : `not here (${info.kernelSctp.reason})`,
      ...counted(facts.profiles.map(({ transport }) => `profiles by ${transport}`)),
    }),
    ...section('Passwords', {
      vault: info.vault.kind,
      outlives: info.vault.persistent ? 'the app' : 'nothing',
      backend: info.vault.backend ?? 'none',
      reason: info.vault.reason ?? 'chosen',
    }),
    ...section('Proxies', {
      profiles: facts.profiles.length,
      folders: facts.folders.length,
      paused: facts.paused,
      'missed polls': facts.missedPolls,
      ...counted(facts.states.map(({ kind }) => kind)),
      ...counted(facts.states.flatMap(whyOf)),
    }),
    ...section('Console', {
      'open alerts': facts.openAlerts,
      plans: facts.plans,
      'policy of administrators': facts.policy ? 'in force' : 'none',
      ...counted(facts.notices.map((code) => `notice ${code}`)),
    }),
    'Last faults',
    ...(facts.faults.length === 0 ? ['  none'] : facts.faults.map(sayFault)),
    '',
  ].join('\n');
  return named ? text : withoutNames(text, namesOf(facts));
}

function section(title: string, rows: Readonly<Record<string, string | number>>): string[] {
  return [title, ...Object.entries(rows).map(([name, value]) => `  ${name}: ${value}`), ''];
}

function counted(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}

function whyOf(state: ProxyState): readonly string[] {
  return 'why' in state && state.why !== null ? [`because of ${state.why.code}`] : [];
}

function sayFault({ at, what, text }: LoggedFault): string {
  const lines = text.slice(0, longestFault).split('\n').join('\n    ');
  return `  ${new Date(at).toISOString()} ${what}\n    ${lines}`;
}

function bytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MiB`;
}

function namesOf({ info, system, profiles, folders }: DiagnosticsFacts): KnownNames {
  const tags = profiles.flatMap(({ tags }) => tags.split(','));
  return {
    hosts: [
      ...profiles.flatMap(({ host, sshDestination }) => [host, sshDestination]),
      system.hostname,
    ],
    names: [
      ...profiles.flatMap(({ name, user }) => [name, user]),
      ...folders,
      ...tags.map((tag) => tag.trim()),
      system.user,
    ],
    directories: [
      { path: info.dataDirectory, sign: '[data directory]' },
      { path: system.home, sign: '[home]' },
    ],
  };
}
