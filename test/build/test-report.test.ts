import { expect, test } from 'vitest';
import { endToEndOutcome, stepOutcome, summary, unitOutcome } from '../../build/test-report.ts';

const unit = (status: string, ...statuses: string[]) => ({
  name: 'some.test.ts',
  status,
  assertionResults: statuses.map((one, index) => ({
    status: one === 'again' ? 'passed' : one,
    fullName: `test ${index}`,
    failureMessages:
      one === 'failed' || one === 'again'
        ? ['AssertionError: expected 1\n  to be \u001b[31m2\u001b[39m\n    at some.test.ts:3:4']
        : [],
  })),
});

test("Vitest's tests are counted, and those that were skipped by the reason in their titles", () => {
  const testResults = [unit('passed', 'passed', 'skipped'), unit('failed', 'failed', 'again')];
  expect(unitOutcome({ testResults })).toEqual({
    passed: 2,
    failed: 1,
    broken: ['test 0: AssertionError: expected 1 to be 2'],
    again: ['test 1: AssertionError: expected 1 to be 2'],
    skipped: ['not for this system or user'],
  });
  const named = (fullName: string) =>
    unitOutcome({
      testResults: [
        {
          name: 'some.test.ts',
          status: 'passed',
          assertionResults: [{ status: 'skipped', fullName, failureMessages: [] }],
        },
      ],
    }).skipped;
  expect(named('SSH (skipped: no sshd (Debian: openssh-server)) carries')).toEqual([
    'no sshd (Debian: openssh-server)',
  ]);
  expect(named('a test (skipped: no network)')).toEqual(['no network']);
});

test('a test file that could not be loaded counts as failed', () => {
  expect(unitOutcome({ testResults: [unit('failed')] })).toMatchObject({
    failed: 1,
    broken: ['some.test.ts'],
  });
});

test("Playwright's tests are counted at every depth, and the reasons of those that were skipped are told", () => {
  const spec = (title: string, status: string, reason?: string) => ({
    title,
    tests: [
      {
        projectName: 'desktop',
        status,
        annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
        results: status === 'flaky' ? [{ error: { message: 'Error: no board' } }, {}] : [{}],
      },
    ],
  });
  const report = {
    errors: [{}],
    suites: [
      {
        specs: [spec('a', 'expected'), spec('b', 'unexpected')],
        suites: [{ specs: [spec('c', 'flaky'), spec('d', 'skipped', 'there is no display')] }],
      },
    ],
  };
  expect(endToEndOutcome(report)).toEqual({
    passed: 2,
    failed: 2,
    broken: ['b'],
    again: ['c: Error: no board'],
    skipped: ['there is no display'],
  });
});

test('a step that ends badly and names no test counts as failed, and the end of what it printed is told again', () => {
  const none = { passed: 5, failed: 0, broken: [], again: [], skipped: [] };
  const printed = `${Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n')}\n`;
  expect(stepOutcome(1, printed, undefined)).toMatchObject({ failed: 1 });
  const { passed, failed, broken } = stepOutcome(1, printed, none);
  expect([passed, failed]).toEqual([5, 1]);
  expect(broken).toEqual([expect.stringMatching(/^line 40\n(?:.*\n)+line 99$/)]);
  const named = { ...none, failed: 2, broken: ['a', 'b'] };
  expect(stepOutcome(1, printed, named)).toEqual(named);
  expect(stepOutcome(1, printed, { ...none, failed: 1 })).toMatchObject({ failed: 1, broken });
  expect(stepOutcome(0, printed, none)).toEqual(none);
});

test('what failed and what had to be run again is named, the skipped are counted by reason, and the last line counts everything', () => {
  const text = summary([
    { passed: 1, failed: 0, broken: [], again: [], skipped: [] },
    {
      passed: 2,
      failed: 3,
      broken: ['going forth'],
      again: ['going back'],
      skipped: ['no display', 'no SSH', 'no display'],
    },
  ]);
  expect(text).toBe(
    [
      'Failed: going forth',
      'Passed only the second time: going back',
      '2 skipped: no display',
      '1 skipped: no SSH',
      '3 passed, 3 failed, 3 skipped',
      '',
    ].join('\n'),
  );
});
