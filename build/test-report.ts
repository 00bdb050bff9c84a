/**
 * What a run of tests came to. `again` has the title of each test that passed only the second time, and is counted in `passed`; `skipped` has
 * the reason for each test that was not run.
 */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly again: readonly string[];
  readonly skipped: readonly string[];
}

/** What is read of Vitest's JSON report. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** What is read of Playwright's JSON report. */
export interface EndToEndReport {
  readonly errors: readonly unknown[];
  readonly suites: readonly EndToEndSuite[];
}
interface EndToEndSuite {
  readonly suites?: readonly EndToEndSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** Of a test that does not say why: it is for another system, or another user, than this. */
const elsewhere = 'not for this system or user';

/** Vitest reports no reasons, so a title ends with its own: see `whySkipped` of the tests. */
function reasonIn(title: string): string {
  return /\(skipped: (.+?)\)(?: |$)/.exec(title)?.[1] ?? elsewhere;
}

/** Counts Vitest's report. A file that could not be loaded has no tests, and counts as one that failed. */
export function unitOutcome({ testResults }: UnitReport): Outcome {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: count('passed'),
    failed: count('failed') + broken.length,
    again: [],
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => reasonIn(fullName)),
  };
}

/** Counts Playwright's report. What went wrong outside of any test counts as one that failed. */
export function endToEndOutcome({ errors, suites }: EndToEndReport): Outcome {
  const within = (suite: EndToEndSuite): EndToEndSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(within),
  ];
  const specs = suites.flatMap(within);
  const tests = specs.flatMap(({ tests }) => tests);
  const is = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status));
  return {
    passed: is('expected', 'flaky').length,
    failed: is('unexpected').length + errors.length,
    again: specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => title),
    skipped: is('skipped').map(
      ({ annotations }) =>
        annotations.find(({ type }) => type === 'skip')?.description ?? elsewhere,
    ),
  };
}

/** The outcome of a step that ended with `code`: one that failed without saying in which test counts as one that failed. */
export function stepOutcome(code: number, reported: Outcome | undefined): Outcome {
  const outcome = reported ?? { passed: 0, failed: 0, again: [], skipped: [] };
  return { ...outcome, failed: code !== 0 && outcome.failed === 0 ? 1 : outcome.failed };
}

/** The lines that end a run: which tests had to be run again, how many were skipped for which reason, then the counts. */
export function summary(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const sum = (key: 'passed' | 'failed'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...outcomes
      .flatMap(({ again }) => again)
      .map((title) => `Passed only the second time: ${title}`),
    ...[...Map.groupBy(skipped, (reason) => reason)].map(
      ([reason, tests]) => `${tests.length} skipped: ${reason}`,
    ),
    `${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`,
    '',
  ].join('\n');
}
