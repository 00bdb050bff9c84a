import type { Command } from 'commander';
import { escapeControls } from '../../../shared/spcp/ascii.ts';
import { changeTransformation } from '../../change/transaction.ts';
import { type ConfirmOptions, confirmFlags, confirmText } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { transformation } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { loginFor } from '../target/login.ts';
import { resolveTarget } from '../target/target.ts';
import { withProxy } from '../target/with-proxy.ts';
import { change, reportChange } from './change.ts';

interface SetOptions extends ConfirmOptions {
  readonly expect?: string;
}

const expectFlags = '--expect <current>';
const expectText = 'change only if this is in force now; "" is none (exit code 7 otherwise)';

/** `transformation get`, `set` and `clear`. */
export function addTransformation(program: Command, context: CommandContext): void {
  const group = program
    .command('transformation')
    .description('read or change the command that the proxy runs on each mail');

  group
    .command('get')
    .description('print the transformation in force')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const login = await loginFor(context, options, await resolveTarget(context, options));
      const inForce = await withProxy(context, login, (client) => client.getTransformation());
      await context.output.result({ transformation: inForce }, [shown(inForce)]);
    });

  group
    .command('set')
    .description('set the transformation, read it back, and record the change')
    .argument('<command>', 'what to run, in quotes where it has spaces', transformation)
    .option(expectFlags, expectText)
    .option(confirmFlags, confirmText)
    .action(async (next: string, _options: unknown, command: Command) => {
      await set(context, command.optsWithGlobals<SetOptions>(), next);
    });

  group
    .command('clear')
    .description('switch the transformation off, read it back, and record the change')
    .option(expectFlags, expectText)
    .option(confirmFlags, confirmText)
    .action(async (_options: unknown, command: Command) => {
      await set(context, command.optsWithGlobals<SetOptions>(), null);
    });
}

async function set(
  context: CommandContext,
  options: SetOptions,
  next: string | null,
): Promise<void> {
  const { expect } = options;
  const changed = await change(
    context,
    options,
    'transformation',
    async (client, { name, setterOf }) => {
      const seen = expect === undefined ? await client.getTransformation() : expect || null;
      return changeTransformation(client, { name, seen, next, setterOf });
    },
  );
  const { before, after } = changed.report;
  await reportChange(context, 'transformation', changed, [
    `before    ${shown(before)}`,
    `in force  ${shown(after)}`,
  ]);
}

function shown(value: string | null): string {
  return value === null ? '(none)' : escapeControls(value);
}
