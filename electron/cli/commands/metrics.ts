import type { Command } from 'commander';
import { countersText } from '../../spcp/counters-text.ts';
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
      const { implausible, roundTripMs } = reading;
      const counters = countersText(reading);
      const { speaker, texts } = context;
      const titles = texts.metrics;
      const { transport, description, reason } = connection;
      const why = reason === null ? null : speaker.words.kernelSctp[reason];
      await context.output.result(
        {
          at: Date.now(),
          ...counters,
          implausible,
          roundTripMs,
          connection,
        },
        table([
          [
            titles.connections,
            `${counters.connections}${implausible ? ` (${titles.implausible})` : ''}`,
          ],
          [titles.transferredBytes, counters.transferredBytes],
          [titles.accesses, counters.accesses],
          [titles.roundTrip, `${roundTripMs.toFixed(2)} ms`],
          [titles.reached, texts.reached(description, transport, why)],
        ]),
      );
    });
}
