import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { roleSchema } from '../../../shared/model/caller.ts';
import { roles } from '../../../shared/model/roles.ts';
import { calledAs } from '../../base/called-as.ts';

const options = z.object({
  stdio: z.literal(true),
  dataDir: z.string().min(1).optional(),
  role: roleSchema,
});
export interface AttachArguments extends z.infer<typeof options> {}

/** What `spcp-console attach` can be told. */
export function declareAttach(): Command {
  return new Command(calledAs('attach'))
    .description('Joins standard input and output with the console that runs on a data directory')
    .requiredOption('--stdio', 'speak over standard input and output, as over SSH')
    .option('--data-dir <directory>', 'where that console has its profiles, history and audit log')
    .addOption(
      new Option('--role <role>', 'what may be done through it at most')
        .choices(roles)
        .default('administer'),
    )
    .allowExcessArguments(false)
    .addHelpText(
      'after',
      `
It is what “Open a remote console” runs on the other machine by ssh, and speaks to no terminal. In authorized_keys,
command="spcp-console attach --stdio --role view" lets a key look and nothing else.
Exit codes: 0 ended in order, 1 no console runs there or it refused, 2 wrong arguments.`,
    );
}

/** What the arguments ask for: to attach, or to print something and end with this exit code. */
export function parseAttachArguments(
  argv: readonly string[],
): { readonly attach: AttachArguments } | { readonly text: string; readonly exitCode: number } {
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  const command = declareAttach()
    .exitOverride()
    .configureOutput({ writeOut: keep, writeErr: keep });
  try {
    command.parse([...argv], { from: 'user' });
    return { attach: options.parse(command.opts()) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { text, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}
