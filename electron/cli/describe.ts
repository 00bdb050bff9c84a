import type { Command } from 'commander';
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { speaker } from '../../shared/texts/say.ts';
import { createOutput } from './output/output.ts';
import { declareProgram } from './program.ts';

/** The commands of the command line with their words, to be described and not to be run. `locale` is a tag such as `es-MX`. */
export function describeCommandLine(locale: string, process: NodeJS.Process): Promise<Command> {
  const { stdin, stdout, stderr, env } = process;
  const spoken = speaker(locale);
  const texts = commandLineTexts(spoken.language);
  const nothing = () => undefined;
  return declareProgram({
    output: createOutput({
      stdout,
      stderr,
      json: false,
      speaker: spoken,
      prefixes: texts.prefixes,
      onReaderGone: nothing,
    }),
    speaker: spoken,
    texts,
    interrupted: new AbortController().signal,
    stdin,
    stderr,
    env,
    endWith: nothing,
  });
}
