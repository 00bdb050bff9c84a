/** What a run of tests came to. `skipped` names each test that was not run, with the reason where it is known. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
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
      readonly projectName: string;
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
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
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** Counts Playwright's report. What went wrong outside of any test counts as one that failed. */
export function endToEndOutcome({ errors, suites }: EndToEndReport): Outcome {
  const within = (suite: EndToEndSuite): EndToEndSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(within),
  ];
  const tests = suites
    .flatMap(within)
    .flatMap(({ title, tests }) => tests.map((test) => ({ ...test, title })));
  const is = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status));
  return {
    passed: is('expected', 'flaky').length,
    failed: is('unexpected').length + errors.length,
    skipped: is('skipped').map(({ title, projectName, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'skip')?.description;
      return `${title} [${projectName}]${reason === undefined ? '' : `: ${reason}`}`;
    }),
  };
}

/** The outcome of a step that ended with `code`: one that failed without saying in which test counts as one that failed. */
export function stepOutcome(code: number, reported: Outcome | undefined): Outcome {
  const { passed, failed, skipped } = reported ?? { passed: 0, failed: 0, skipped: [] };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** The lines that end a run: each test that was skipped, then the counts. */
export function summary(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const sum = (key: 'passed' | 'failed'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...skipped.map((name) => `skipped: ${name}`),
    `${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`,
    '',
  ].join('\n');
}
