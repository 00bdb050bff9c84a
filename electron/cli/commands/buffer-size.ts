import type { Command } from 'commander';
import { type ConfirmOptions, confirmFlags } from '../arguments/confirm.ts';
import { bufferSize } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { table } from '../output/table.ts';
import { change, reportChange } from './change.ts';

/** `buffer-size set`. There is no `get`: SPCP has no message for it. */
export function addBufferSize(program: Command, context: CommandContext): void {
  const { texts } = context;
  program
    .command('buffer-size')
    .description(texts.commands.bufferSize)
    .command('set')
    .description(texts.commands.bufferSizeSet)
    .argument('<bytes>', texts.arguments.bytes, bufferSize)
    .option(confirmFlags, texts.options.confirm)
    .addHelpText('after', `\n${texts.commands.bufferSizeMore}`)
    .action(async (bytes: number, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConfirmOptions>();
      const entry = await change(context, options, () => ({ setting: 'bufferSize', bytes }));
      const { before } = entry;
      const words = texts.change;
      await reportChange(context, entry, [
        ...table([
          [words.lastSet, before === null ? words.unknown : texts.bytes(before)],
          [words.accepted, texts.forNewConnections(texts.bytes(String(bytes)))],
        ]),
        words.notVerified,
      ]);
    });
}
