/** V8's own flag: so many MB at most for each half of what is new on the heap, all of which is copied to and fro in one turn of the event loop. */
export const youngGeneration = '--max-semi-space-size=24';

/**
 * The same for Electron, which takes it for its main process from the command line only. `build/electron-builder.yml` writes it into the entries of
 * Linux desktops.
 */
export const engineFlags = [`--js-flags=${youngGeneration}`] as const;

/** The arguments without what the engine was started with. */
export function withoutEngineFlags(args: readonly string[]): readonly string[] {
  const [first] = args;
  return first !== undefined && first === engineFlags[0] ? args.slice(1) : args;
}
