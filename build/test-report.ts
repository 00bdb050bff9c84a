import { stripVTControlCharacters } from 'node:util';

/**
 * What a run of tests came to. `broken` has the title of each test that failed, as far as the report names it, and why; `again` has the same of
 * each test that passed only the second time, and is counted in `passed`; `skipped` has the reason for each test that was not run.
 */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly broken: readonly string[];
  readonly again: readonly string[];
  readonly skipped: readonly string[];
}

/** What is read of Vitest's JSON report. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
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
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

/** Of a test that does not say why: it is for another system, or another user, than this. */
const elsewhere = 'not for this system or user';

/** Vitest reports no reasons, so a title ends with its own: see `whySkipped` of the tests. */
function reasonIn(title: string): string {
  return /\(skipped: (.+?)\)(?: |$)/.exec(title)?.[1] ?? elsewhere;
}

/** Characters of what a test said when it failed that are shown beside its title. */
const shownOfWhy = 600;

/** A title, and what the test said the first time that it failed, in one line. */
function because(title: string, messages: readonly (string | undefined)[]): string {
  const said = stripVTControlCharacters(messages.find((message) => message !== undefined) ?? '')
    .replace(/\s+at \S.*$/s, '')
    .replace(/\s+/g, ' ')
    .trim();
  return said === '' ? title : `${title}: ${said.slice(0, shownOfWhy)}`;
}

/** Counts Vitest's report. A file that could not be loaded has no tests, and counts as one that failed. */
export function unitOutcome({ testResults }: UnitReport): Outcome {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed');
  const broken = [
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => because(fullName, failureMessages)),
    ...testResults
      .filter(
        ({ status, assertionResults }) =>
          status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
      )
      .map(({ name }) => name),
  ];
  return {
    passed: passed.length,
    failed: broken.length,
    broken,
    // What failed before it passed keeps the messages of the first time.
    again: passed
      .filter(({ failureMessages }) => failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => because(fullName, failureMessages)),
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
  const having = (ended: string): string[] =>
    specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === ended)
        .slice(0, 1)
        .map(({ results }) =>
          because(
            title,
            results.map(({ error }) => error?.message),
          ),
        ),
    );
  return {
    passed: is('expected', 'flaky').length,
    failed: is('unexpected').length + errors.length,
    broken: having('unexpected'),
    again: having('flaky'),
    skipped: is('skipped').map(
      ({ annotations }) =>
        annotations.find(({ type }) => type === 'skip')?.description ?? elsewhere,
    ),
  };
}

/** How many of the last lines of a step are shown again at the end, where it failed and did not say in which test. */
const shownAgain = 60;

/**
 * The outcome of a step that ended with `code`: one that failed without saying in which test counts as one that failed, with the last lines of
 * what the step printed.
 */
export function stepOutcome(code: number, output: string, reported: Outcome | undefined): Outcome {
  const outcome = reported ?? { passed: 0, failed: 0, broken: [], again: [], skipped: [] };
  if (code === 0 || outcome.broken.length > 0) return outcome;
  return {
    ...outcome,
    failed: Math.max(1, outcome.failed),
    broken: [output.trimEnd().split('\n').slice(-shownAgain).join('\n')],
  };
}

/** The lines that end a run: what failed, which tests had to be run again, how many were skipped for which reason, then the counts. */
export function summary(outcomes: readonly Outcome[]): string {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const sum = (key: 'passed' | 'failed'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...outcomes.flatMap(({ broken }) => broken).map((what) => `Failed: ${what}`),
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
