import type { CommandLineTexts } from '../../shared/texts/command-line-texts.ts';
import type { Speaker } from '../../shared/texts/say.ts';
import type { ExitCode } from './exit-code.ts';
import type { Output } from './output/output.ts';

/** What each command is given of the process around it. */
export interface CommandContext {
  readonly output: Output;
  /** Says what is for people, in the language of the locale. */
  readonly speaker: Speaker;
  /** What it says beside facts. */
  readonly texts: CommandLineTexts;
  /** Fires on Ctrl+C, on SIGTERM and when the reader of the output goes away; sessions then end in order. */
  readonly interrupted: AbortSignal;
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the process with this code once its result, which was printed, is out. */
  endWith(code: ExitCode): void;
}
