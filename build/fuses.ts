import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What the packed app is allowed by its fuses; all others that its Electron has are off. */
export const fusesThatAreOn: readonly string[] = [
  'EnableCookieEncryption',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
];

/** The names of the fuses that are on in a packed program, in alphabetic order, read from its file; of a Mac, its `.app`. */
export async function fusesOn(program: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(wire)
    .filter(([, state]) => state === FuseState.ENABLE)
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? `fuse ${fuse}`)
    .toSorted();
}
