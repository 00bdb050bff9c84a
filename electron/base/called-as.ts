/** A program of the console, by the name of its npm script. */
export type ProgramName = 'cli' | 'serve' | 'collect' | 'attach' | 'reference-proxy';

/**
 * How a program of the console is called, for its help: by npm where it runs from its sources or was started so, else as it is installed.
 * The desktop app has no `spcp` of its own.
 */
export function calledAs(program: ProgramName): string {
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource || process.env.npm_lifecycle_event === program)
    return `npm run --silent ${program} --`;
  const isDesktop = process.versions.electron !== undefined;
  return program === 'cli' && !isDesktop ? 'spcp' : `spcp-console ${program}`;
}
