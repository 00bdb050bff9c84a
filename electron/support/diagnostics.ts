import type { AppInfo } from '../../shared/model/app-info.ts';
import { showHidden } from '../../shared/model/hidden.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { LoggedFault } from './log.ts';
import type { SystemFacts } from './system-facts.ts';

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
 * The facts as plain text, in English as for the people who mend the app. Never a password; with `named` false only what cannot name a host,
 * a proxy, a person or a path: of a file of the data directory its name where the app gave it, and of a fault where it was seen, its kind and
 * its place in the code, but none of its own words.
 */
export function sayDiagnostics(facts: DiagnosticsFacts, named: boolean): string {
  const { info, system } = facts;
  return [
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
      path: named ? info.dataDirectory : '[data directory]',
      ...filesOf(system, named),
    }),
    ...section('Ways to a proxy', {
      'kernel SCTP': info.kernelSctp.available ? 'here' : `not here (${info.kernelSctp.reason})`,
      ...counted(facts.profiles.map(({ transport }) => `profiles by ${transport}`)),
    }),
    ...section('Passwords', {
      vault: info.vault.kind,
      outlives: info.vault.persistent ? 'the app' : 'nothing',
      backend: backendOf(info.vault, named),
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
    ...(facts.faults.length === 0
      ? ['  none']
      : facts.faults.map((fault) => sayFault(fault, named))),
    '',
  ].join('\n');
}

function section(title: string, rows: Readonly<Record<string, string | number>>): string[] {
  const lines = Object.entries(rows).map(([name, value]) => showHidden(`${name}: ${value}`));
  return [title, ...lines.map((line) => `  ${line}`), ''];
}

function counted(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}

function whyOf(state: ProxyState): readonly string[] {
  return 'why' in state && state.why !== null ? [`because of ${state.why.code}`] : [];
}

/** Of a command for passwords the words are the user's own. */
function backendOf({ kind, backend }: AppInfo['vault'], named: boolean): string {
  if (backend === null) return 'none';
  return named || kind !== 'command' ? backend : '[command]';
}

function filesOf(
  { files, moreFiles }: SystemFacts,
  named: boolean,
): Record<string, string | number> {
  const told = files.filter(({ isOurs }) => named || isOurs);
  const others = moreFiles + files.length - told.length;
  return {
    ...Object.fromEntries(told.map(({ name, size }) => [name, bytes(size)])),
    ...(others === 0 ? {} : { 'other files': others }),
  };
}

function sayFault({ at, what, text, kind }: LoggedFault, named: boolean): string {
  const lines = named
    ? text.slice(0, longestFault).split('\n')
    : [[kind.name ?? 'a fault', kind.code].filter(Boolean).join(' '), ...kind.frames];
  const told = lines.map((line) => `\n    ${showHidden(line)}`);
  return `  ${new Date(at).toISOString()} ${showHidden(what)}${told.join('')}`;
}

function bytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MiB`;
}
