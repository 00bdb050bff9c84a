import { expect, test } from 'vitest';
import { endToEndOutcome, stepOutcome, summary, unitOutcome } from '../../build/test-report.ts';

const unit = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one, index) => ({ status: one, fullName: `test ${index}` })),
});

test("Vitest's tests are counted, and those that were skipped are named", () => {
  const testResults = [unit('passed', 'passed', 'skipped'), unit('failed', 'failed', 'passed')];
  expect(unitOutcome({ testResults })).toEqual({ passed: 2, failed: 1, skipped: ['test 1'] });
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
    skipped: ['d [desktop]: there is no display'],
  });
});

test('a step that ends badly and reports nothing counts as failed', () => {
  expect(stepOutcome(1, undefined).failed).toBe(1);
  expect(stepOutcome(1, { passed: 5, failed: 0, skipped: [] })).toMatchObject({
    passed: 5,
    failed: 1,
  });
  expect(stepOutcome(1, { passed: 5, failed: 2, skipped: [] }).failed).toBe(2);
  expect(stepOutcome(0, { passed: 5, failed: 0, skipped: [] }).failed).toBe(0);
});

test('the last line counts everything', () => {
  const text = summary([
    { passed: 1, failed: 0, skipped: [] },
    { passed: 2, failed: 3, skipped: ['x: no display'] },
  ]);
  expect(text).toBe('skipped: x: no display\n3 passed, 3 failed, 1 skipped\n');
});
