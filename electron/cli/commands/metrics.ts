import type { Command } from 'commander';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { table } from '../output/table.ts';
import { loginFor } from '../target/login.ts';
import { resolveTarget } from '../target/target.ts';
import { withReads } from '../target/with-reads.ts';

/** `metrics`: the three metrics, once. */
export function addMetrics(program: Command, context: CommandContext): void {
  program
    .command('metrics')
    .description(context.texts.commands.metrics)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const target = await resolveTarget(context, options);
      const { reading, connection } = await withReads(
        context,
        options,
        target,
        { login: () => loginFor(context, options, target) },
        async (client, connection) => ({ reading: await client.readMetrics(), connection }),
      );
      const { connections, transferredBytes, accesses, implausible, roundTripMs } = reading;
      const { speaker, texts } = context;
      const titles = texts.metrics;
      const { transport, description, reason } = connection;
      const why = reason === null ? null : speaker.words.kernelSctp[reason];
      await context.output.result(
        {
          at: Date.now(),
          connections: String(connections),
          transferredBytes: String(transferredBytes),
          accesses: String(accesses),
          implausible,
          roundTripMs,
          connection,
        },
        table([
          [titles.connections, `${connections}${implausible ? ` (${titles.implausible})` : ''}`],
          [titles.transferredBytes, String(transferredBytes)],
          [titles.accesses, String(accesses)],
          [titles.roundTrip, `${roundTripMs.toFixed(2)} ms`],
          [titles.reached, texts.reached(description, transport, why)],
        ]),
      );
    });
}
