import { describe, expect, it } from 'vitest';
import { stageText } from '../../../../renderer/views/profiles/test/stage-text.ts';
import { findingDetails } from '../../../../shared/facts/findings.ts';
import {
  type Finding,
  findingCodes,
  type StageResult,
} from '../../../../shared/model/connection-test.ts';
import { languages, speaker } from '../../../../shared/texts/say.ts';
import { samplesOf, someErrorValue } from '../../../support/facts.ts';

const failed = (finding: StageResult['finding']): StageResult => ({
  stage: 'login',
  outcome: 'failed',
  ms: 1,
  finding,
  error: someErrorValue('connect-timeout'),
});

describe.each(languages)('findings in %s', (language) => {
  it.each(findingCodes)('have a remedy where they are a failure: %s', (code) => {
    for (const detail of samplesOf(findingDetails[code])) {
      const finding = { code, detail } as Finding;
      expect(stageText(speaker(language), failed(finding)).remedy).not.toBe('');
    }
  });
});

describe('a stage', () => {
  const english = speaker('en');
  const ok = (finding: Finding): StageResult => ({
    ...failed(finding),
    outcome: 'ok',
    error: null,
  });

  it('has no remedy where it went well', () => {
    const result = ok({ code: 'logged-in', detail: { user: 'operator' } });
    expect(stageText(english, result).remedy).toBe('');
  });

  it('warns of the stock password although it went well', () => {
    const result = ok({ code: 'logged-in-stock', detail: { user: 'admin' } });
    expect(stageText(english, result).remedy).toContain('Every deployed server');
  });

  it('that was skipped has nothing to say', () => {
    const result: StageResult = { ...failed(null), outcome: 'skipped', error: null };
    expect(stageText(english, result)).toEqual({ finding: '', remedy: '' });
  });

  it('that was skipped for a reason of its own says it, and has no remedy', () => {
    const finding: Finding = { code: 'no-password', detail: {} };
    const result: StageResult = { ...failed(finding), outcome: 'skipped', error: null };
    expect(stageText(english, result)).toEqual({
      finding: 'No password is given, so the login was not tried.',
      remedy: '',
    });
  });
});
