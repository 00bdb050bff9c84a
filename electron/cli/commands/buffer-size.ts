import type { Command } from 'commander';
import { changeBufferSize } from '../../change/transaction.ts';
import { type ConfirmOptions, confirmFlags, confirmText } from '../arguments/confirm.ts';
import { bufferSize } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { change, reportChange } from './change.ts';

/** `buffer-size set`. There is no `get`: SPCP has no message for it. */
export function addBufferSize(program: Command, context: CommandContext): void {
  program
    .command('buffer-size')
    .description("change the size of the buffers of the proxy's connections")
    .command('set')
    .description('set the size for connections opened from now on, and record the change')
    .argument('<bytes>', 'the size in bytes, in digits', bufferSize)
    .option(confirmFlags, confirmText)
    .addHelpText(
      'after',
      '\nSPCP cannot read the size back: the proxy can only say that it took it.',
    )
    .action(async (bytes: number, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConfirmOptions>();
      const changed = await change(context, options, 'bufferSize', (client, known) =>
        changeBufferSize(client, { name: known.name, lastSet: known.lastBufferSize, bytes }),
      );
      const { before } = changed.report;
      await reportChange(context, 'bufferSize', changed, [
        `last set from here  ${before === null ? '(not known)' : `${before} bytes`}`,
        `accepted            ${bytes} bytes, for connections opened from now on`,
        'SPCP cannot read the size back, so it is not verified.',
      ]);
    });
}
