import { ignoreEarlyReload } from '../web/early-reload.ts';

/** The first words of the command line that are answered by a program of the console, and not by a window. */
const words: readonly string[] = [
  'cli',
  'serve',
  'collect',
  'attach',
  'reference-proxy',
  'completion',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
];

/** Whether the arguments name a program of the console; without the names of program and script. */
export function namesProgram([word]: readonly string[]): boolean {
  return word !== undefined && words.includes(word);
}

/**
 * `spcp-console`: runs the program that the first argument names, in this process. Sets its exit code, and leaves the process to end by
 * itself, so that all that was written goes out. Each program is loaded when it is asked for.
 */
export async function runConsole(argv: readonly string[], process: NodeJS.Process): Promise<void> {
  const [word, ...rest] = argv;
  if (word === 'cli') {
    const { runCommandLine } = await import('../cli/run.ts');
    process.exitCode = await runCommandLine(rest, process);
  } else if (word === 'serve') {
    ignoreEarlyReload();
    const { runWebShell } = await import('../web/run.ts');
    await runWebShell(rest);
  } else if (word === 'collect') {
    ignoreEarlyReload('SIGHUP');
    const { runCollector } = await import('../collect/run.ts');
    await runCollector(rest, process);
  } else if (word === 'attach') {
    const { runAttach } = await import('../attach/stdio/run-attach.ts');
    await runAttach(rest, process);
  } else if (word === 'reference-proxy') {
    const { runReferenceProxies } = await import('../reference-proxy/run-proxies.ts');
    await runReferenceProxies(rest);
  } else {
    const { answerOfItself } = await import('./of-itself.ts');
    await answerOfItself(argv, process);
  }
}
