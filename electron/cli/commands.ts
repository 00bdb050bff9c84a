import type { Command, Option } from 'commander';
import type { CommandContext } from './context.ts';

/** Declares a command of the command line, and what it runs. */
type AddCommand = (program: Command, context: CommandContext) => void;

/** The commands by their names, in the order of help. Each is loaded when it is asked for: all of them take longer to load than most take to run. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map(
  Object.entries({
    metrics: async () => (await import('./commands/metrics.ts')).addMetrics,
    watch: async () => (await import('./commands/watch.ts')).addWatch,
    transformation: async () => (await import('./commands/transformation.ts')).addTransformation,
    'buffer-size': async () => (await import('./commands/buffer-size.ts')).addBufferSize,
    profiles: async () => (await import('./commands/profiles.ts')).addProfiles,
    plan: async () => (await import('./commands/plan.ts')).addPlan,
    drift: async () => (await import('./commands/drift.ts')).addDrift,
    alerts: async () => (await import('./commands/alerts.ts')).addAlerts,
    audit: async () => (await import('./commands/audit.ts')).addAudit,
    report: async () => (await import('./commands/report.ts')).addReport,
    events: async () => (await import('./commands/events.ts')).addEvents,
    vault: async () => (await import('./commands/vault.ts')).addVault,
    backup: async () => (await import('./commands/backup.ts')).addBackup,
    doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
  }),
);

/** What declares the command that the arguments name; all of them where they name none that is known. `options` may stand before the command. */
export async function commandsFor(
  argv: readonly string[],
  options: readonly Option[],
): Promise<readonly AddCommand[]> {
  const load = commands.get(firstOperand(argv, options) ?? '');
  return Promise.all((load === undefined ? [...commands.values()] : [load]).map((each) => each()));
}

/** The first word that is neither an option nor the value of one; null where there is none. */
function firstOperand(argv: readonly string[], options: readonly Option[]): string | null {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-') || word === '-') return word;
    if (word === '--') return null;
    const option = options.find(({ short, long }) => word === short || word === long);
    if (option?.required) at++;
  }
  return null;
}
