import { expect, test } from 'vitest';
import { endToEndOutcome, stepOutcome, summary, unitOutcome } from '../../build/test-report.ts';

const unit = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one, index) => ({ status: one, fullName: `test ${index}` })),
});

test("Vitest's tests are counted, and those that were skipped by the reason in their titles", () => {
  const testResults = [unit('passed', 'passed', 'skipped'), unit('failed', 'failed', 'passed')];
  expect(unitOutcome({ testResults })).toEqual({
    passed: 2,
    failed: 1,
    again: [],
    skipped: ['not for this system or user'],
  });
  const named = (fullName: string) =>
    unitOutcome({
      testResults: [{ status: 'passed', assertionResults: [{ status: 'skipped', fullName }] }],
    }).skipped;
  expect(named('SSH (skipped: no sshd (Debian: openssh-server)) carries')).toEqual([
    'no sshd (Debian: openssh-server)',
  ]);
  expect(named('a test (skipped: no network)')).toEqual(['no network']);
});

test('a test file that could not be loaded counts as failed', () => {
  expect(unitOutcome({ testResults: [unit('failed')] }).failed).toBe(1);
});

test("Playwright's tests are counted at every depth, and the reasons of those that were skipped are told", () => {
  const spec = (title: string, status: string, reason?: string) => ({
    title,
    tests: [
      {
        projectName: 'desktop',
        status,
        annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
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
    again: ['c'],
    skipped: ['there is no display'],
  });
});

test('a step that ends badly and reports nothing counts as failed', () => {
  expect(stepOutcome(1, undefined).failed).toBe(1);
  expect(stepOutcome(1, { passed: 5, failed: 0, again: [], skipped: [] })).toMatchObject({
    passed: 5,
    failed: 1,
  });
  expect(stepOutcome(1, { passed: 5, failed: 2, again: [], skipped: [] }).failed).toBe(2);
  expect(stepOutcome(0, { passed: 5, failed: 0, again: [], skipped: [] }).failed).toBe(0);
});

test('what had to be run again is named, the skipped are counted by reason, and the last line counts everything', () => {
  const text = summary([
    { passed: 1, failed: 0, again: [], skipped: [] },
    {
      passed: 2,
      failed: 3,
      again: ['going back'],
      skipped: ['no display', 'no SSH', 'no display'],
    },
  ]);
  expect(text).toBe(
    [
      'Passed only the second time: going back',
      '2 skipped: no display',
      '1 skipped: no SSH',
      '3 passed, 3 failed, 3 skipped',
      '',
    ].join('\n'),
  );
});
