import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, so that none of them is left alone at the end: the emulated machine, then what starts programs, then what waits for timers. */
const longest = [
  'test/interop/',
  'test/electron/transport/ssh/',
  'test/packaging/',
  'test/electron/cli/',
  'test/build/desktop-bundle',
  'test/electron/serve',
  'test/electron/console',
  'test/electron/transport/',
  'test/electron/',
];

/** The order in which test files start; a checkout that has run none yet knows nothing of how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found < 0 ? longest.length : found;
    };
    return [...files].sort(
      (one, other) => rank(one) - rank(other) || one.moduleId.localeCompare(other.moduleId),
    );
  }
}
