import type { AppInfo } from '../../shared/model/app-info.ts';
import { systemClock } from '../base/clock.ts';
import { createTrials, type Trials } from '../change/trial/trials.ts';
import { actorName } from '../core/actor.ts';
import { type CommandLibrary, createCommandLibrary } from '../core/command-library.ts';
import { requireConsent } from '../core/consent.ts';
import { createImports, type Imports } from '../core/exports/imports.ts';
import type { JoinedHistory } from '../history-from/history-from.ts';
import type { HistorySources } from '../history-from/sources/sources.ts';
import { type BrowserSessions, noSessions } from '../ipc/handlers/sessions.ts';
import { createCommandStore } from '../store/saved-commands.ts';
import type { HistoryStore } from '../store/thread/asked.ts';
import { kernelSctpSupport } from '../transport/kernel/support.ts';
import type { CoreParts } from './core-parts.ts';
import { createHistoryFromPart } from './history-from-part.ts';

/** What is there for nobody but whoever asks. */
export interface Answerers {
  readonly commands: CommandLibrary;
  readonly trials: Trials;
  readonly imports: Imports;
  readonly historySources: HistorySources;
  /** As it is shown: with what a Prometheus has where one is set. */
  readonly history: HistoryStore & JoinedHistory;
  /** None where the shell lets no browser in. */
  readonly sessions: BrowserSessions;
  readonly info: () => AppInfo;
}

export function createAnswerers(core: CoreParts): Answerers {
  const { parts, opened, stores, roster, managed, preferences, changes } = core;
  const { directory, consent, vault } = parts;
  const commands = createCommandLibrary({
    store: createCommandStore(stores.database.database),
    actor: () => changes.author().actor,
    now: Date.now,
  });
  const trials = createTrials({
    isAllowed: () => preferences.get().tryHere,
    policy: managed.policy,
    by: () => managed.state()?.by ?? '',
    agree: (command) => requireConsent(consent, { kind: 'try-transformation', command }),
    user: actorName(),
    platform: process.platform,
  });
  opened(trials.close);
  const imports = createImports({ importing: roster.importing, clock: systemClock });
  opened(imports.close);
  const historyFrom = createHistoryFromPart({ stores, managed, preferences, vault, roster });
  return {
    commands,
    trials,
    imports,
    historySources: historyFrom.sources,
    history: { ...stores.history, ...historyFrom.history },
    sessions: parts.sessions ?? noSessions,
    info: () => ({
      version: parts.version,
      shell: parts.shell,
      dataDirectory: directory,
      vault: vault.info(),
      kernelSctp: kernelSctpSupport(),
    }),
  };
}
